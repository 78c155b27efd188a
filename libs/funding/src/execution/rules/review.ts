import { type Day, type Finding, FULL_BP, type Instant } from '@daegaejo/platform/rules';
import { type ExecutionLight, type ExecutionRules, lightOf } from '@daegaejo/round/rules';
import { shareBp } from './execution-rate.js';

export const REVIEW_DECISIONS = ['continue', 'reduce', 'suspend', 'stop'] as const;
/** 계속, 감액, 중지, 중단. */
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** What a year is judged by, in basis points; null where it was not reported or nothing was to be done. */
export interface ReviewParts {
  /** Mean of the sub-projects' progress against the plan of the year. */
  readonly progressBp: number | null;
  /** 실집행률, uncapped. */
  readonly executionBp: number | null;
  /** Attained of the target up to the end of the year for each indicator of the triad, uncapped. */
  readonly indicatorsBp: readonly (number | null)[];
}

/** Mean progress of the sub-projects in basis points, rounded down; null of none. A stopped one counts with what it reached. */
export function progressBp(progress: readonly number[]): number | null {
  return shareBp(
    progress.reduce((sum, percent) => sum + percent, 0),
    progress.length * 100,
  );
}

const capped = (bp: number): number => Math.min(bp, FULL_BP);

/**
 * The score of a year in basis points of the full mark (convention): progress, 실집행률 and the mean of the triad, each
 * capped at 100% so that a surplus here hides no lag there, weighted by the policy. A part that is not known is left out and
 * the others carry the whole; null when none is known. Rounded down, once.
 */
export function scoreOf(parts: ReviewParts, weights: ExecutionRules['weights']): number | null {
  const indicators = parts.indicatorsBp.filter((bp) => bp !== null).map(capped);
  const known = [
    { bps: parts.progressBp === null ? [] : [capped(parts.progressBp)], weight: weights.progressBp },
    { bps: parts.executionBp === null ? [] : [capped(parts.executionBp)], weight: weights.executionBp },
    { bps: indicators, weight: weights.indicatorsBp },
  ].filter(({ bps }) => bps.length > 0);
  // every mean over one common denominator; all of it stays far below 2^53
  const whole = known.reduce((product, { bps }) => product * bps.length, 1);
  const weight = sum(known.map((part) => part.weight));
  const weighed = sum(known.map((part) => (part.weight * sum(part.bps) * whole) / part.bps.length));
  return weight === 0 ? null : Math.floor(weighed / (weight * whole));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What the rules make of a year; the panel may differ with a reason. */
export interface ReviewProposal {
  readonly score: number | null;
  readonly light: ExecutionLight;
  readonly decision: ReviewDecision;
  /** Must a corrective plan (만회대책) be asked for? */
  readonly corrective: boolean;
}

const BAD: readonly ExecutionLight[] = ['red', 'failed'];

/**
 * Light and decision by rule (기반조성 평가관리지침 제44조): green and yellow go on, red is reduced, two reds in a row stop,
 * failed stops. What stops is a proposal: the stop itself is decided by people. A corrective plan is due where the 실집행률
 * is under the mark of the policy (도시재생: 60%) or the light is red or failed.
 */
export function proposeReview(
  parts: ReviewParts,
  rules: ExecutionRules,
  previous: ExecutionLight | null,
): ReviewProposal {
  const score = scoreOf(parts, rules.weights);
  const light = lightOf(score ?? 0, rules.lights);
  const bad = BAD.includes(light);
  const again = bad && previous !== null && BAD.includes(previous) && rules.twoReds === 'stop';
  const decision = light === 'failed' || again ? 'stop' : light === 'red' ? 'reduce' : 'continue';
  const late = parts.executionBp !== null && parts.executionBp < rules.correctiveBelowBp;
  return { score, light, decision, corrective: bad || late };
}

/** What the panel says of a year. */
export interface ReviewWords {
  readonly light: ExecutionLight;
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly correctiveDueAt: string | null;
  /** Names of the panel, and the day it met. */
  readonly panel: readonly string[];
  readonly heldOn: Day;
}

/**
 * What is wrong with a review: nobody on the panel or a day that has not come (`today`), a departure from the rules without a
 * reason, a corrective plan that is due and was not asked for.
 */
export function reviewFindings(words: ReviewWords, proposal: ReviewProposal, at: ReviewedAt): Finding[] {
  const findings: Finding[] = [];
  if (words.panel.length === 0) findings.push({ field: 'panel', code: 'execution.review.panel' });
  if (words.heldOn > at.today)
    findings.push({ field: 'heldOn', code: 'execution.review.ahead', params: { heldOn: words.heldOn } });
  if (words.reason === null) findings.push(...unexplained(words, proposal, at.before));
  return [...findings, ...correctiveFindings(words, proposal, at)];
}

/** When a review is recorded, and what there is of that year already. */
export interface ReviewedAt {
  readonly now: Instant;
  readonly today: Day;
  /** Number of the version it corrects; null where it is the first. */
  readonly before: number | null;
  /** Year of the corrective plan that was asked for already; null where none was. */
  readonly asked: number | null;
}

function unexplained({ light, decision }: ReviewWords, proposal: ReviewProposal, before: number | null): Finding[] {
  const wants = (code: string, params: NonNullable<Finding['params']>): Finding => ({ field: 'reason', code, params });
  return [
    ...noScore(proposal),
    ...(light === proposal.light ? [] : [wants('execution.light.reason', { light, rule: proposal.light })]),
    ...(decision === proposal.decision
      ? []
      : [wants('execution.decision.reason', { decision, rule: proposal.decision })]),
    ...(before === null ? [] : [wants('execution.review.correction', { no: before })]),
  ];
}

/** Where nothing is known there is no score, and what the rules come to then is no judgement: people give theirs, with a reason. */
export const noScore = ({ score }: { readonly score: number | null }): Finding[] =>
  score === null ? [{ field: 'reason', code: 'execution.score.none' }] : [];

function correctiveFindings(words: ReviewWords, proposal: ReviewProposal, { now, asked }: ReviewedAt): Finding[] {
  const { correctiveDueAt: dueAt, decision } = words;
  const field = 'correctiveDueAt';
  if (dueAt === null)
    return proposal.corrective && asked === null && decision !== 'stop'
      ? [{ field, code: 'execution.corrective.due' }]
      : [];
  if (asked !== null) return [{ field, code: 'execution.corrective.asked', params: { year: String(asked) } }];
  return dueAt > now ? [] : [{ field, code: 'execution.due-past', params: { dueAt } }];
}
