import { choleskyOf, inverseOf, solveFactored } from './linear-algebra.js';
import type { Expected, FittedMarks, RaschState } from './rasch-model.js';

/**
 * Score and information with the plans eliminated. Evaluators and criteria are numbered on one after the other; the
 * matrix lacks two ranks (a constant may go to either, or to the plans), which a constant on each block supplies.
 */
interface Reduced {
  readonly size: number;
  readonly matrix: Float64Array;
  readonly score: Float64Array;
  readonly planScore: Float64Array;
  readonly planInformation: Float64Array;
  /** By plan, the others it is marked with and the information it shares with each. */
  readonly shared: readonly ReadonlyMap<number, number>[];
}

function add(values: Float64Array, at: number, value: number): void {
  values[at] = values[at]! + value;
}

function reduce({ elements, category, ids }: FittedMarks, { mean, variance }: Expected): Reduced {
  const [plan, evaluator, criterion] = elements;
  const [plans, evaluators, criteria] = [ids[0].length, ids[1].length, ids[2].length];
  const size = evaluators + criteria;
  const [planScore, planInformation] = [new Float64Array(plans), new Float64Array(plans)];
  const [score, matrix] = [new Float64Array(size), new Float64Array(size * size)];
  const shared = Array.from({ length: plans }, () => new Map<number, number>());
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1)
      if (a < evaluators === b < evaluators) matrix[a * size + b] = 1 / (a < evaluators ? evaluators : criteria);
  for (let mark = 0; mark < plan.length; mark += 1) {
    const [p, e, c] = [plan[mark]!, evaluator[mark]!, evaluators + criterion[mark]!];
    const [residual, weight] = [category[mark]! - mean[mark]!, variance[mark]!];
    add(planScore, p, residual);
    add(planInformation, p, weight);
    for (const one of [e, c]) {
      add(score, one, residual);
      add(matrix, one * size + one, weight);
      shared[p]!.set(one, (shared[p]!.get(one) ?? 0) + weight);
    }
    add(matrix, e * size + c, weight);
    add(matrix, c * size + e, weight);
  }
  shared.forEach((own, p) => {
    for (const [a, weight] of own) {
      add(score, a, (-weight * planScore[p]!) / planInformation[p]!);
      for (const [b, other] of own) add(matrix, a * size + b, (-weight * other) / planInformation[p]!);
    }
  });
  return { size, matrix, score, planScore, planInformation, shared };
}

/**
 * One Newton step for all plans, evaluators and criteria together, no longer than one logit; gives its length, NaN when
 * the marks do not determine one.
 */
export function newtonStep(marks: FittedMarks, { lifts }: RaschState, expected: Expected): number {
  const { size, matrix, score, planScore, planInformation, shared } = reduce(marks, expected);
  const factor = choleskyOf(matrix, size);
  if (factor === null) return Number.NaN;
  const step = solveFactored(factor, score, size);
  const planStep = planScore.map((own, p) => {
    let sum = own;
    for (const [other, weight] of shared[p]!) sum -= weight * step[other]!;
    return sum / planInformation[p]!;
  });
  const evaluators = marks.ids[1].length;
  const steps = [planStep, step.subarray(0, evaluators), step.subarray(evaluators)];
  const longest = Math.max(...steps.map((part) => part.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
  const scale = longest > 1 ? 1 / longest : 1;
  steps.forEach((part, facet) => part.forEach((value, at) => add(lifts[facet]!, at, scale * value)));
  return longest * scale;
}

/** Standard errors by facet: each with the uncertainty of the others in it, not as if they were known. */
export function standardErrors(marks: FittedMarks, expected: Expected): [Float64Array, Float64Array, Float64Array] {
  const { size, matrix, planInformation, shared } = reduce(marks, expected);
  const inverse = inverseOf(matrix, size) ?? new Float64Array(size * size).fill(Number.NaN);
  const evaluators = marks.ids[1].length;
  const criteria = size - evaluators;
  // what was added to supply the ranks is taken out again
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1)
      if (a < evaluators === b < evaluators) add(inverse, a * size + b, -1 / (a < evaluators ? evaluators : criteria));
  const errorOf = (one: number): number => Math.sqrt(inverse[one * size + one]!);
  const plans = planInformation.map((information, p) => {
    let variance = 1 / information;
    for (const [a, weight] of shared[p]!)
      for (const [b, other] of shared[p]!) variance += (weight * other * inverse[a * size + b]!) / information ** 2;
    return Math.sqrt(variance);
  });
  return [
    plans,
    Float64Array.from({ length: evaluators }, (_, e) => errorOf(e)),
    Float64Array.from({ length: criteria }, (_, c) => errorOf(evaluators + c)),
  ];
}
