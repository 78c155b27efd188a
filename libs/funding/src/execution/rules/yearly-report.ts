import { atSeoul, type Finding, type Instant, MAX_WON, sumWon } from '@daegaejo/platform/rules';
import { type AnyIndicator, type BudgetSource, INDICATOR_CODES } from '@daegaejo/plan/rules';

export const PROGRESS_STATES = ['not-started', 'ongoing', 'done', 'stopped'] as const;
/** What a sub-project is at (convention, after the states of a sub-project): 착수 전, 추진 중, 완료, 중단. */
export type ProgressState = (typeof PROGRESS_STATES)[number];

/** What is reported of one sub-project in one year. */
export interface SubProjectReport {
  readonly key: string;
  /** Percent done of what was planned up to the end of that year; 100 = as planned. */
  readonly progress: number;
  /** Won spent in that year, all sources together. */
  readonly spent: bigint;
  /** The same by source, each once; absent = not broken down. */
  readonly bySource?: readonly { readonly source: BudgetSource; readonly spent: bigint }[];
  readonly state: ProgressState;
}

/** What was counted at one site in one year, and how it is proved (증빙). */
export interface SiteResult {
  readonly site: string;
  readonly code: AnyIndicator;
  readonly value: number;
  readonly evidence: string;
  /** Number of the document that proves it; null where there is none. */
  readonly reference: string | null;
}

/** What a region reports of one year of its three (연차보고). Results are counts, money is won. */
export interface YearlyReportContent {
  readonly year: number;
  readonly summary: string;
  /** What was reached in that year: every indicator of the triad once, and beside it, never added, the induced jobs. */
  readonly results: readonly { readonly code: AnyIndicator; readonly value: number }[];
  /** Spent in that year, all sources together. */
  readonly spent: bigint;
  /** Number of the letter the audited statement came with; null = not yet. */
  readonly auditReference: string | null;
  /** Sub-project by sub-project; absent = not broken down. */
  readonly subProjects?: readonly SubProjectReport[];
  /** Site by site; absent = not broken down. */
  readonly sites?: readonly SiteResult[];
}

/** Stands for the plan as a whole, where a figure was not placed at a site. No site of a plan has this key. */
export const UNPLACED = '-';

/** A year can be reported on from its end. */
export const reportOpensAt = (year: number): Instant => atSeoul(`${year + 1}-01-01`);

/** A report is in time before 1 March of the next year (시행령 제25조: 매년 2월 말까지). */
export const reportDueAt = (year: number): Instant => atSeoul(`${year + 1}-03-01`);

/** Funding years that are over and have no report yet, the oldest first. */
export function yearsToReport(fundingYears: readonly number[], reported: readonly number[], now: Instant): number[] {
  return fundingYears.filter((year) => reportOpensAt(year) <= now && !reported.includes(year)).sort((a, b) => a - b);
}

/** What is wrong with a report as such. */
export function reportFindings(
  { year, results, spent }: YearlyReportContent,
  fundingYears: readonly number[],
  now: Instant,
): Finding[] {
  const findings: Finding[] = [];
  if (!fundingYears.includes(year))
    findings.push({
      field: 'year',
      code: 'funding.year.unknown',
      params: { year: String(year), years: fundingYears.join(', ') },
    });
  else if (now < reportOpensAt(year))
    findings.push({
      field: 'year',
      code: 'funding.report.too-early',
      params: { year: String(year), from: reportOpensAt(year) },
    });
  for (const code of INDICATOR_CODES)
    if (!results.some((result) => result.code === code))
      findings.push({ field: 'results', code: 'funding.report.missing', params: { indicator: code } });
  for (const code of new Set(repeated(results.map((result) => result.code))))
    findings.push({ field: 'results', code: 'funding.report.twice', params: { indicator: code } });
  if (spent < 0n || spent > MAX_WON)
    findings.push({
      field: 'spent',
      code: 'funding.amount.range',
      params: { amount: String(spent), min: '0', max: String(MAX_WON) },
    });
  return findings;
}

/** What the plan says there is to report on: its sub-projects and sites by key. */
export interface ReportedPlan {
  readonly subProjects: readonly string[];
  readonly sites: readonly string[];
}

/**
 * What is wrong with the parts of a report against its whole and against the plan (convention): an unknown or missing
 * sub-project, an unknown site, one written twice, a state its progress and money contradict, and parts that do not sum to
 * what is reported in all. A difference is named with both figures, never evened out. Parts left out are not asked for.
 */
