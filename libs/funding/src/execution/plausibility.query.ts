import { AnnouncementEntity } from '@daegaejo/designation';
import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { type PlanEntity, plansIn, readPlan, newestVersion } from '@daegaejo/plan';
import { type AnyIndicator, type PlanContent, targetTotals } from '@daegaejo/plan/rules';
import { type Finding, sumWon } from '@daegaejo/platform/rules';
import { readRound, RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { type EntityManager, LessThan } from 'typeorm';
import type { PlausibilityView } from './http/execution-round.dto.js';
import {
  type EarlierCohort,
  type EarlierPlan,
  type PlanFigures,
  plausibilityWarnings,
  shrinkOf,
  standingsOf,
} from '../rules/index.js';
import { dossiersOf } from './store/dossiers.js';

/** The answer, its warnings not yet in words. */
type Found = Omit<PlausibilityView, 'warnings'> & { warnings: Finding[] };

/** Code of the announced figure that direct hires are held against; its definition was never stated. */
const ANNOUNCED_JOBS = 'jobs';

/**
 * A plan held against what earlier cohorts confirmed: where its rates stand among theirs, and what became of announced jobs.
 * Warnings for whoever reads the plan; nothing is refused, and without an earlier cohort nothing is said.
 */
export async function getPlausibility({ manager }: Reading, actor: Actor, planId: string): Promise<Found> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getPlausibility', plan);
  const round = await readRound(manager, actor, plan.roundId);
  const content = (await newestVersion(manager, plan))?.content ?? null;
  const { plans, cohorts } = await earlierThan(manager, round);
  const own = content === null ? null : figuresOf(content);
  const standings = own === null ? [] : standingsOf(own, plans);
  const shrinks = shrinkOf(cohorts);
  const announced = jobsIn(content?.reportedFigures ?? []);
  return {
    planId,
    cohorts: cohorts.map(({ cohort }) => cohort),
    plans: plans.length,
    measures: standings.map((standing) => ({
      ...standing,
      value: text(standing.value),
      min: text(standing.min),
      median: text(standing.median),
      max: text(standing.max),
    })),
    announcedToConfirmed: shrinks,
    warnings: own === null ? [] : plausibilityWarnings(standings, shrinks, { announced, hires: own.hires }),
  };
}

const text = (value: bigint | null): string | null => (value === null ? null : String(value));

const jobsIn = (figures: readonly { readonly code: string; readonly value: string }[]): number | null =>
  Number(figures.find(({ code }) => code === ANNOUNCED_JOBS)?.value ?? 0) || null;

function figuresOf(content: PlanContent): PlanFigures {
  const totals = targetTotals(content.indicators);
  const of = (code: AnyIndicator): number => totals.get(code) ?? 0;
  return {
    hires: of('direct-hires'),
    facilities: of('support-facilities'),
    supports: of('company-supports'),
    won: sumWon(content.budget.map(({ amount }) => BigInt(amount))),
  };
}

/** What the cohorts before this one confirmed, plan by plan and in all. */
async function earlierThan(
  manager: EntityManager,
  round: RoundEntity,
): Promise<{ plans: EarlierPlan[]; cohorts: EarlierCohort[] }> {
  const rounds = await manager.find(RoundEntity, { where: { year: LessThan(round.year) }, order: { year: 'ASC' } });
  const found: { plans: EarlierPlan[]; cohorts: EarlierCohort[] } = { plans: [], cohorts: [] };
  for (const earlier of rounds) {
    if (!hasReached(earlier.state, 'confirmed')) continue;
    const plans = await confirmedFigures(manager, await plansIn(manager, earlier.id, ['confirmed', 'designated']));
    const [announcement] = await manager.find(AnnouncementEntity, {
      where: { roundId: earlier.id },
      order: { no: 'DESC' },
      take: 1,
    });
    found.plans.push(...plans.map((figures) => ({ ...figures, cohort: earlier.year })));
    found.cohorts.push({
      cohort: earlier.year,
      announced: jobsIn(announcement?.figures ?? []),
      confirmed: plans.reduce((sum, { hires }) => sum + hires, 0),
    });
  }
  return found;
}

async function confirmedFigures(manager: EntityManager, plans: readonly PlanEntity[]): Promise<PlanFigures[]> {
  const dossiers = await dossiersOf(manager, plans);
  return dossiers.flatMap(({ confirmed }) => (confirmed === null ? [] : [figuresOf(confirmed)]));
}
