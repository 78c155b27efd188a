import { ALL_INDICATORS, type AnyIndicator, type Indicator, INDICATOR_CODES } from '@daegaejo/plan/rules';
import { shareBp } from './execution-rate.js';
import { UNPLACED } from './yearly-report.js';

/** A number of one indicator at one site in one year. */
export interface Counted {
  readonly site: string;
  readonly code: AnyIndicator;
  readonly year: number;
  readonly value: number;
}

/** What a region confirmed (확정), what its newest version has (changes since), and what it reported, site by site and year by year. */
export interface RegionFigures {
  readonly confirmed: readonly Counted[];
  readonly target: readonly Counted[];
  readonly attained: readonly Counted[];
}

/** Sums of one indicator. */
export interface Sums {
  readonly confirmed: number;
  readonly target: number;
  readonly attained: number;
}
export interface Attainment extends Sums {
  readonly code: AnyIndicator;
  readonly byYear: readonly (Sums & { readonly year: number })[];
}

/** One level of the roll-up: its indicators, in the order of the vocabulary. */
export type Level = readonly Attainment[];

export const MEASURES = ['confirmed', 'target', 'attained'] as const;

export const DEFINITIONS = ['direct', 'induced', 'count'] as const;
/** What an indicator counts: persons hired directly, jobs induced elsewhere, or things. Different definitions are never added. */
export const definitionOf = (code: AnyIndicator): (typeof DEFINITIONS)[number] =>
  code === 'direct-hires' ? 'direct' : code === 'induced-jobs' ? 'induced' : 'count';

/**
 * Targets of a plan by site and year. What the sites do not account for, or more than the year has, stands at `UNPLACED`
 * as the difference, so that the sites always sum to the plan (경기: parts and totals stay apart, neither is bent).
 */
export function placedTargets(indicators: readonly Indicator[]): Counted[] {
  return indicators.flatMap(({ code, targets, bySite }) => {
    const placed = (bySite ?? []).flatMap(({ site, targets: own }) => own.map((target) => ({ site, code, ...target })));
    const rest = [...new Set([...targets, ...placed].map(({ year }) => year))].map((year) => {
      const of = (rows: readonly { readonly year: number; readonly value: number }[]): number =>
        rows.reduce((sum, row) => (row.year === year ? sum + row.value : sum), 0);
      return { site: UNPLACED, code, year, value: of(targets) - of(placed) };
    });
    return [...placed, ...rest.filter(({ value }) => value !== 0)];
  });
}

/** One site of a region. */
export function siteLevel(figures: RegionFigures, site: string, years: readonly number[]): Level {
  const of = (measure: (typeof MEASURES)[number], code: AnyIndicator, year: number): number =>
    figures[measure].reduce(
      (sum, row) => (row.site === site && row.code === code && row.year === year ? sum + row.value : sum),
      0,
    );
  return ALL_INDICATORS.map((code) => {
    const byYear = years.map((year) => ({
      year,
      confirmed: of('confirmed', code, year),
      target: of('target', code, year),
      attained: of('attained', code, year),
    }));
    return { code, ...totals(byYear), byYear };
  });
}

/** Every site a figure was placed at, the rest last. */
export function sitesOf(figures: RegionFigures): string[] {
  const sites = new Set(MEASURES.flatMap((measure) => figures[measure].map(({ site }) => site)));
  return [...sites].sort((a, b) => Number(a === UNPLACED) - Number(b === UNPLACED) || (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * One level out of those below it: indicator by indicator and year by year the plain sum. Indicators are never added to
 * one another: direct hires and induced jobs stay two numbers on every level.
 */
export function sumLevels(levels: readonly Level[]): Level {
  return ALL_INDICATORS.map((code) => {
    const below = levels.flatMap((level) => level.filter((found) => found.code === code));
    const years = [...new Set(below.flatMap(({ byYear }) => byYear.map(({ year }) => year)))].sort((a, b) => a - b);
    const byYear = years.map((year) => ({
      year,
      ...totals(below.flatMap((found) => found.byYear.filter((sums) => sums.year === year))),
    }));
    return { code, ...totals(byYear), byYear };
  });
}

const totals = (rows: readonly Sums[]): Sums => ({
  confirmed: rows.reduce((sum, row) => sum + row.confirmed, 0),
  target: rows.reduce((sum, row) => sum + row.target, 0),
  attained: rows.reduce((sum, row) => sum + row.attained, 0),
});

/** The sums of a level up to the end of a year, for one indicator. */
export function upTo(level: Level, code: AnyIndicator, year: number): Sums {
  return totals((level.find((found) => found.code === code)?.byYear ?? []).filter((sums) => sums.year <= year));
}

/** Attained of the target up to the end of a year, in basis points and uncapped; null where no target was set yet. */
export function attainmentBp(level: Level, code: AnyIndicator, year: number): number | null {
  const { attained, target } = upTo(level, code, year);
  return shareBp(attained, target);
}

/** The triad of a level up to the end of a year; the side indicator is no part of it. */
export const triadBp = (
  level: Level,
  year: number,
): { readonly code: AnyIndicator; readonly attainmentBp: number | null }[] =>
  INDICATOR_CODES.map((code) => ({ code, attainmentBp: attainmentBp(level, code, year) }));