export function reportPartFindings(
  { results, spent, subProjects, sites }: YearlyReportContent,
  plan: ReportedPlan,
): Finding[] {
  return [
    ...(subProjects === undefined ? [] : subProjectFindings(subProjects, spent, plan.subProjects)),
    ...(sites === undefined ? [] : siteFindings(sites, results, plan.sites)),
  ];
}

function subProjectFindings(reports: readonly SubProjectReport[], spent: bigint, known: readonly string[]): Finding[] {
  const keys = reports.map(({ key }) => key);
  const findings = reports.flatMap(({ key, progress, spent: won, bySource, state }, index): Finding[] => {
    const field = `subProjects[${index}]`;
    if (!known.includes(key))
      return [{ field: `${field}.key`, code: 'execution.sub-project.unknown', params: { key } }];
    const contradicts =
      (state === 'done' && progress !== 100) || (state === 'not-started' && (progress !== 0 || won !== 0n));
    const stated: Finding[] = contradicts
      ? [
          {
            field: `${field}.state`,
            code: `execution.sub-project.${state}`,
            params: { key, progress, spent: String(won) },
          },
        ]
      : [];
    return [...stated, ...(bySource === undefined ? [] : sourceFindings(`${field}.bySource`, key, won, bySource))];
  });
  for (const key of new Set(repeated(keys)))
    findings.push({ field: 'subProjects', code: 'execution.sub-project.twice', params: { key } });
  for (const key of known.filter((name) => !keys.includes(name)))
    findings.push({ field: 'subProjects', code: 'execution.sub-project.missing', params: { key } });
  const sum = sumWon(reports.map((report) => report.spent));
  if (sum !== spent)
    findings.push({
      field: 'spent',
      code: 'execution.spent.differs',
      params: { spent: String(spent), sum: String(sum), difference: String(sum - spent) },
    });
  return findings;
}

/** What is wrong with the sources of a sub-project: one written twice, or parts that do not sum to what it spent. */
function sourceFindings(
  field: string,
  key: string,
  spent: bigint,
  bySource: NonNullable<SubProjectReport['bySource']>,
): Finding[] {
  const sum = sumWon(bySource.map((part) => part.spent));
  return [
    ...[...new Set(repeated(bySource.map(({ source }) => source)))].map((source): Finding => ({
      field,
      code: 'execution.sources.twice',
      params: { key, source },
    })),
    ...(sum === spent
      ? []
      : [
          {
            field,
            code: 'execution.sources.differ',
            params: { key, spent: String(spent), sum: String(sum), difference: String(sum - spent) },
          },
        ]),
  ];
}

function siteFindings(
  counted: readonly SiteResult[],
  results: YearlyReportContent['results'],
  known: readonly string[],
): Finding[] {
  const findings = counted.flatMap(({ site, code }, index): Finding[] => {
    if (!known.includes(site))
      return [
        {
          field: `sites[${index}].site`,
          code: 'execution.site.unknown',
          params: { site, sites: known.join(', ') },
        },
      ];
    return results.some((result) => result.code === code)
      ? []
      : [{ field: `sites[${index}].code`, code: 'execution.site.no-total', params: { indicator: code } }];
  });
  for (const [index, { site, code }] of counted.entries())
    if (counted.findIndex((one) => one.site === site && one.code === code) < index)
      findings.push({ field: `sites[${index}]`, code: 'execution.site.twice', params: { site, indicator: code } });
  for (const { code, value } of results) {
    const sum = counted.reduce((total, one) => (one.code === code ? total + one.value : total), 0);
    if (sum !== value)
      findings.push({
        field: 'sites',
        code: 'execution.sites.differ',
        params: { indicator: code, value, sum, difference: sum - value },
      });
  }
  return findings;
}

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** The results of a report by site: as they were counted, or, where they were not broken down, for the plan as a whole. */
export function placedResults({ results, sites }: Pick<YearlyReportContent, 'results' | 'sites'>): {
  readonly site: string;
  readonly code: AnyIndicator;
  readonly value: number;
}[] {
  return (sites ?? results.map((result) => ({ ...result, site: UNPLACED }))).map(({ site, code, value }) => ({
    site,
    code,
    value,
  }));
}
