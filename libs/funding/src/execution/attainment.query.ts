import { publishedAnnouncement } from '@daegaejo/designation';
import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { plansIn } from '@daegaejo/plan';
import type { ReportedFigure } from '@daegaejo/plan/rules';
import { policyOf, readRound, RoundEntity, visibleRounds } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import type { LevelRowView } from './http/execution.dto.js';
import type { AttainmentView, FigureView } from './http/execution-round.dto.js';
import { definitionOf, type Level, siteLevel, sitesOf, sumLevels } from '../rules/index.js';
import { cohortForecasts, forecastsOf } from './forecasts.js';
import { provincesOf } from './round-execution.query.js';
import { type Dossier, dossiersOf } from './store/dossiers.js';
import { figuresOf } from './year-parts.js';

/** States in which a plan has confirmed targets that count. */
const COUNTED = ['confirmed', 'designated'] as const;

interface Cohort {
  readonly round: RoundEntity;
  readonly dossiers: readonly Dossier[];
  readonly sites: readonly (readonly { readonly site: string; readonly level: Level }[])[];
  readonly regions: readonly Level[];
  readonly level: Level;
}

/**
 * Announced, confirmed, planned and reached: site → region → cohort → nation, each level the sum of the one below, indicator by
 * indicator. Figures as they were announced stand beside it, in the words and units of whoever announced them, since jobs
 * announced are not defined as direct hires are. The nation is every cohort with confirmed plans the reader may see.
 */
export async function getAttainment({ manager, now }: Reading, actor: Actor, roundId: string): Promise<AttainmentView> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getAttainment', { roundId: round.id });
  const cohort = await cohortOf(manager, round);
  const provinces = await provincesOf(
    manager,
    cohort.dossiers.map(({ plan }) => plan),
  );
  const nation = await nationOf(manager, actor, cohort);
  return {
    roundId,
    year: round.year,
    announced: await announcedOf(manager, round.id, now),
    regions: cohort.dossiers.map((dossier, index) => ({
      planId: dossier.plan.id,
      province: provinces.get(dossier.plan.provinceId)?.code ?? '',
      announced: figures(dossier.content?.reportedFigures ?? []),
      sites: (cohort.sites[index] ?? []).map(({ site, level }) => ({
        site,
        name: dossier.content?.sites.find(({ key }) => key === site)?.name ?? null,
        role: dossier.content?.sites.find(({ key }) => key === site)?.role ?? null,
        indicators: rows(level),
      })),
      indicators: rows(cohort.regions[index] ?? []),
      forecasts: forecastsOf(dossier, cohort.regions[index] ?? [], cohort.dossiers, cohort.regions),
    })),
    cohort: rows(cohort.level),
    forecasts: cohortForecasts(cohort.dossiers, cohort.regions),
    nation: {
      cohorts: nation.map((one) => ({ roundId: one.round.id, year: one.round.year, indicators: rows(one.level) })),
      indicators: rows(sumLevels(nation.map(({ level }) => level))),
    },
  };
}

/** A round's regions and what they sum to. */
async function cohortOf(manager: EntityManager, round: RoundEntity): Promise<Cohort> {
  const years = (await policyOf(manager, round)).fundingYears;
  const dossiers = await dossiersOf(manager, await plansIn(manager, round.id, [...COUNTED]));
  const sites = dossiers.map((dossier) => {
    const own = figuresOf(dossier);
    return sitesOf(own).map((site) => ({ site, level: siteLevel(own, site, years) }));
  });
  const regions = sites.map((levels) => sumLevels(levels.map(({ level }) => level)));
  return { round, dossiers, sites, regions, level: sumLevels(regions) };
}

/** Every cohort with confirmed plans, in the order of the years. */
async function nationOf(manager: EntityManager, actor: Actor, own: Cohort): Promise<Cohort[]> {
  const select = manager.createQueryBuilder(RoundEntity, 'round').where('1 = 1').orderBy('round.year');
  const cohorts: Cohort[] = [];
  for (const round of await visibleRounds(actor, select).getMany())
    if (round.id === own.round.id) cohorts.push(own);
    else if (hasReached(round.state, 'confirmed')) cohorts.push(await cohortOf(manager, round));
  return cohorts;
}

async function announcedOf(manager: EntityManager, roundId: string, now: string): Promise<FigureView[]> {
  const newest = await publishedAnnouncement(manager, roundId, now);
  return figures(newest?.figures ?? []);
}

const figures = (reported: readonly Pick<ReportedFigure, 'code' | 'label' | 'value' | 'unit'>[]): FigureView[] =>
  reported.map(({ code, label, value, unit }) => ({ code, label, value, unit }));

const rows = (level: Level): LevelRowView[] =>
  level.map((found) => ({ ...found, definition: definitionOf(found.code), byYear: [...found.byYear] }));
