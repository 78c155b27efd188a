import { contentHash, type Reading } from '@daegaejo/platform';
import type { AnyIndicator } from '@daegaejo/plan/rules';
import { policyOf, type RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import type { FigureBasis } from './rules/index.js';
import { publishedFigures, type PublishedFigure, type ToldFigure } from './rules/index.js';
import { agreedPlans } from './store/agreed-plans.js';
import { type BudgetSlice, budgetSums } from './store/budget-sums.js';
import { announcedIn, noticesIn } from './store/published.js';
import { resultSums } from './store/result-sums.js';

/** Every figure of a cohort that may be told at this moment: the announced ones once announced, the rest once designated. */
export async function cohortFigures(reading: Reading, round: RoundEntity): Promise<PublishedFigure[]> {
  const announced = (await announcedIn(reading, [round.id], reading.now)).get(round.id) ?? null;
  if (!hasReached(round.state, 'designated'))
    return publishedFigures({ announced, plans: null, designated: null, secured: null, attained: null });
  const plans = await agreedPlans(reading, [round.id], 'confirmed');
  const noticed = new Set((await noticesIn(reading, [round.id])).map(({ planId }) => planId));
  return publishedFigures({
    announced,
    plans: plans.map(({ content }) => content),
    designated: noticed.size,
    secured: await securedFor(reading, round, {}),
    attained: attainedIn(await resultSums(reading, [round.id], 'reviewed')),
  });
}

/** The same of one designated region; null where the plan is none of the round. What was announced is told of the nation only. */
export async function planFigures(
  reading: Reading,
  round: RoundEntity,
  planId: string,
): Promise<PublishedFigure[] | null> {
  if (!hasReached(round.state, 'designated')) return null;
  const plan = (await agreedPlans(reading, [round.id], 'confirmed')).find((one) => one.planId === planId);
  if (plan === undefined) return null;
  const results = await resultSums(reading, [round.id], 'reviewed');
  return publishedFigures({
    announced: null,
    plans: [plan.content],
    designated: null,
    secured: await securedFor(reading, round, { planId }),
    attained: attainedIn(results.filter((one) => one.planId === planId)),
  });
}

/** A figure with the hash of what it says about whom, so that whoever was told it can be shown it is the same. */
export const toldFigure = (subject: string, { code, label, value, unit, query }: PublishedFigure): ToldFigure => ({
  code,
  label,
  value,
  unit,
  query,
  hash: contentHash({ subject, code, value, unit, query }),
});

/** National money of the first year: as enacted where the budget is followed, else as planned. */
async function securedFor(
  reading: Reading,
  round: RoundEntity,
  part: Pick<BudgetSlice, 'planId'>,
): Promise<FigureBasis['secured']> {
  const [year] = (await policyOf(reading.manager, round)).fundingYears.toSorted((a, b) => a - b);
  if (year === undefined) return null;
  const slice = { fromYear: year, toYear: year, roundId: round.id, provinceIds: null, ...part };
  const sums = (await budgetSums(reading, slice)).filter(({ source }) => source === 'national');
  for (const from of ['enacted', 'planned'] as const) {
    const found = sums.filter(({ stage }) => stage === from);
    if (found.length > 0) return { won: found.reduce((sum, { won }) => sum + BigInt(won), 0n), year, from };
  }
  return null;
}

function attainedIn(
  results: readonly { readonly code: AnyIndicator; readonly value: number }[],
): FigureBasis['attained'] {
  if (results.length === 0) return null;
  const sums = new Map<AnyIndicator, number>();
  for (const { code, value } of results) sums.set(code, (sums.get(code) ?? 0) + value);
  return sums;
}
