import type { Random } from './random.js';

/** The values the observers gave one unit; absent values are left out, never 0. */
export type Unit = readonly number[];

/** What a unit adds to alpha: everything the interval metric needs, so that a resample of units costs no values. */
interface UnitSums {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
  /** Sum of (a - b)² over its ordered pairs, ÷ (count - 1). */
  readonly within: number;
}

function sumsOf(unit: Unit, centre: number): UnitSums {
  const [sum, squares] = [
    unit.reduce((all, value) => all + (value - centre), 0),
    unit.reduce((all, value) => all + (value - centre) ** 2, 0),
  ];
  const count = unit.length;
  return { count, sum, squares, within: (2 * (count * squares - sum * sum)) / (count - 1) };
}

function isPairable(unit: Unit): boolean {
  return unit.length >= 2;
}

/** 1 - observed ÷ expected disagreement, from sums over the units; NaN when all values are alike. */
function alphaOf(count: number, sum: number, squares: number, within: number): number {
  const expected = (2 * (count * squares - sum * sum)) / (count * (count - 1));
  return expected > 1e-12 ? 1 - within / count / expected : Number.NaN;
}

/**
 * Krippendorff's alpha, interval metric, any number of observers and absent values (Krippendorff 2011, Computing
 * Krippendorff's Alpha-Reliability). Units with fewer than two values say nothing. NaN when nothing varies.
 */
export function intervalAlpha(units: readonly Unit[]): number {
  return alphaOfSums(unitSums(units));
}

function unitSums(units: readonly Unit[]): UnitSums[] {
  const pairable = units.filter(isPairable);
  // differences do not depend on the origin; close to it the squares keep their digits
  const centre = pairable[0]?.[0] ?? 0;
  return pairable.map((unit) => sumsOf(unit, centre));
}

function alphaOfSums(units: readonly UnitSums[]): number {
  let [count, sum, squares, within] = [0, 0, 0, 0];
  for (const unit of units) {
    count += unit.count;
    sum += unit.sum;
    squares += unit.squares;
    within += unit.within;
  }
  return alphaOf(count, sum, squares, within);
}

/** The same with the nominal metric: two values agree or they do not. */
export function nominalAlpha(units: readonly Unit[]): number {
  const pairable = units.filter(isPairable);
  const totals = new Map<number, number>();
  let [count, observed] = [0, 0];
  for (const unit of pairable) {
    const own = new Map<number, number>();
    for (const value of unit) {
      own.set(value, (own.get(value) ?? 0) + 1);
      totals.set(value, (totals.get(value) ?? 0) + 1);
    }
    const alike = [...own.values()].reduce((sum, n) => sum + n * (n - 1), 0);
    observed += (unit.length * (unit.length - 1) - alike) / (unit.length - 1);
    count += unit.length;
  }
  const alike = [...totals.values()].reduce((sum, n) => sum + n * (n - 1), 0);
  const expected = (count * (count - 1) - alike) / (count * (count - 1));
  return expected > 0 ? 1 - observed / count / expected : Number.NaN;
}

/** Percentile interval of interval alpha over resamples of the units; null when too many of them had no variation. */
export function alphaInterval(
  units: readonly Unit[],
  { level, replicates }: { readonly level: number; readonly replicates: number },
  random: Random,
): readonly [number, number] | null {
  const sums = unitSums(units);
  const values = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    let [count, sum, squares, within] = [0, 0, 0, 0];
    for (let i = 0; i < sums.length; i += 1) {
      const unit = sums[random.below(sums.length)]!;
      count += unit.count;
      sum += unit.sum;
      squares += unit.squares;
      within += unit.within;
    }
    values[replicate] = alphaOf(count, sum, squares, within);
  }
  values.sort(); // what has no alpha goes last
  const known = values.findIndex(Number.isNaN);
  const size = known < 0 ? replicates : known;
  if (size < replicates / 2) return null;
  const at = (share: number): number => values[Math.min(size - 1, Math.floor(share * size))]!;
  return [at((1 - level) / 2), at((1 + level) / 2)];
}
