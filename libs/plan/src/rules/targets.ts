import type { AnyIndicator, Indicator } from './content.js';

/** Target of all years of funding: persons, facilities or cases. */
export const targetOf = ({ targets }: Indicator): number => targets.reduce((sum, { value }) => sum + value, 0);

/** The same by indicator; one a draft has twice counts twice. */
export function targetTotals(indicators: readonly Indicator[]): Map<AnyIndicator, number> {
  const sums = new Map<AnyIndicator, number>();
  for (const indicator of indicators) sums.set(indicator.code, (sums.get(indicator.code) ?? 0) + targetOf(indicator));
  return sums;
}
