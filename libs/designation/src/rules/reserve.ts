import type { Finding } from '@daegaejo/platform/rules';
import { isWritten, REASON_MIN_LENGTH, type ResolutionOutcome } from './resolution.js';

/** A plan on the reserve list (예비후보): its place in line, and its rank among all plans. */
export interface Reserve {
  readonly planId: string;
  readonly order: number;
  readonly rank: number;
}

/** Where a plan comes on the reserve list, and whether its place leaves the ranking. */
export interface ReservePlace {
  readonly order: number | null;
  readonly findings: readonly Finding[];
  readonly deviates: boolean;
}

/**
 * The place of a plan on the reserve list (convention): the one asked for, or the next free one; no place is given twice in a round.
 * A place before a better ranked reserve, or after a worse ranked one, leaves the ranking and needs a written reason.
 */
export function reservePlace(subject: {
  readonly planId: string;
  readonly outcome: ResolutionOutcome;
  readonly order: number | null;
  readonly rank: number;
  /** Every place given in the round so far, also those no plan waits on any more. */
  readonly reserves: readonly Reserve[];
  readonly reason: string | null;
}): ReservePlace {
  const { outcome, reserves, rank, reason } = subject;
  if (outcome !== 'reserve') {
    const findings = subject.order === null ? [] : [{ field: 'reserveOrder', code: 'reserve.order-unasked' }];
    return { order: null, findings, deviates: false };
  }
  const next = Math.max(0, ...reserves.map(({ order }) => order)) + 1;
  const order = subject.order ?? next;
  const findings: Finding[] = [];
  if (reserves.some((reserve) => reserve.order === order))
    findings.push({ field: 'reserveOrder', code: 'reserve.order-taken', params: { order, next } });
  // A plan decided on anew has left the place it had before: it passes nobody over but others.
  const others = reserves.filter(({ planId }) => planId !== subject.planId);
  const deviates = others.some((other) => (other.order < order ? other.rank > rank : other.rank < rank));
  if (deviates && !isWritten(reason))
    findings.push({
      field: 'reason',
      code: 'reserve.reason-required',
      params: { rank, order, min: REASON_MIN_LENGTH },
    });
  return { order, findings, deviates };
}

/** The next reserve rises; out of turn only with a written reason (convention). */
export function promotionFindings(
  own: Pick<Reserve, 'planId' | 'order'>,
  waiting: readonly Pick<Reserve, 'planId' | 'order'>[],
  reason: string | null,
): Finding[] {
  const before = waiting.filter(({ planId, order }) => planId !== own.planId && order < own.order);
  if (before.length === 0 || isWritten(reason)) return [];
  const next = Math.min(...before.map(({ order }) => order));
  const params = { order: own.order, next, min: REASON_MIN_LENGTH };
  return [{ field: 'reason', code: 'reserve.out-of-turn', params }];
}
