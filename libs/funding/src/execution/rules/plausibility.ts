import type { Finding } from '@daegaejo/platform/rules';
import { shareBp } from './execution-rate.js';

/** What of a plan is compared with earlier ones: its three-year targets, and its money in won. */
export interface PlanFigures {
  readonly hires: number;
  readonly facilities: number;
  readonly supports: number;
  readonly won: bigint;
}

/** A confirmed plan of an earlier cohort. */
export interface EarlierPlan extends PlanFigures {
  readonly cohort: number;
}

/** What an earlier cohort announced and confirmed of one number; `announced` null where it said nothing of it. */
export interface EarlierCohort {
  readonly cohort: number;
  readonly announced: number | null;
  readonly confirmed: number;
}

export const PLAUSIBILITY_MEASURES = ['hires-per-eok', 'won-per-facility', 'supports-per-eok'] as const;
/** 신규고용(직접) per 억원, won per 지원시설, 기업지원 per 억원. Rates per 억원 in thousandths. */
export type PlausibilityMeasure = (typeof PLAUSIBILITY_MEASURES)[number];

const EOK = 100_000_000n;

/** A measure of a plan: thousandths per 억원, or won per facility, rounded down; null where it would divide by nothing. */
export function measureOf(
  measure: PlausibilityMeasure,
  { hires, facilities, supports, won }: PlanFigures,
): bigint | null {
  if (measure === 'won-per-facility') return facilities <= 0 ? null : won / BigInt(facilities);
  const count = BigInt(measure === 'hires-per-eok' ? hires : supports);
  return won <= 0n ? null : (count * 1000n * EOK) / won;
}

/** Where a plan stands among earlier ones. */
export interface Standing {
  readonly measure: PlausibilityMeasure;
  readonly value: bigint | null;
  /** Earlier plans with that measure. */
  readonly plans: number;
  readonly min: bigint | null;
  readonly median: bigint | null;
  readonly max: bigint | null;
  /** Share of the earlier plans that are not above it, in basis points. */
  readonly quantileBp: number | null;
  readonly outside: 'above' | 'below' | null;
}

/** Median as one of the values: the lower of the middle two. */
const medianOf = (ascending: readonly bigint[]): bigint | null => ascending[(ascending.length - 1) >> 1] ?? null;

/** Each measure of a plan among those of the plans earlier cohorts confirmed. */
export function standingsOf(plan: PlanFigures, earlier: readonly PlanFigures[]): Standing[] {
  return PLAUSIBILITY_MEASURES.map((measure) => {
    const value = measureOf(measure, plan);
    const values = earlier
      .map((other) => measureOf(measure, other))
      .filter((one) => one !== null)
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const [min, max] = [values[0] ?? null, values.at(-1) ?? null];
    const compared = value === null || min === null || max === null ? null : { value, min, max };
    return {
      measure,
      value,
      plans: values.length,
      min,
      median: medianOf(values),
      max,
      quantileBp:
        compared === null ? null : shareBp(values.filter((one) => one <= compared.value).length, values.length),
      outside:
        compared === null
          ? null
          : compared.value > compared.max
            ? 'above'
            : compared.value < compared.min
              ? 'below'
              : null,
    };
  });
}

/** What an earlier cohort confirmed of what it announced, in basis points (2020: 15,472 of 60,000 jobs = 26%). */
export interface Shrink extends EarlierCohort {
  readonly ratioBp: number | null;
}

export const shrinkOf = (cohorts: readonly EarlierCohort[]): Shrink[] =>
  cohorts.map((cohort) => ({
    ...cohort,
    ratioBp: cohort.announced === null ? null : shareBp(cohort.confirmed, cohort.announced),
  }));

/**
 * What somebody who reads a new plan should be told (convention: a warning, never a refusal): a measure outside everything
 * earlier cohorts confirmed, and jobs announced that came down to a fraction in every earlier cohort. `announced`: the jobs the
 * plan itself names; null where it names none.
 */
export function plausibilityWarnings(
  standings: readonly Standing[],
  shrinks: readonly Shrink[],
  plan: { readonly announced: number | null; readonly hires: number },
): Finding[] {
  const warnings = standings.flatMap(({ measure, value, min, max, plans, outside }): Finding[] =>
    outside === null
      ? []
      : [
          {
            field: measure,
            code: `execution.plausibility.${measure}.${outside}`,
            params: {
              value: shown(measure, value ?? 0n),
              mark: shown(measure, (outside === 'above' ? max : min) ?? 0n),
              plans,
            },
          },
        ],
  );
  const ratios = shrinks.map(({ ratioBp }) => ratioBp).filter((bp) => bp !== null);
  const announced = plan.announced ?? plan.hires;
  const own = shareBp(plan.hires, announced);
  const best = ratios.length === 0 ? null : Math.max(...ratios);
  if (best !== null && own !== null && own > best)
    warnings.push({
      field: 'direct-hires',
      code: 'execution.plausibility.announced',
      params: {
        announced,
        own: Math.floor(own / 100),
        best: Math.floor(best / 100),
        expected: Math.floor((announced * best) / 10_000),
        cohorts: shrinks.map(({ cohort }) => cohort).join(', '),
      },
    });
  return warnings;
}

/** A rate in its unit with one digit, rounded down: thousandths become persons or cases per 억원, won become 억원. */
const shown = (measure: PlausibilityMeasure, value: bigint): string => {
  const tenths = measure === 'won-per-facility' ? (value * 10n) / EOK : value / 100n;
  return `${tenths / 10n}.${tenths % 10n}`;
};
