import type { StageFrame } from './frame.js';

/** Fewest marks in a category: below it its threshold is not known (Linacre 2002, J Appl Meas 3(1):85–106). */
export const CATEGORY_MARKS = 10;

/** The sign with which plan, evaluator and criterion enter the logit of a higher mark. */
export const SIGNS = [1, -1, -1] as const;

/** Neighbouring bins taken together as one category; ends included. */
export interface BinRange {
  readonly first: number;
  readonly last: number;
  readonly marks: number;
}

/** The marks of a stage as categories, one entry per mark. */
export interface RaschData {
  /** Element of each facet by mark. */
  readonly elements: readonly [Int32Array, Int32Array, Int32Array];
  /** Elements per facet. */
  readonly sizes: readonly [number, number, number];
  readonly category: Int32Array;
  readonly ranges: readonly BinRange[];
  /** Elements whose marks are all in the lowest or all in the highest category; 1 = set aside from the fit. */
  readonly extreme: readonly [Uint8Array, Uint8Array, Uint8Array];
  /** Marks that are fitted: none of their elements is extreme. */
  readonly fitted: Int32Array;
}

type Marks = Pick<RaschData, 'elements' | 'sizes'> & { readonly bin: Int32Array };

/** The marks given, in bins of equal width: with 11 bins, the nearest tenth of the highest mark. */
function marksOf(
  { plan, evaluator, criteria, given }: StageFrame,
  evaluators: number,
  plans: number,
  bins: number,
): Marks {
  const width = criteria.length;
  const places = Array.from(given.keys()).filter((at) => !Number.isNaN(given[at]!));
  return {
    elements: [
      Int32Array.from(places, (at) => plan[Math.floor(at / width)]!),
      Int32Array.from(places, (at) => evaluator[Math.floor(at / width)]!),
      Int32Array.from(places, (at) => at % width),
    ],
    sizes: [plans, evaluators, width],
    // halves go up, also those a binary fraction falls just short of
    bin: Int32Array.from(places, (at) => Math.floor(given[at]! * (bins - 1) + 0.5 + 1e-9)),
  };
}

/** Takes the rarest category together with its rarer neighbour until every one has enough marks. */
export function rangesOf(counts: readonly number[]): BinRange[] {
  const ranges = counts.map((marks, bin): BinRange => ({ first: bin, last: bin, marks }));
  while (ranges.length > 1) {
    const rarest = ranges.reduce((least, { marks }, i) => (marks < ranges[least]!.marks ? i : least), 0);
    if (ranges[rarest]!.marks >= CATEGORY_MARKS) break;
    const [left, right] = [ranges[rarest - 1], ranges[rarest + 1]];
    const low = left === undefined || (right !== undefined && right.marks < left.marks) ? rarest : rarest - 1;
    const [a, b] = [ranges[low]!, ranges[low + 1]!];
    ranges.splice(low, 2, { first: a.first, last: b.last, marks: a.marks + b.marks });
  }
  return ranges;
}

function categoriesOf(bin: Int32Array, fitted: Int32Array, bins: number): { ranges: BinRange[]; category: Int32Array } {
  const counts = Array.from({ length: bins }, () => 0);
  for (const mark of fitted) counts[bin[mark]!] = counts[bin[mark]!]! + 1;
  const ranges = rangesOf(counts);
  const ofBin = ranges.flatMap(({ first, last }, category) => Array.from({ length: last - first + 1 }, () => category));
  return { ranges, category: bin.map((value) => ofBin[value]!) };
}

/** Sets aside the elements all of whose fitted marks are in an end category; says whether there was one. */
function setAside(
  { elements, sizes }: Marks,
  category: Int32Array,
  highest: number,
  fitted: Int32Array,
  extreme: RaschData['extreme'],
): boolean {
  let found = false;
  elements.forEach((element, facet) => {
    const [count, sum] = [new Int32Array(sizes[facet]!), new Int32Array(sizes[facet]!)];
    for (const mark of fitted) {
      const at = element[mark]!;
      count[at] = count[at]! + 1;
      sum[at] = sum[at]! + category[mark]!;
    }
    count.forEach((marks, at) => {
      if (marks === 0 || (sum[at] !== 0 && sum[at] !== marks * highest)) return;
      extreme[facet]![at] = 1;
      found = true;
    });
  });
  return found;
}

/** A stage's marks ready for the fit: categories with enough marks, and extreme elements set aside, in turn. */
export function raschData(stage: StageFrame, evaluators: number, plans: number, bins: number): RaschData {
  const marks = marksOf(stage, evaluators, plans, bins);
  const extreme = [new Uint8Array(plans), new Uint8Array(evaluators), new Uint8Array(marks.sizes[2])] as const;
  const isFitted = (mark: number): boolean =>
    marks.elements.every((element, facet) => extreme[facet]![element[mark]!] === 0);
  for (;;) {
    const fitted = Int32Array.from(Array.from(marks.bin.keys()).filter(isFitted));
    const { ranges, category } = categoriesOf(marks.bin, fitted, bins);
    if (ranges.length < 2 || !setAside(marks, category, ranges.length - 1, fitted, extreme))
      return { elements: marks.elements, sizes: marks.sizes, category, ranges, extreme, fitted };
  }
}
