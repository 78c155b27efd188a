import type { RaschData } from './rasch-data.js';

/** Logits beyond which a probability is 0 or 1 to all digits kept. */
export const FARTHEST = 30;

/** Probabilities of the categories at a logit, into `chances`; gives the expected category and its variance. */
export function moments(logit: number, cumulated: Float64Array, chances: Float64Array): readonly [number, number] {
  const bounded = Math.max(-FARTHEST, Math.min(FARTHEST, logit));
  const size = cumulated.length;
  let [total, first, second] = [0, 0, 0];
  for (let k = 0; k < size; k += 1) {
    const weight = Math.exp(k * bounded - cumulated[k]!);
    chances[k] = weight;
    total += weight;
    first += k * weight;
    second += k * k * weight;
  }
  for (let k = 0; k < size; k += 1) chances[k] = chances[k]! / total;
  const expected = first / total;
  return [expected, second / total - expected * expected];
}

/** Sums of the thresholds up to each category. */
export function cumulate(thresholds: Float64Array): Float64Array {
  let sum = 0;
  return thresholds.map((threshold) => (sum += threshold));
}

/** The marks that are fitted, with the elements of each facet numbered through. */
export interface FittedMarks {
  readonly category: Int32Array;
  readonly elements: readonly [Int32Array, Int32Array, Int32Array];
  /** Element of the data by number. */
  readonly ids: readonly [number[], number[], number[]];
  readonly categories: number;
}

/** Leaves out what is not fitted. */
export function fittedMarks({ elements, category, fitted, ranges }: RaschData): FittedMarks {
  const numbered = elements.map((element) => {
    const ids = [...new Set(fitted.map((mark) => element[mark]!))].sort((a, b) => a - b);
    const numbers = new Map(ids.map((id, number) => [id, number]));
    return { ids, element: fitted.map((mark) => numbers.get(element[mark]!)!) };
  });
  const [plan, evaluator, criterion] = numbered as [(typeof numbered)[0], (typeof numbered)[0], (typeof numbered)[0]];
  return {
    category: fitted.map((mark) => category[mark]!),
    elements: [plan.element, evaluator.element, criterion.element],
    ids: [plan.ids, evaluator.ids, criterion.ids],
    categories: ranges.length,
  };
}

/** What raises a mark, in logits, by facet: ability, leniency, easiness; and the steps between the categories. */
export interface RaschState {
  readonly lifts: readonly [Float64Array, Float64Array, Float64Array];
  readonly thresholds: Float64Array;
}

/** What the model expects of each mark, and how many marks of each category it expects in sum. */
export interface Expected {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly counts: Float64Array;
}

/** Fills in what the model expects. */
export function expectMarks({ elements }: FittedMarks, { lifts, thresholds }: RaschState, into: Expected): void {
  const [[plan, evaluator, criterion], [ability, leniency, easiness]] = [elements, lifts];
  const [cumulated, chances] = [cumulate(thresholds), new Float64Array(thresholds.length)];
  into.counts.fill(0);
  for (let mark = 0; mark < plan.length; mark += 1) {
    const logit = ability[plan[mark]!]! + leniency[evaluator[mark]!]! + easiness[criterion[mark]!]!;
    const [mean, variance] = moments(logit, cumulated, chances);
    into.mean[mark] = mean;
    into.variance[mark] = Math.max(variance, 1e-12);
    for (let k = 0; k < chances.length; k += 1) into.counts[k] = into.counts[k]! + chances[k]!;
  }
}
