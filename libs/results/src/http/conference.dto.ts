import { Choice, DayField, Id, Moment, Nested, pageClass, Text, Whole } from '@daegaejo/platform';
import { CONFERENCE_STATES, FIGURE_CODES, PLAN_FIGURE_CODES } from '../rules/index.js';

export class CohortWishDto {
  @Id()
  roundId!: string;
  @Choice(FIGURE_CODES, { listOf: 30, description: 'figures told of the cohort, by code' })
  figures!: string[];
}
export class CaseWishDto {
  @Id()
  planId!: string;
  @Text({ max: 200 })
  title!: string;
  @Text({ max: 10_000 })
  text!: string;
  @Choice(PLAN_FIGURE_CODES, { listOf: 30, description: 'figures told of the region, by code' })
  figures!: string[];
}
export class ConferenceDto {
  @Text({ max: 200 })
  title!: string;
  @DayField()
  heldOn!: string;
  @Text({ max: 200 })
  place!: string;
  @Text({ max: 100, listOf: 20, description: '주최' })
  hosts!: string[];
  @Nested(() => CohortWishDto, { listOf: 20 })
  cohorts!: CohortWishDto[];
  @Nested(() => CaseWishDto, { listOf: 50, description: '우수사례' })
  cases!: CaseWishDto[];
}

export class ToldFigureView {
  @Choice(FIGURE_CODES)
  code!: string;
  @Text({ max: 100 })
  label!: string;
  @Text({ max: 40 })
  value!: string;
  @Text({ max: 20 })
  unit!: string;
  @Text({ max: 300, description: 'records and condition the value comes from' })
  query!: string;
  @Text({ max: 64, description: 'SHA-256 of subject, code, value, unit and query' })
  hash!: string;
}
export class CohortToldView {
  @Id()
  roundId!: string;
  @Whole({ min: 2000, max: 2100 })
  roundYear!: number;
  @Nested(() => ToldFigureView, { listOf: 30 })
  figures!: ToldFigureView[];
}
export class BestCaseView {
  @Id()
  planId!: string;
  @Whole({ min: 2000, max: 2100 })
  roundYear!: number;
  @Text({ max: 64 })
  province!: string;
  @Text({ max: 200, description: 'on the day of the conference' })
  provinceName!: string;
  @Text({ max: 200 })
  title!: string;
  @Text({ max: 10_000 })
  text!: string;
  @Nested(() => ToldFigureView, { listOf: 30 })
  figures!: ToldFigureView[];
}
export class ConferenceView {
  @Id()
  id!: string;
  @Id({ description: 'the same for every version' })
  seriesId!: string;
  @Whole({ min: 1, max: 1000 })
  no!: number;
  @Choice(CONFERENCE_STATES)
  state!: string;
  @DayField()
  heldOn!: string;
  @Text({ max: 200 })
  title!: string;
  @Text({ max: 200 })
  place!: string;
  @Text({ max: 100, listOf: 20 })
  hosts!: string[];
  @Nested(() => CohortToldView, { listOf: 20 })
  cohorts!: CohortToldView[];
  @Nested(() => BestCaseView, { listOf: 50 })
  cases!: BestCaseView[];
  @Text({ max: 64 })
  contentHash!: string;
  @Moment({ nullable: true })
  publishedAt!: string | null;
  @Id({ nullable: true, description: 'version that stands in its place' })
  supersededBy!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const ConferencePage = pageClass(ConferenceView);
