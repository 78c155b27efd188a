import { addDays, atSeoul, type Finding, FULL_BP, type Instant, seoulDay } from '@daegaejo/platform/rules';
import type { ExecutionConsequences } from '@daegaejo/round/rules';
import type { ReviewDecision } from './review.js';

/** A version of the review of a year, as far as its consequences go. */
export interface Judgement {
  readonly year: number;
  readonly no: number;
  readonly decision: ReviewDecision;
  readonly recordedAt: Instant;
}

/** The judgement that holds now. */
export interface StandingDecision {
  readonly year: number;
  readonly decision: ReviewDecision;
  readonly since: Instant;
}

/**
 * The newest judgement of a region is the one that holds; the next one, of the next year or a correction, takes its place. A stop
 * the committee answered by keeping the designation holds no more (convention). `keptAt`: when the last review that ended so was
 * opened. null = nothing was judged.
 */
export function standingDecision(reviews: readonly Judgement[], keptAt: Instant | null): StandingDecision | null {
  const newest = newestByYear(reviews).at(-1);
  if (newest === undefined) return null;
  const { year, decision, recordedAt: since } = newest;
  return decision === 'stop' && keptAt !== null && keptAt >= since ? null : { year, decision, since };
}

/** Of each year the newest version, the earliest year first. */
function newestByYear(reviews: readonly Judgement[]): Judgement[] {
  const newest = new Map<number, Judgement>();
  for (const review of reviews) if (review.no > (newest.get(review.year)?.no ?? 0)) newest.set(review.year, review);
  return [...newest.values()].sort((a, b) => a.year - b.year);
}

const HALTED: readonly ReviewDecision[] = ['suspend', 'stop'];

/** The decision that holds a payment of this kind back; null = it may be made. What comes back is always taken. */
export function heldBy(
  kind: 'grant' | 'execution',
  standing: StandingDecision | null,
  consequences: ExecutionConsequences | undefined,
): StandingDecision | null {
  const held = consequences?.heldPayments;
  if (standing === null || held === undefined || !HALTED.includes(standing.decision)) return null;
  return held === 'all' || kind === 'grant' ? standing : null;
}

/** Until when the review of the designation is to be opened after a stop: the day of the judgement does not count (민법 제157조). null = none is asked for. */
export function stopReviewDueAt(
  standing: StandingDecision | null,
  consequences: ExecutionConsequences | undefined,
): Instant | null {
  const days = consequences?.stopReviewDays;
  if (days === undefined || standing?.decision !== 'stop') return null;
  return atSeoul(addDays(seoulDay(standing.since), days + 1));
}

/** A reduction of the budget of one year: the reviewed year it comes from, and by how many basis points. */
export interface Reduction {
  readonly reviewed: number;
  readonly byBp: number;
}

/**
 * What a judgement takes from the budget of `year`: the next budget after a reduction is that of the year after the one it was
 * recorded in (convention: the budget of the running year is enacted already). null = nothing.
 */
export function reductionOf(
  year: number,
  reviews: readonly Judgement[],
  consequences: ExecutionConsequences | undefined,
): Reduction | null {
  const byBp = consequences?.reduceBp;
  const cut = newestByYear(reviews).findLast(
    ({ decision, recordedAt }) => decision === 'reduce' && Number(seoulDay(recordedAt).slice(0, 4)) + 1 === year,
  );
  return byBp === undefined || cut === undefined ? null : { reviewed: cut.year, byBp };
}

/** What may be asked for of `planned` won after a reduction, rounded down to the won. */
export const mostAfter = (planned: bigint, { byBp }: Reduction): bigint =>
  (planned * BigInt(FULL_BP - byBp)) / BigInt(FULL_BP);

/** What is wrong with a request of 국비 that is higher than a reduction leaves; amounts in won. */
export function reducedFindings(asked: bigint, planned: bigint, reduction: Reduction): Finding[] {
  const most = mostAfter(planned, reduction);
  if (asked <= most) return [];
  const params = {
    year: String(reduction.reviewed),
    asked: String(asked),
    most: String(most),
    planned: String(planned),
  };
  return [{ field: 'cells', code: 'budget.requested.reduced', params }];
}
