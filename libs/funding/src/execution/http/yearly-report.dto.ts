import { Choice, Id, Moment, Nested, pageClass, Text, Whole, Won } from '@daegaejo/platform';
import { ALL_INDICATORS, BUDGET_SOURCES, type BudgetSource } from '@daegaejo/plan/rules';
import { PROGRESS_STATES, SPENDING_REASONS, type SpendingReason } from '../../rules/index.js';

const count = () => Whole({ min: 0, max: 10_000_000, description: 'reached in that year' });

export class YearlyResultDto {
  @Choice(ALL_INDICATORS, { description: 'induced jobs stand beside the triad and are never added to it' })
  code!: (typeof ALL_INDICATORS)[number];
  @count()
  value!: number;
}

export class SpentBySourceDto {
  @Choice(BUDGET_SOURCES)
  source!: BudgetSource;
  @Won()
  spent!: string;
}

export class SubProjectReportDto {
  @Text({ max: 40 })
  key!: string;
  @Whole({ min: 0, max: 100, description: 'percent of what was planned up to the end of that year' })
  progress!: number;
  @Won({ description: 'spent in that year, all sources together' })
  spent!: string;
  @Nested(() => SpentBySourceDto, { listOf: 5, optional: true, description: 'the same by source; sums to spent' })
  bySource?: SpentBySourceDto[];
  @Choice(PROGRESS_STATES)
  state!: (typeof PROGRESS_STATES)[number];
}

export class SiteResultDto {
  @Text({ max: 40, description: 'key of the site in the plan' })
  site!: string;
  @Choice(ALL_INDICATORS)
  code!: (typeof ALL_INDICATORS)[number];
  @count()
  value!: number;
  @Text({ max: 2000, description: '증빙' })
  evidence!: string;
  @Text({ max: 200, nullable: true, description: '증빙 문서번호' })
  reference!: string | null;
}

export class SubmitYearlyReportDto {
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Text({ max: 20_000 })
  summary!: string;
  @Nested(() => YearlyResultDto, { listOf: 10 })
  results!: YearlyResultDto[];
  @Won({ description: 'spent in that year, all sources together' })
  spent!: string;
  @Text({ max: 100, nullable: true, optional: true, description: '회계감사 보고서의 문서번호' })
  auditReference?: string | null;
  @Nested(() => SubProjectReportDto, {
    listOf: 500,
    optional: true,
    description: 'every sub-project of the plan; money sums to spent',
  })
  subProjects?: SubProjectReportDto[];
  @Nested(() => SiteResultDto, { listOf: 500, optional: true, description: 'by site; sums to the results' })
  sites?: SiteResultDto[];
}

export class ReturnedFieldDto {
  @Text({ max: 200 })
  field!: string;
  @Text({ max: 2000 })
  reason!: string;
}

const VERDICTS = ['accepted', 'returned'] as const;

export class CheckYearlyReportDto {
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Whole({ min: 1, max: 10_000, description: 'version of the report that was checked: the newest' })
  reportNo!: number;
  @Choice(VERDICTS)
  verdict!: (typeof VERDICTS)[number];
  @Text({ max: 5000, optional: true, nullable: true })
  reason?: string | null;
  @Nested(() => ReturnedFieldDto, { listOf: 100, optional: true, description: 'what is to be mended' })
  fields?: ReturnedFieldDto[];
  @Moment({ optional: true, nullable: true, description: 'until when a returned report is to come again' })
  dueAt?: string | null;
}

export class YearlyReportCheckView {
  @Whole({ min: 2000, max: 2100 })
  year!: number;
  @Whole({ min: 1, max: 10_000 })
  reportNo!: number;
  @Choice(VERDICTS)
  verdict!: (typeof VERDICTS)[number];
  @Text({ max: 5000, nullable: true })
  reason!: string | null;
  @Nested(() => ReturnedFieldDto, { listOf: 100 })
  fields!: ReturnedFieldDto[];
  @Moment({ nullable: true })
  dueAt!: string | null;
  @Moment()
  checkedAt!: string;
}

export class SpendingDifferenceView {
  @Text({ max: 40, nullable: true, description: 'null = the report is not broken down by sub-project' })
  subProject!: string | null;
  @Choice(BUDGET_SOURCES, { nullable: true, description: 'null = the report is not broken down by source' })
  source!: BudgetSource | null;
  @Won({ description: 'as reported' })
  reported!: string;
  @Won({ description: '집행 as it stands in the budget' })
  executed!: string;
  @Choice(SPENDING_REASONS, {
    description: 'not-recorded: the budget has no executed line; not-reported: the report says nothing was spent',
  })
  reason!: SpendingReason;
}

export class YearlyReportView extends SubmitYearlyReportDto {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000, description: 'version of the report on that year' })
  no!: number;
  @Text({ max: 64 })
  contentHash!: string;
  @Moment()
  submittedAt!: string;
  @Moment({ description: '매년 2월 말 (시행령 제25조)' })
  dueAt!: string;
  @Nested(() => YearlyReportCheckView, { nullable: true, description: '확인: the last word on this version' })
  check!: YearlyReportCheckView | null;
  @Nested(() => SpendingDifferenceView, {
    listOf: 3000,
    description: 'where its spending and the executed lines of the budget differ as they stand now; told, never mended',
  })
  spendingDifferences!: SpendingDifferenceView[];
}

export const YearlyReportPage = pageClass(YearlyReportView);
