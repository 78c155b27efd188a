import { type Answer, deviationOf, type Method, rounded, roundedOrNull, shortfall } from './answer.js';
import { componentsOf } from './components.js';
import { type Frame, frameOf } from './frame.js';
import type { AnalysisInput } from './input.js';
import { inverseOf } from './linear-algebra.js';

const METHOD: Method = {
  method: 'linear-severity',
  reference: 'two-way additive model by least squares (Fisher; cf. MacKay et al. 2017, doi 10.1098/rsos.160760)',
};

/** Fewest degrees of freedom left for the residuals: those of three plans marked by the same three evaluators. */
export const SEVERITY_FREEDOM = 4;
/** Fewest sheets shared with others for a severity of one's own: of fewer it is noise (Wang, Shah 2019, arXiv 1806.05085). */
export const SEVERITY_SHEETS = 3;

/** How an evaluator's totals lie against those of the others on the same plans. */
export interface EvaluatorSeverity {
  readonly evaluator: string;
  /** Sheets on plans that somebody else has scored too, over all stages. */
  readonly sheets: number;
  /** Which linked group he is in: severities of different groups cannot be compared. */
  readonly group: number;
  /** Points of a sheet total below (+) or above (-) the mean of his group; null = too few shared sheets. */
  readonly severity: number | null;
  readonly standardError: number | null;
  /** Standard deviation of what the model leaves over on his sheets, on the scale of the residual deviation; points. */
  readonly spread: number | null;
}

export interface Severity {
  readonly evaluators: readonly EvaluatorSeverity[];
  /** Groups linked through shared plans; 1 = all evaluators can be compared. */
  readonly groups: number;
  /** Residual standard deviation in points, and its degrees of freedom. */
  readonly residualDeviation: number;
  readonly degreesOfFreedom: number;
  /** Standard deviation of the severities shown; null of fewer than two. */
  readonly severityDeviation: number | null;
}

/** One total: its object is a plan in a stage. */
interface Observation {
  readonly object: number;
  readonly evaluator: number;
  readonly total: number;
}

/** The totals on plans that at least two evaluators have scored in the stage: the others compare nobody. */
function observationsOf({ stages, plans }: Frame): Observation[] {
  return stages.flatMap(({ start, evaluator, totals }, s) =>
    plans.flatMap((_, plan) => {
      const [from, to] = [start[plan]!, start[plan + 1]!];
      if (to - from < 2 || Number.isNaN(totals[from]!)) return [];
      return Array.from(totals.subarray(from, to), (total, i) => ({
        object: s * plans.length + plan,
        evaluator: evaluator[from + i]!,
        total,
      }));
    }),
  );
}

interface Fit {
  /** By evaluator of the group, summing to 0: + = higher totals. */
  readonly effects: Float64Array;
  /** Variance of each effect in units of the residual variance. */
  readonly variances: Float64Array;
  readonly residuals: Float64Array;
}

function groupedByObject(observations: readonly Observation[]): Map<number, Observation[]> {
  const byObject = new Map<number, Observation[]>();
  for (const observation of observations) {
    const list = byObject.get(observation.object);
    if (list) list.push(observation);
    else byObject.set(observation.object, [observation]);
  }
  return byObject;
}

/**
 * Least squares of one linked group, the plans' effects eliminated: (N - Σ 1/nₚ xₚxₚᵀ) β = r. The matrix lacks one rank
 * (a constant may go to plans or evaluators), which adding 1/E everywhere supplies; Σβ = 0 then holds by itself.
 */
