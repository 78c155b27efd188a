import { atSeoul, type Finding, type Instant, MAX_WON } from '@daegaejo/platform/rules';
import { INDICATOR_CODES, type IndicatorCode } from '@daegaejo/plan/rules';

/** What a region reports of one year of its three (연차보고). Results are counts, money is won. */
export interface YearlyReportContent {
  readonly year: number;
  readonly summary: string;
  /** What was reached in that year on the programme's triad; every indicator once. */
  readonly results: readonly { readonly code: IndicatorCode; readonly value: number }[];
  /** Spent in that year, all sources together. */
  readonly spent: bigint;
  /** Number of the letter the audited statement came with; null = not yet. */
  readonly auditReference: string | null;
}

/** A year can be reported on from its end. */
export const reportOpensAt = (year: number): Instant => atSeoul(`${year + 1}-01-01`);

/** A report is in time before 1 March of the next year (시행령 제25조: 매년 2월 말까지). */
export const reportDueAt = (year: number): Instant => atSeoul(`${year + 1}-03-01`);

/** Funding years that are over and have no report yet, the oldest first. */
export function yearsToReport(fundingYears: readonly number[], reported: readonly number[], now: Instant): number[] {
  return fundingYears.filter((year) => reportOpensAt(year) <= now && !reported.includes(year)).sort((a, b) => a - b);
}

/** What is wrong with a report. */
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
  for (const code of INDICATOR_CODES) {
    const count = results.filter((result) => result.code === code).length;
    if (count === 0) findings.push({ field: 'results', code: 'funding.report.missing', params: { indicator: code } });
    if (count > 1) findings.push({ field: 'results', code: 'funding.report.twice', params: { indicator: code } });
  }
  if (spent < 0n || spent > MAX_WON)
    findings.push({
      field: 'spent',
      code: 'funding.amount.range',
      params: { amount: String(spent), min: '0', max: String(MAX_WON) },
    });
  return findings;
}
