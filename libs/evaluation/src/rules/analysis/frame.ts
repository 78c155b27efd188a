import { byText } from '../aggregate-input.js';
import {
  type AnalysisCriterion,
  type AnalysisInput,
  type AnalysisStage,
  assertAnalysable,
  criteriaOf,
} from './input.js';

/** The sheets of one stage as columns, ordered by plan, then by evaluator. A sheet without any mark is no sheet. */
export interface StageFrame {
  readonly code: string;
  /** Share of the score before bonus, 0 to 1. */
  readonly share: number;
  readonly trim: AnalysisStage['trim'];
  readonly criteria: readonly AnalysisCriterion[];
  /** Weights in points, as stated; they sum to 100. */
  readonly weights: Float64Array;
  /** First sheet of each plan, and one past the last: the sheets of plan p are start[p] to start[p + 1]. */
  readonly start: Int32Array;
  readonly plan: Int32Array;
  readonly evaluator: Int32Array;
  /** Mark ÷ highest mark by sheet and criterion; NaN = abstained. */
  readonly given: Float64Array;
  /** The same with the mean of the other marks on that criterion of that plan where one abstained. */
  readonly ratios: Float64Array;
  /** Sheet totals in points; NaN where a criterion of the plan has no mark at all. */
  readonly totals: Float64Array;
}

/** A round in the one order all analyses work in, so that the order of the input changes nothing. */
export interface Frame {
  readonly quota: number;
  /** In points. */
  readonly cutOff: number | null;
  /** By plan id; bonus in points. */
  readonly plans: readonly { readonly planId: string; readonly label: string; readonly bonus: number }[];
  /** Aliases in order. */
  readonly evaluators: readonly string[];
  readonly stages: readonly StageFrame[];
  /** The plans that have a score: a total in every stage with a share. The others have no figure, which is not 0. */
  readonly scored: readonly number[];
}

/** Total of each sheet in points under some weights of its stage. */
export function weigh({ criteria, ratios }: StageFrame, weights: Float64Array, totals: Float64Array): void {
  const width = criteria.length;
  for (let sheet = 0, at = 0; sheet < totals.length; sheet += 1) {
    let total = 0;
    for (let c = 0; c < width; c += 1, at += 1) total += weights[c]! * ratios[at]!;
    totals[sheet] = total;
  }
}

function fillAbstained({ start, criteria, ratios }: Pick<StageFrame, 'start' | 'criteria' | 'ratios'>): void {
  const width = criteria.length;
  for (let plan = 0; plan + 1 < start.length; plan += 1) {
    const [from, to] = [start[plan]!, start[plan + 1]!];
    for (let c = 0; c < width; c += 1) {
      let [sum, count] = [0, 0];
      for (let sheet = from; sheet < to; sheet += 1) {
        const ratio = ratios[sheet * width + c]!;
        if (Number.isNaN(ratio)) continue;
        sum += ratio;
        count += 1;
      }
      if (count === to - from) continue;
      for (let sheet = from; sheet < to; sheet += 1)
        if (Number.isNaN(ratios[sheet * width + c]!)) ratios[sheet * width + c] = sum / count;
    }
  }
}

function stageFrame(
  input: AnalysisInput,
  { code, share, trim }: AnalysisStage,
  places: ReadonlyMap<string, number>,
  aliases: ReadonlyMap<string, number>,
): StageFrame {
  const criteria = criteriaOf(input, code);
  const sheets = input.sheets
    .filter(({ stage, marks }) => stage === code && marks.some((mark) => mark !== null))
    .map(({ planId, evaluator, marks }) => ({
      plan: places.get(planId)!,
      evaluator: aliases.get(evaluator)!,
      ratios: marks.map((mark, c) => (mark === null ? Number.NaN : mark / criteria[c]!.max)),
    }))
    .sort((a, b) => a.plan - b.plan || a.evaluator - b.evaluator);
  const start = new Int32Array(places.size + 1);
  for (const { plan } of sheets) start[plan + 1] = start[plan + 1]! + 1;
  for (let plan = 0; plan < places.size; plan += 1) start[plan + 1] = start[plan + 1]! + start[plan]!;
  const given = Float64Array.from(sheets.flatMap(({ ratios }) => ratios));
  const ratios = given.slice();
  fillAbstained({ start, criteria, ratios });
  const frame: StageFrame = {
    code,
    share: share / 10_000,
    trim,
    criteria,
    weights: Float64Array.from(criteria.map(({ weight }) => weight / 100)),
    start,
    plan: Int32Array.from(sheets.map(({ plan }) => plan)),
    evaluator: Int32Array.from(sheets.map(({ evaluator }) => evaluator)),
    given,
    ratios,
    totals: new Float64Array(sheets.length),
  };
  weigh(frame, frame.weights, frame.totals);
  return frame;
}

/** Puts a round in order. Throws RangeError for an input that says nothing definite. */
export function frameOf(input: AnalysisInput): Frame {
  assertAnalysable(input);
  const plans = input.plans
    .map(({ planId, label, bonus }) => ({ planId, label, bonus: bonus / 100 }))
    .sort((a, b) => byText(a.planId, b.planId));
  const evaluators = [...new Set(input.sheets.map(({ evaluator }) => evaluator))].sort(byText);
  const places = new Map(plans.map(({ planId }, place) => [planId, place]));
  const aliases = new Map(evaluators.map((evaluator, place) => [evaluator, place]));
  const stages = input.stages.map((stage) => stageFrame(input, stage, places, aliases));
  const hasScore = (plan: number): boolean =>
    stages.every(
      ({ share, start, totals }) =>
        share === 0 || (start[plan]! < start[plan + 1]! && !Number.isNaN(totals[start[plan]!]!)),
    );
  return {
    quota: input.quota,
    cutOff: input.cutOff === null ? null : input.cutOff / 100,
    plans,
    evaluators,
    stages,
    scored: plans.map((_, place) => place).filter(hasScore),
  };
}

/** The stages that count for the score. */
export function countingStages({ stages }: Frame): StageFrame[] {
  return stages.filter(({ share }) => share > 0);
}

/** Fewest sheets a scored plan has in a stage that counts; 0 when no plan has a score. */
export function fewestSheets(frame: Frame): number {
  const counts = countingStages(frame).flatMap(({ start }) =>
    frame.scored.map((plan) => start[plan + 1]! - start[plan]!),
  );
  return counts.length === 0 ? 0 : counts.reduce((least, count) => Math.min(least, count));
}

/** Ids of the plans that have no score, for the answer to name them. */
export function withoutScore({ plans, scored }: Frame): string[] {
  const known = new Set(scored);
  return plans.filter((_, place) => !known.has(place)).map(({ planId }) => planId);
}
