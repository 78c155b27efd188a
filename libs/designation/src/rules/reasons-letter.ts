import { type RoundPolicy, stageOf, stagesOf } from '@daegaejo/round/rules';

/** 미선정 사유서: why a plan was not selected, and what would have crossed the line. Scores in hundredths. */

/** One criterion of the plan itself; `share`: what full marks on it carry of the whole total, in hundredths of a point. */
export interface OwnCriterion {
  readonly code: string;
  readonly name: string;
  /** Mean of the marks given; null where so few are behind it that it would tell one of them. */
  readonly mean: number | null;
  readonly max: number;
  /** Numerator and denominator of the exact share. */
  readonly share: { readonly n: number; readonly d: number };
  readonly floor: number | null;
}

export interface ReasonsSubject {
  readonly outcome: 'reserve' | 'refuse';
  readonly reserveOrder: number | null;
  readonly final: number;
  readonly rank: number;
  readonly cutOff: number | null;
  /** Final score of the selected plan with the lowest; null where none was selected. Never shown as such unless disclosed. */
  readonly lowestSelected: number | null;
  readonly criteria: readonly OwnCriterion[];
  /** Criteria below their floor, also where the mean itself is not told. */
  readonly failedFloors: readonly string[];
  /** Reason the committee wrote into its resolution on this plan. */
  readonly committeeReason: string | null;
  readonly summaryOpinion: string | null;
  readonly disclosure: { readonly ownTotal: boolean; readonly publicTotals: boolean };
}

export const REASON_KINDS = ['cut-off', 'floor', 'outranked', 'committee'] as const;
/** Why: below the cut-off, below a floor (과락), behind the selected, or the committee left the ranking. */
export type ReasonKind = (typeof REASON_KINDS)[number];

export interface CriterionReason {
  readonly code: string;
  readonly name: string;
  readonly mean: number | null;
  /** Marks on this criterion alone that would have closed the gap; null where full marks would not have, or it is not known. */
  readonly marksMissing: number | null;
  readonly floorMissed: boolean;
}

export interface ReasonsLetter {
  readonly outcome: 'reserve' | 'refuse';
  readonly reserveOrder: number | null;
  readonly reasons: readonly ReasonKind[];
  readonly total: number | null;
  readonly rank: number | null;
  readonly cutOff: number | null;
  /** Points up to the line, to draw level with it; 0 = level already, and the tie or the committee decided. */
  readonly pointsMissing: number | null;
  /** The line itself, only where totals are disclosed to everybody. */
  readonly line: number | null;
  readonly criteria: readonly CriterionReason[] | null;
  readonly committeeReason: string | null;
  readonly summaryOpinion: string | null;
}

/** The score a plan had to reach: that of the last selected, and never less than the cut-off; null = there was no line. */
export function lineOf({ cutOff, lowestSelected }: Pick<ReasonsSubject, 'cutOff' | 'lowestSelected'>): number | null {
  if (cutOff === null) return lowestSelected;
  return lowestSelected === null ? cutOff : Math.max(cutOff, lowestSelected);
}

/** The own means beside what each criterion carries of the whole: share of its stage × weight. */
export function ownCriteria(
  policy: Pick<RoundPolicy, 'criteria' | 'stages'>,
  means: readonly { readonly code: string; readonly mean: number | null }[],
): OwnCriterion[] {
  const shares = new Map(stagesOf(policy).map(({ code, share }) => [code, share]));
  return policy.criteria.map((criterion) => ({
    code: criterion.code,
    name: criterion.name,
    mean: means.find(({ code }) => code === criterion.code)?.mean ?? null,
    max: criterion.max,
    share: { n: (shares.get(stageOf(criterion)) ?? 0) * criterion.weight, d: 10_000 },
    floor: criterion.floor ?? null,
  }));
}

/**
 * Marks on one criterion that carry `points` of the total: points × max ÷ share, rounded up to a hundredth of a mark; null
 * where the criterion carries nothing or there is not so much room above the mean.
 */
export function marksFor(points: number, { mean, max, share }: OwnCriterion): number | null {
  if (mean === null || points <= 0 || share.n <= 0) return null;
  const above = BigInt(points) * BigInt(max) * BigInt(share.d);
  const below = BigInt(share.n);
  const marks = Number((above + below - 1n) / below);
  return mean + marks <= max ? marks : null;
}

/**
 * The letter of one plan, from its own figures and the line, never from another region's record (convention, after
 * 기반조성 평가관리지침 제27조: 종합의견 and the own result are told, marks of single evaluators never). Where the policy does
 * not disclose the own total no figure is told at all.
 */
export function reasonsLetter(subject: ReasonsSubject): ReasonsLetter {
  const { disclosure, final, cutOff } = subject;
  const line = lineOf(subject);
  const missing = line === null ? null : Math.max(0, line - final);
  const floored = subject.criteria.filter(({ mean, floor }) => mean !== null && floor !== null && mean < floor);
  const reasons: ReasonKind[] = [
    ...(cutOff !== null && final < cutOff ? (['cut-off'] as const) : []),
    ...(floored.length > 0 || subject.failedFloors.length > 0 ? (['floor'] as const) : []),
    ...(subject.lowestSelected !== null && final <= subject.lowestSelected ? (['outranked'] as const) : []),
  ];
  if (reasons.length === 0) reasons.push('committee');
  const open = disclosure.ownTotal;
  return {
    outcome: subject.outcome,
    reserveOrder: subject.reserveOrder,
    reasons,
    total: open ? final : null,
    rank: open ? subject.rank : null,
    cutOff,
    pointsMissing: open ? missing : null,
    line: open && disclosure.publicTotals ? line : null,
    criteria: open
      ? subject.criteria.map((criterion) => ({
          code: criterion.code,
          name: criterion.name,
          mean: criterion.mean,
          marksMissing: missing === null ? null : marksFor(missing, criterion),
          floorMissed: floored.includes(criterion),
        }))
      : null,
    committeeReason: subject.committeeReason,
    summaryOpinion: subject.summaryOpinion,
  };
}
