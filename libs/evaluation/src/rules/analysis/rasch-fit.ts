import { type Expected, expectMarks, type FittedMarks, fittedMarks, type RaschState } from './rasch-model.js';
import type { RaschData } from './rasch-data.js';
import { newtonStep, standardErrors } from './rasch-newton.js';

const MOST_ROUNDS = 200;
/** Logits by which nothing moves any more. */
const STILL = 1e-7;

/** One element as fitted. Logits; `lift` = what raises a mark: ability, leniency, easiness. */
export interface FittedElement {
  readonly lift: number;
  readonly error: number;
  /** Mean squares of the residuals, weighted by information and plain. */
  readonly infit: number;
  readonly outfit: number;
}

export interface RaschFit {
  /** By facet, the elements that could be fitted, by their number in the data. */
  readonly elements: readonly [FittedElements, FittedElements, FittedElements];
  /** Step into category k from the one below; the first is 0 and means nothing. The others sum to 0. */
  readonly thresholds: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

export type FittedElements = ReadonlyMap<number, FittedElement>;

/** Moves the thresholds towards the counts observed; gives the longest step. */
function stepThresholds(thresholds: Float64Array, observed: Float64Array, { counts }: Expected): number {
  let longest = 0;
  const ratio = (k: number): number => Math.log(observed[k]! / counts[k]!);
  for (let k = 1; k < thresholds.length; k += 1) {
    const step = Math.max(-1, Math.min(1, ratio(k - 1) - ratio(k)));
    thresholds[k] = thresholds[k]! + step;
    longest = Math.max(longest, Math.abs(step));
  }
  return longest;
}

/** Evaluators, criteria and thresholds around 0; the plans take up the shift, so that no logit changes. */
function centre({ lifts: [ability, leniency, easiness], thresholds }: RaschState): void {
  const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const steps = thresholds.subarray(1);
  const [lenient, easy, step] = [meanOf(leniency), meanOf(easiness), meanOf(steps)];
  for (let e = 0; e < leniency.length; e += 1) leniency[e] = leniency[e]! - lenient;
  for (let c = 0; c < easiness.length; c += 1) easiness[c] = easiness[c]! - easy;
  for (let k = 0; k < steps.length; k += 1) steps[k] = steps[k]! - step;
  for (let p = 0; p < ability.length; p += 1) ability[p] = ability[p]! + lenient + easy - step;
}

function elementsOf(
  marks: FittedMarks,
  { lifts }: RaschState,
  { mean, variance }: Expected,
  errors: readonly Float64Array[],
  facet: 0 | 1 | 2,
): FittedElements {
  const size = marks.ids[facet].length;
  const sums = Array.from({ length: size }, () => ({ count: 0, squares: 0, standard: 0, information: 0 }));
  marks.elements[facet].forEach((at, mark) => {
    const square = (marks.category[mark]! - mean[mark]!) ** 2;
    const sum = sums[at]!;
    sum.count += 1;
    sum.squares += square;
    sum.standard += square / variance[mark]!;
    sum.information += variance[mark]!;
  });
  return new Map(
    sums.map(({ count, squares, standard, information }, at) => [
      marks.ids[facet][at]!,
      {
        lift: lifts[facet][at]!,
        error: errors[facet]![at]!,
        infit: squares / information,
        outfit: standard / count,
      },
    ]),
  );
}

/**
 * Joint maximum likelihood of the rating-scale model with three facets: Newton steps for all elements together, the
 * thresholds by matching the counts of the categories, until nothing moves. Measures are a little too wide when elements
 * have few marks (a factor of about n / (n - 1) for n of them).
 */
export function fitRasch(data: RaschData): RaschFit {
  const marks = fittedMarks(data);
  const { category, categories, ids } = marks;
  const observed = new Float64Array(categories);
  for (const k of category) observed[k] = observed[k]! + 1;
  const state: RaschState = {
    lifts: [new Float64Array(ids[0].length), new Float64Array(ids[1].length), new Float64Array(ids[2].length)],
    thresholds: new Float64Array(categories),
  };
  const expected: Expected = {
    mean: new Float64Array(category.length),
    variance: new Float64Array(category.length),
    counts: new Float64Array(categories),
  };
  let [iterations, longest] = [0, Infinity];
  while (longest > STILL && iterations < MOST_ROUNDS) {
    iterations += 1;
    expectMarks(marks, state, expected);
    longest = newtonStep(marks, state, expected);
    expectMarks(marks, state, expected);
    longest = Math.max(longest, stepThresholds(state.thresholds, observed, expected));
    centre(state);
  }
  expectMarks(marks, state, expected);
  const errors = standardErrors(marks, expected);
  const of = (facet: 0 | 1 | 2): FittedElements => elementsOf(marks, state, expected, errors, facet);
  return {
    elements: [of(0), of(1), of(2)],
    thresholds: state.thresholds,
    iterations,
    converged: longest <= STILL,
  };
}
