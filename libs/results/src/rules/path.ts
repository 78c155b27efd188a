import { basisPoints } from './ratio.js';

/** One year of a target beside what came of it: persons, facilities or cases. */
export interface PathYear {
  readonly year: number;
  readonly target: number;
  readonly cumulativeTarget: number;
  /** null = nothing was reported of that year. */
  readonly result: number | null;
  /** Sum of the results up to this year; null where this year is not reported. */
  readonly cumulativeResult: number | null;
  /** cumulativeResult of cumulativeTarget, in hundredths of a percent; null where either is missing. */
  readonly attained: number | null;
}

/**
 * Attainment against the path: the targets added up year by year, and the results beside them. A year that is not reported stays
 * open and is never taken for nought.
 */
export function pathOf(
  years: readonly number[],
  targets: readonly { readonly year: number; readonly value: number }[],
  results: ReadonlyMap<number, number>,
): PathYear[] {
  let [cumulativeTarget, reached] = [0, 0];
  return years
    .toSorted((a, b) => a - b)
    .map((year) => {
      const target = targets.reduce((sum, one) => sum + (one.year === year ? one.value : 0), 0);
      const result = results.get(year) ?? null;
      cumulativeTarget += target;
      reached += result ?? 0;
      const cumulativeResult = result === null ? null : reached;
      return {
        year,
        target,
        cumulativeTarget,
        result,
        cumulativeResult,
        attained: cumulativeResult === null ? null : basisPoints(BigInt(cumulativeResult), BigInt(cumulativeTarget)),
      };
    });
}
