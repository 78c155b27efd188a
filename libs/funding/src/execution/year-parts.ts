import {
  executionRateBp,
  type GrantBasis,
  type Level,
  moneyToSpend,
  placedTargets,
  progressBp,
  type RegionFigures,
  type ReviewParts,
  siteLevel,
  sitesOf,
  type SourceMoney,
  sumLevels,
  triadBp,
} from '../rules/index.js';
import type { Dossier } from './store/dossiers.js';

/** Confirmed, planned and reported figures of a region, site by site. */
export function figuresOf({ confirmed, content, results }: Dossier): RegionFigures {
  return {
    confirmed: placedTargets(confirmed?.indicators ?? []),
    target: placedTargets(content?.indicators ?? []),
    attained: results.map(({ siteKey, code, year, value }) => ({ site: siteKey, code, year, value })),
  };
}

/** A region's indicators: the sum of its sites. */
export function regionLevel(dossier: Dossier, years: readonly number[]): Level {
  const figures = figuresOf(dossier);
  return sumLevels(sitesOf(figures).map((site) => siteLevel(figures, site, years)));
}

/** Money of one year: spent, and what it is measured against. */
export interface YearMoney {
  readonly spent: bigint;
  readonly granted: bigint;
  readonly basis: GrantBasis;
  readonly rateBp: number | null;
}

export function yearMoney({ reports, granted, content }: Dossier, year: number): YearMoney {
  const planned: SourceMoney[] = (content?.budget ?? [])
    .filter((cell) => cell.year === year)
    .map(({ source, amount }) => ({ source, amount: BigInt(amount) }));
  const money = moneyToSpend(
    granted.filter((line) => line.year === year),
    planned,
  );
  const spent = reports.find((report) => report.year === year)?.spent ?? 0n;
  return { spent, granted: money.amount, basis: money.basis, rateBp: executionRateBp(spent, money.amount) };
}

/** Sub-projects of a year's report without those that have not begun and were not to have begun: their 0% says nothing. */
function dueBy({ subProjects, content }: Dossier, year: number): Dossier['subProjects'] {
  const planned = new Set(
    (content?.budget ?? [])
      .filter((cell) => cell.year <= year && cell.amount !== '0')
      .map(({ subProject }) => subProject),
  );
  return subProjects.filter(
    (row) => row.year === year && (row.state !== 'not-started' || planned.has(row.subProjectKey)),
  );
}

/** What one year is judged by. */
export function yearParts(dossier: Dossier, year: number, level: Level): ReviewParts {
  return {
    progressBp: progressBp(dueBy(dossier, year).map(({ progress }) => progress)),
    executionBp: yearMoney(dossier, year).rateBp,
    indicatorsBp: triadBp(level, year).map((found) => found.attainmentBp),
  };
}

/** What all the years together are judged by: the progress of the last one, all the money, everything reached. */
export function finalParts(dossier: Dossier, years: readonly number[], level: Level): ReviewParts {
  const last = years.at(-1) ?? 0;
  const money = years.map((year) => yearMoney(dossier, year));
  const sum = (of: 'spent' | 'granted'): bigint => money.reduce((total, one) => total + one[of], 0n);
  return {
    progressBp: yearParts(dossier, last, level).progressBp,
    executionBp: executionRateBp(sum('spent'), sum('granted')),
    indicatorsBp: triadBp(level, last).map((found) => found.attainmentBp),
  };
}
