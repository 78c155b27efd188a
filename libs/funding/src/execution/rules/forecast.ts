/** What a region planned and reached of one indicator: its targets by year, and what it reported of the years it reported. */
export interface Course {
  readonly targets: readonly { readonly year: number; readonly value: number }[];
  readonly attained: readonly { readonly year: number; readonly value: number }[];
}

export type Forecast =
  | { readonly method: 'not-enough-data'; readonly reason: 'nothing-reported' | 'nothing-planned' | 'few-regions' }
  | {
      readonly method: 'observed';
      readonly expected: number;
      readonly low: number;
      readonly high: number;
      readonly target: number;
      readonly coverageBp: 10_000;
      readonly regions: number;
    }
  | {
      readonly method: 'share-of-target';
      readonly expected: number;
      readonly low: number;
      readonly high: number;
      readonly target: number;
      /** How often such an interval holds, in basis points. */
      readonly coverageBp: number;
      readonly regions: number;
    };

/** Fewest regions with a ratio of their own for an interval. */
export const FORECAST_REGIONS = 3;
/** Ratios are whole millionths. */
const MILLION = 1_000_000n;

const sum = (rows: readonly { readonly value: number }[]): bigint =>
  rows.reduce((total, { value }) => total + BigInt(value), 0n);

/** Attained and planned of the reported years, and the target of all years; years nobody planned count as reported, too. */
function pathOf({ targets, attained }: Course): { reached: bigint; planned: bigint; target: bigint } {
  const years = new Set(attained.map(({ year }) => year));
  return {
    reached: sum(attained),
    planned: sum(targets.filter(({ year }) => years.has(year))),
    target: sum(targets),
  };
}

const halfUp = (part: bigint, whole: bigint): bigint => (2n * part + whole) / (2n * whole);
const floorDiv = (part: bigint, whole: bigint): bigint => {
  const quotient = part / whole;
  return part % whole < 0n ? quotient - 1n : quotient;
};

/**
 * Expected attainment at the end of the last funding year (convention; method `share-of-target`). With R reached and P
 * planned in the years reported and T the target of all years, the region is taken to go on at its own ratio:
 *
 *   expected = R × T ÷ P, rounded half up
 *
 * The interval lets the years still to come (T − P) differ from that as the regions of the cohort differ from one another.
 * Of each region with a plan and a report, ρ = R ÷ P in millionths; d_min and d_max are the smallest and the largest distance
 * of a ρ from their mean (n of them):
 *
 *   low  = R + (T − P) × max(0, ρ + d_min), rounded down
 *   high = R + (T − P) × max(0, ρ + d_max), rounded up
 *
 * If the deviation still to come is one more draw like the n seen, it lies between the smallest and the largest of them
 * with probability (n − 1) ÷ (n + 1): that is `coverageBp`, without any assumption on a distribution. One deviation holds for
 * all years to come. Nothing is drawn at random, so the same figures always give the same answer. Where every year is
 * reported it is `observed`. Not enough data: no report, nothing planned for the reported years, or fewer than 3 regions.
 *
 * Example: targets 100, 140, 160 (T 400), reported 90 in the first year: R 90, P 100, expected 360. With ρ of the cohort
 * 0.9, 1.1, 1.0 the mean is 1.0, d from −0.1 to 0.1: low 90 + 300 × 0.8 = 330, high 90 + 300 × 1.0 = 390, coverage 2 ÷ 4.
 */
export function forecastOf(own: Course, cohort: readonly Course[]): Forecast {
  if (own.attained.length === 0) return { method: 'not-enough-data', reason: 'nothing-reported' };
  const { reached, planned, target } = pathOf(own);
  const reported = new Set(own.attained.map(({ year }) => year));
  const rest = target - planned;
  const all = own.targets.every(({ year, value }) => value === 0 || reported.has(year));
  if (target === 0n) return { method: 'not-enough-data', reason: 'nothing-planned' };
  if (all)
    return {
      method: 'observed',
      expected: Number(reached),
      low: Number(reached),
      high: Number(reached),
      target: Number(target),
      coverageBp: 10_000,
      regions: 1,
    };
  if (planned === 0n) return { method: 'not-enough-data', reason: 'nothing-planned' };
  const ratios = cohort
    .map(pathOf)
    .filter((path, index) => path.planned > 0n && (cohort[index]?.attained.length ?? 0) > 0)
    .map((path) => (path.reached * MILLION) / path.planned);
  const n = BigInt(ratios.length);
  if (ratios.length < FORECAST_REGIONS) return { method: 'not-enough-data', reason: 'few-regions' };
  const mean = ratios.reduce((total, ratio) => total + ratio, 0n) / n;
  const ratio = (reached * MILLION) / planned;
  const least = ratios.reduce((a, b) => (a < b ? a : b)) - mean;
  const most = ratios.reduce((a, b) => (a > b ? a : b)) - mean;
  const at = (deviation: bigint): bigint => rest * (ratio + deviation > 0n ? ratio + deviation : 0n);
  const expected = Number(halfUp(reached * target, planned));
  return {
    method: 'share-of-target',
    expected,
    low: Math.min(expected, Number(reached + floorDiv(at(least), MILLION))),
    high: Math.max(expected, Number(reached - floorDiv(-at(most), MILLION))),
    target: Number(target),
    coverageBp: Number(((n - 1n) * 10_000n) / (n + 1n)),
    regions: ratios.length,
  };
}

/** The same of a cohort: the sum of the regions' expectations; null where one of them has none. Intervals do not add up and are left out. */
export function sumOfForecasts(forecasts: readonly Forecast[]): number | null {
  let total = 0;
  for (const forecast of forecasts) {
    if (forecast.method === 'not-enough-data') return null;
    total += forecast.expected;
  }
  return forecasts.length === 0 ? null : total;
}
