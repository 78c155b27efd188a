import { type Answer, type Method, shortfall } from './answer.js';
import { type Frame, frameOf, withoutScore } from './frame.js';
import type { AnalysisInput } from './input.js';
import { type Estimator, scoreOf, scoresOf } from './scores.js';
import { type Place, placesOf, rankerOf, type SeatChange, seatChange } from './standing.js';

const METHOD: Method = {
  method: 'leave-one-evaluator-out',
  reference: 'jackknife (Tukey 1958); reader effects: Johnson 2008, doi 10.1073/pnas.0804538105',
};

/** With one plan nobody can decide between two. */
export const LEAVE_OUT_PLANS = 2;
/** With one evaluator there is nothing left without him. */
export const LEAVE_OUT_EVALUATORS = 2;

/** What the set inside the line would be without one evaluator's sheets. */
export interface WithoutEvaluator extends SeatChange {
  readonly evaluator: string;
  /** The set inside the line is another one without him. */
  readonly pivotal: boolean;
  /** Plans with no score left without him. */
  readonly unscored: readonly string[];
  /** Most places any plan moves. */
  readonly largestRankChange: number;
}

/** The same sheets counted in another way, against the policy's way. */
export interface OtherEstimator extends SeatChange {
  readonly estimator: Estimator;
  readonly places: readonly Place[];
}

export interface LeaveOneOut {
  /** By the policy, all sheets counted. */
  readonly places: readonly Place[];
  readonly evaluators: readonly WithoutEvaluator[];
  readonly pivotal: readonly string[];
  readonly estimators: readonly OtherEstimator[];
  readonly withoutScore: readonly string[];
}

/** For each evaluator, the plans he has a sheet on. */
function plansByEvaluator({ stages, evaluators }: Frame): ReadonlySet<number>[] {
  const plans = evaluators.map(() => new Set<number>());
  for (const { evaluator, plan } of stages) evaluator.forEach((who, sheet) => plans[who]!.add(plan[sheet]!));
  return plans;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function evaluatorsLeftOut(frame: Frame, scores: Float64Array): WithoutEvaluator[] {
  const [all, less] = [rankerOf(scores.length, frame), rankerOf(scores.length, frame)];
  all.rank(scores);
  const tied = seatChange(frame, all.seats, all.seats).tiedAtLine;
  const changed = new Float64Array(scores.length);
  return plansByEvaluator(frame).map((touched, who): WithoutEvaluator => {
    changed.set(scores);
    for (const plan of touched) changed[plan] = scoreOf(frame, plan, 'policy', who);
    less.rank(changed);
    const change = seatChange(frame, all.seats, less.seats);
    const isGone = (plan: number): boolean => all.equal[plan]! > 0 && less.equal[plan] === 0;
    const moves = frame.scored.map((plan) => (isGone(plan) ? 0 : Math.abs(all.higher[plan]! - less.higher[plan]!)));
    return {
      evaluator: frame.evaluators[who]!,
      pivotal: change.enters.length > 0 || change.leaves.length > 0 || !isSame(change.tiedAtLine, tied),
      ...change,
      unscored: frame.plans.flatMap(({ planId }, plan) => (isGone(plan) ? [planId] : [])),
      largestRankChange: moves.reduce((most, move) => Math.max(most, move), 0),
    };
  });
}

/** The test of a round that is already in order. */
export function leaveOneOutOfFrame(frame: Frame): Answer<LeaveOneOut> {
  const lack = shortfall(
    METHOD,
    { plans: LEAVE_OUT_PLANS, evaluators: LEAVE_OUT_EVALUATORS },
    { plans: frame.scored.length, evaluators: frame.evaluators.length },
  );
  if (lack) return lack;
  const scores = scoresOf(frame);
  const evaluators = evaluatorsLeftOut(frame, scores);
  const base = rankerOf(scores.length, frame);
  base.rank(scores);
  const estimators = (['policy', 'untrimmed', 'median'] as const).map((estimator): OtherEstimator => {
    const other = scoresOf(frame, estimator);
    const { seats, rank } = rankerOf(other.length, frame);
    rank(other);
    return { estimator, ...seatChange(frame, base.seats, seats), places: placesOf(frame, other) };
  });
  return {
    ...METHOD,
    status: 'ok',
    places: placesOf(frame, scores),
    evaluators,
    pivotal: evaluators.filter(({ pivotal }) => pivotal).map(({ evaluator }) => evaluator),
    estimators,
    withoutScore: withoutScore(frame),
  };
}

/**
 * Whether one person decided: the set inside the line without each evaluator in turn, and what the same sheets would have
 * given by the mean of all totals or by their median instead of the policy's trimmed mean.
 */
export function leaveOneOut(input: AnalysisInput): Answer<LeaveOneOut> {
  return leaveOneOutOfFrame(frameOf(input));
}
