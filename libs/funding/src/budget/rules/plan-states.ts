import type { PlanState } from '@daegaejo/plan/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';

/** Money of the first year is asked for long before the designation; that of the later ones once the region is designated. */
const FIRST_YEAR: readonly PlanState[] = [
  'preselected',
  'in-post-consulting',
  'final-draft',
  'confirmed',
  'designated',
];
const LATER_YEARS: readonly PlanState[] = ['designated'];

/** States of a plan in which money of a budget year may be set (convention). */
export const statesFor = (year: number, { fundingYears }: Pick<RoundPolicy, 'fundingYears'>): readonly PlanState[] =>
  year === Math.min(...fundingYears) ? FIRST_YEAR : LATER_YEARS;

/** States of plans that have, had or may get money. */
export const MONEY_STATES: readonly PlanState[] = [...FIRST_YEAR, 'cancelled', 'revoked'];
