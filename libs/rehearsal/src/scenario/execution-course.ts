import { enactedCells, type StageCell } from './cohort-stages.js';
import type { Applicant, Cohort } from './cohort.js';

/** How a region fares in one year, in percent of what was planned: progress, money spent of what was granted, results. */
export interface YearCourse {
  readonly progress: number;
  readonly money: number;
  readonly results: number;
}

/** All fictional: no region's results were ever published. */
const AS_PLANNED: readonly YearCourse[] = [
  { progress: 94, money: 88, results: 93 },
  { progress: 96, money: 91, results: 101 },
  { progress: 100, money: 97, results: 104 },
];
/** Four of 2020 differ a little; one lags in its second year, files a corrective plan and catches up. Fictional. */
const COURSES: { readonly [province: string]: readonly YearCourse[] } = {
  GWANGJU: [{ progress: 97, money: 92, results: 98 }, ...AS_PLANNED.slice(1)],
  DAEGU: [{ progress: 92, money: 90, results: 90 }, { progress: 95, money: 93, results: 97 }, ...AS_PLANNED.slice(2)],
  JEONNAM: [{ progress: 90, money: 81, results: 88 }, { progress: 93, money: 90, results: 94 }, ...AS_PLANNED.slice(2)],
  INCHEON: [
    { progress: 95, money: 90, results: 96 },
    { progress: 84, money: 55, results: 80 },
    { progress: 97, money: 94, results: 112 },
  ],
};

/** The course of a region in a funding year of its cohort. */
export function courseOf({ policy }: Cohort, province: string, year: number): YearCourse {
  const course = (COURSES[province] ?? AS_PLANNED)[policy.fundingYears.indexOf(year)];
  if (course === undefined) throw new RangeError(`${province} has no course for ${year}`);
  return course;
}

/** A cell of the budget with what was spent of it. */
export interface SpentCell extends Pick<StageCell, 'subProject' | 'source'> {
  readonly granted: bigint;
  readonly spent: bigint;
}

/** Every cell of a year is granted as enacted and spent to the share of the region's course: what is paid, settled and reported alike. */
export function spentCells(cohort: Cohort, applicant: Applicant, year: number): SpentCell[] {
  const { money } = courseOf(cohort, applicant.province, year);
  return enactedCells(cohort, applicant, year).map(({ subProject, source, amount }) => ({
    subProject,
    source,
    granted: BigInt(amount),
    spent: (BigInt(amount) * BigInt(money)) / 100n,
  }));
}
