import type { PlanState } from '@daegaejo/plan/rules';
import type { Finding } from '@daegaejo/platform/rules';

export const ANNOUNCED_OUTCOMES = ['preselect', 'reserve', 'refuse'] as const;
/** What a plan can be announced as: 예비선정, 예비후보, 미선정. */
export type AnnouncedOutcome = (typeof ANNOUNCED_OUTCOMES)[number];

export const RESOLUTION_OUTCOMES = [...ANNOUNCED_OUTCOMES, 'defer'] as const;
/** 경강위 의결: 예비선정, 예비후보, 미선정, and 재심의, after which another meeting decides. */
export type ResolutionOutcome = (typeof RESOLUTION_OUTCOMES)[number];

/** States in which the committee decides on a plan: on the ranking, after a deferral, or on the marks of the all-new panel. */
export const RESOLVABLE: readonly PlanState[] = ['scored', 'deferred', 're-evaluation'];

/** Fewest characters of a written reason for leaving the ranking (convention). */
export const REASON_MIN_LENGTH = 10;

/** A plan as the panel left it, which is what the committee decides on. */
export interface RankedPlan {
  /** As published by the panel, 1 = best, shared by plans the tie chain could not separate. */
  readonly rank: number;
  readonly passesCutOff: boolean;
  /** 과락: criteria whose mean mark is below their floor; absent = the round has no floors. */
  readonly failedFloors?: readonly string[];
}

/** One resolution on one plan, and where the round stands when it is taken. */
export interface ResolutionSubject {
  readonly outcome: ResolutionOutcome;
  readonly plan: RankedPlan;
  /** Most regions that may be preselected in the round. */
  readonly quota: number;
  /** Regions of the round already preselected, this plan not counted. */
  readonly alreadyPreselected: number;
  readonly reason: string | null;
}

/** What stands against a resolution, and whether the minutes must show that it leaves the ranking. */
export interface ResolutionCheck {
  readonly findings: readonly Finding[];
  /** The outcome is not what the ranking alone would give. */
  readonly deviates: boolean;
}

/** What keeps a plan from being preselected, whatever reason the committee has: the cut-off, and a floor (과락). */
export function lineFindings({ passesCutOff, failedFloors = [] }: RankedPlan): Finding[] {
  const findings: Finding[] = [];
  if (!passesCutOff) findings.push({ field: 'outcome', code: 'resolution.below-cut-off' });
  if (failedFloors.length > 0)
    findings.push({ field: 'outcome', code: 'resolution.below-floor', params: { criteria: failedFloors.join(', ') } });
  return findings;
}

/** Would the ranking alone preselect it? */
export const ranksWithin = (plan: RankedPlan, quota: number): boolean =>
  plan.rank <= quota && lineFindings(plan).length === 0;

/**
 * The committee decides on the basis of the ranking, not by it (특별법 제5조, 제12조): it may leave the ranking with a
 * written reason, but never go below the cut-off or a floor (과락) or beyond the quota (convention). Off the ranking is:
 * preselecting a plan ranked after the quota, or not preselecting one within it that passes cut-off and floors. Where a tie straddles the
 * quota, more plans than the quota rank within it, so passing one of the equals over needs a reason too. A deferral
 * (재심의) always needs one.
 */
export function resolutionFindings(subject: ResolutionSubject): ResolutionCheck {
  const { outcome, plan, quota, alreadyPreselected, reason } = subject;
  const preselects = outcome === 'preselect';
  const deviates = preselects ? plan.rank > quota : ranksWithin(plan, quota);
  const findings = preselects ? lineFindings(plan) : [];
  if (preselects && alreadyPreselected >= quota)
    findings.push({ field: 'outcome', code: 'resolution.quota-full', params: { quota } });
  if (!deviates && outcome === 'defer' && !isWritten(reason))
    findings.push({ field: 'reason', code: 'resolution.defer-reason', params: { min: REASON_MIN_LENGTH } });
  if (deviates && !isWritten(reason))
    findings.push({
      field: 'reason',
      code: 'resolution.reason-required',
      params: { rank: plan.rank, quota, min: REASON_MIN_LENGTH },
    });
  return { findings, deviates };
}

/** Is this a reason somebody could read, and not a word to get past the field? */
export const isWritten = (reason: string | null): boolean => lengthOf(reason) >= REASON_MIN_LENGTH;

/** Characters as a reader counts them: composed syllables, no white space around. */
function lengthOf(text: string | null): number {
  return [...(text ?? '').normalize('NFC').trim()].length;
}