function fitGroup(observations: readonly Observation[], members: readonly number[]): Fit {
  const size = members.length;
  const places = new Map(members.map((member, place) => [member, place]));
  const byObject = groupedByObject(observations);
  const matrix = new Float64Array(size * size).fill(1 / size);
  const right = new Float64Array(size);
  const means = new Map<number, number>();
  for (const [object, list] of byObject) {
    const mean = list.reduce((sum, { total }) => sum + total, 0) / list.length;
    means.set(object, mean);
    for (const a of list) {
      const row = places.get(a.evaluator)!;
      right[row] = right[row]! + a.total - mean;
      matrix[row * size + row] = matrix[row * size + row]! + 1;
      for (const b of list) {
        const at = row * size + places.get(b.evaluator)!;
        matrix[at] = matrix[at]! - 1 / list.length;
      }
    }
  }
  const inverse = inverseOf(matrix, size);
  if (inverse === null) throw new RangeError('the group is not linked');
  const effects = right.map((_, row) => right.reduce((sum, value, c) => sum + inverse[row * size + c]! * value, 0));
  const effectOf = ({ evaluator }: Observation): number => effects[places.get(evaluator)!]!;
  const shifts = new Map(
    [...byObject].map(([object, list]) => [object, list.reduce((sum, o) => sum + effectOf(o), 0) / list.length]),
  );
  return {
    effects,
    variances: right.map((_, row) => inverse[row * size + row]! - 1 / size),
    residuals: Float64Array.from(
      observations,
      (o) => o.total - means.get(o.object)! - effectOf(o) + shifts.get(o.object)!,
    ),
  };
}

/** Sheets, residual sum of squares and fitted effect of one evaluator. */
interface Own {
  readonly group: number;
  sheets: number;
  squares: number;
  effect: number;
  variance: number;
}

function fitAll(frame: Frame, observations: readonly Observation[]) {
  const { ofEvaluator, count } = componentsOf(
    observations.map(({ object }) => object),
    observations.map(({ evaluator }) => evaluator),
    frame.plans.length * frame.stages.length,
    frame.evaluators.length,
  );
  const own = Array.from(ofEvaluator, (group): Own => ({ group, sheets: 0, squares: 0, effect: 0, variance: 0 }));
  for (let group = 0; group < count; group += 1) {
    const inGroup = observations.filter(({ evaluator }) => ofEvaluator[evaluator] === group);
    const members = own.flatMap((one, evaluator) => (one.group === group ? [evaluator] : []));
    const { effects, variances, residuals } = fitGroup(inGroup, members);
    members.forEach((member, place) => {
      own[member]!.effect = effects[place]!;
      own[member]!.variance = variances[place]!;
    });
    inGroup.forEach(({ evaluator }, i) => {
      own[evaluator]!.sheets += 1;
      own[evaluator]!.squares += residuals[i]! ** 2;
    });
  }
  const objects = new Set(observations.map(({ object }) => object)).size;
  const linked = own.filter(({ group }) => group >= 0).length;
  return { own, groups: count, freedom: observations.length - objects - linked + count };
}

/** The severities of a round that is already in order. */
export function severityOfFrame(frame: Frame): Answer<Severity> {
  const observations = observationsOf(frame);
  const { own, groups, freedom } = fitAll(frame, observations);
  const lack = shortfall(METHOD, { degreesOfFreedom: SEVERITY_FREEDOM }, { degreesOfFreedom: Math.max(0, freedom) });
  if (lack) return lack;
  const variance = own.reduce((sum, { squares }) => sum + squares, 0) / freedom;
  const evaluators = frame.evaluators.map((evaluator, who): EvaluatorSeverity => {
    const { group, sheets, squares, effect, variance: unit } = own[who]!;
    const enough = sheets >= SEVERITY_SHEETS;
    return {
      evaluator,
      sheets,
      group,
      severity: enough ? rounded(-effect) : null,
      standardError: enough ? rounded(Math.sqrt(variance * Math.max(0, unit))) : null,
      // each residual carries freedom / n of a degree of freedom
      spread: enough ? rounded(Math.sqrt(squares / ((sheets * freedom) / observations.length))) : null,
    };
  });
  return {
    ...METHOD,
    status: 'ok',
    evaluators,
    groups,
    residualDeviation: rounded(Math.sqrt(variance)),
    degreesOfFreedom: freedom,
    severityDeviation: roundedOrNull(
      deviationOf(evaluators.flatMap(({ severity }) => (severity === null ? [] : [severity]))),
    ),
  };
}

/**
 * How severe each evaluator was, in points: totals as plan effect + evaluator effect, least squares, any design. Shown
 * beside the result and never in place of it: a difference may be judgement as well as severity.
 */
export function severityOf(input: AnalysisInput): Answer<Severity> {
  return severityOfFrame(frameOf(input));
}
