import { ALL_INDICATORS, type AnyIndicator } from '@daegaejo/plan/rules';
import type { CohortForecastView, ForecastView } from './http/execution.dto.js';
import { type Course, type Forecast, forecastOf, type Level, sumOfForecasts } from '../rules/index.js';
import type { Dossier } from './store/dossiers.js';

/** What was planned and reported of one indicator, from the years whose report came in. */
function courseOf(dossier: Dossier, level: Level, code: AnyIndicator): Course {
  const byYear = level.find((found) => found.code === code)?.byYear ?? [];
  const reported = new Set(dossier.reports.map(({ year }) => year));
  return {
    targets: byYear.map(({ year, target }) => ({ year, value: target })),
    attained: byYear.filter(({ year }) => reported.has(year)).map(({ year, attained }) => ({ year, value: attained })),
  };
}

/** The forecast of each indicator of a region, held against the regions of its cohort. */
export function forecastsOf(
  dossier: Dossier,
  level: Level,
  cohort: readonly Dossier[],
  levels: readonly Level[],
): ForecastView[] {
  return ALL_INDICATORS.map((code) => {
    const others = cohort.map((other, index) => courseOf(other, levels[index] ?? [], code));
    return forecastView(code, forecastOf(courseOf(dossier, level, code), others));
  });
}

function forecastView(code: AnyIndicator, forecast: Forecast): ForecastView {
  const none = { expected: null, low: null, high: null, target: null, coverageBp: null, regions: null, reason: null };
  return { code, ...none, ...forecast };
}

/** The sum of what the regions are expected to reach, by indicator; null where one of them has no forecast. */
export function cohortForecasts(cohort: readonly Dossier[], levels: readonly Level[]): CohortForecastView[] {
  return ALL_INDICATORS.map((code) => {
    const courses = cohort.map((dossier, index) => courseOf(dossier, levels[index] ?? [], code));
    return { code, expected: sumOfForecasts(courses.map((course) => forecastOf(course, courses))) };
  });
}
