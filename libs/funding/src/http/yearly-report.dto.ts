import { Choice, Id, Moment, Nested, pageClass, Text, Whole, Won } from '@daegaejo/platform';
import { INDICATOR_CODES } from '@daegaejo/plan/rules';

export class YearlyResultDto {
  @Choice(INDICATOR_CODES)
  code!: (typeof INDICATOR_CODES)[number];
  @Whole({ min: 0, max: 10_000_000, description: 'reached in that year' })
  value!: number;
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
}

export const YearlyReportPage = pageClass(YearlyReportView);
