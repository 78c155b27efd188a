import type { PlanContent } from '@daegaejo/plan/rules';
import { splitWon, sumWon } from '@daegaejo/platform/rules';

/** How a region fares in one year, in percent of what was planned. */
export interface YearCourse {
  readonly progress: number;
  readonly money: number;
  readonly results: number;
}

/** Induced jobs told for every hundred direct hires: fictional. */
const INDUCED_PERCENT = 140;

/** A yearly report as it would be filed: every number of it is fictional, and its parts sum to its whole. */
export function reportOf(
  content: PlanContent,
  { year, last, granted, course }: { year: number; last: boolean; granted: bigint; course: YearCourse },
) {
  const sites = sitesOf(content, year, course.results);
  const codes = [...new Set(sites.map(({ code }) => code))];
  const spent = (granted * BigInt(course.money)) / 100n;
  return {
    year,
    summary: `${year}년 연차보고 (가상 실적)`,
    results: codes.map((code) => ({
      code,
      value: sites.reduce((sum, one) => (one.code === code ? sum + one.value : sum), 0),
    })),
    spent: String(spent),
    auditReference: null,
    subProjects: subProjectsOf(content, { year, last, spent, progress: course.progress }),
    sites,
  };
}

function sitesOf(content: PlanContent, year: number, percent: number) {
  const counted = content.indicators.flatMap(({ code, bySite = [] }) =>
    bySite.map(({ site, targets }) => ({
      site,
      code,
      value: Math.floor(((targets.find((target) => target.year === year)?.value ?? 0) * percent) / 100),
      evidence: '증빙 (가상)',
      reference: `가상 ${site}-${code}-${year}`,
    })),
  );
  const direct = counted.filter(({ code }) => code === 'direct-hires');
  const [hub] = direct;
  if (hub === undefined) return counted;
  const hires = direct.reduce((sum, { value }) => sum + value, 0);
  const induced = { ...hub, code: 'induced-jobs' as const, value: Math.floor((hires * INDUCED_PERCENT) / 100) };
  return [...counted, { ...induced, reference: `가상 ${hub.site}-induced-jobs-${year}` }];
}

/** The year's money over the sub-projects by what each was to spend; what was planned for no year yet has not begun. */
function subProjectsOf(
  { subProjects, budget }: PlanContent,
  { year, last, spent, progress }: { year: number; last: boolean; spent: bigint; progress: number },
) {
  const planned = (key: string, of: (budgetYear: number) => boolean): bigint =>
    sumWon(budget.filter((cell) => cell.subProject === key && of(cell.year)).map(({ amount }) => BigInt(amount)));
  const shares = subProjects.map(({ key }) => planned(key, (budgetYear) => budgetYear === year));
  const parts = splitWon(spent, shares);
  return subProjects.map(({ key }, index) => {
    const begun = planned(key, (budgetYear) => budgetYear <= year) > 0n;
    const done = begun && last && progress === 100;
    return {
      key,
      progress: begun ? progress : 0,
      spent: String(parts[index] ?? 0n),
      state: done ? 'done' : begun ? 'ongoing' : 'not-started',
    };
  });
}
