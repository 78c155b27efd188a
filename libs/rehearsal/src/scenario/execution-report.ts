import type { PlanContent } from '@daegaejo/plan/rules';
import { sumWon } from '@daegaejo/platform/rules';
import type { SpentCell, YearCourse } from './execution-course.js';

/** Induced jobs told for every hundred direct hires: fictional. */
const INDUCED_PERCENT = 140;

/** A yearly report as it would be filed: every number of it is fictional, and its parts sum to its whole. */
export function reportOf(
  content: PlanContent,
  {
    year,
    last,
    spent: cells,
    course,
  }: { year: number; last: boolean; spent: readonly SpentCell[]; course: YearCourse },
) {
  const sites = sitesOf(content, year, course.results);
  const codes = [...new Set(sites.map(({ code }) => code))];
  const spent = sumWon(cells.map((cell) => cell.spent));
  return {
    year,
    summary: `${year}년 연차보고 (가상 실적)`,
    results: codes.map((code) => ({
      code,
      value: sites.reduce((sum, one) => (one.code === code ? sum + one.value : sum), 0),
    })),
    spent: String(spent),
    auditReference: null,
    subProjects: subProjectsOf(content, { year, last, cells, progress: course.progress }),
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

/** Of every sub-project what was spent, source by source; what was planned for no year yet has not begun. */
function subProjectsOf(
  { subProjects, budget }: PlanContent,
  { year, last, cells, progress }: { year: number; last: boolean; cells: readonly SpentCell[]; progress: number },
) {
  return subProjects.map(({ key }) => {
    const own = cells.filter(({ subProject, spent }) => subProject === key && spent > 0n);
    const planned = budget.some((cell) => cell.subProject === key && cell.year <= year && cell.amount !== '0');
    const begun = planned || own.length > 0;
    const done = begun && last && progress === 100;
    return {
      key,
      progress: begun ? progress : 0,
      spent: String(sumWon(own.map(({ spent }) => spent))),
      bySource: own.map(({ source, spent }) => ({ source, spent: String(spent) })),
      state: done ? 'done' : begun ? 'ongoing' : 'not-started',
    };
  });
}
