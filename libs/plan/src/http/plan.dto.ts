import { Choice, Id, Moment, Nested, pageClass, PageQuery, Text, Whole } from '@daegaejo/platform';
import { ApiProperty } from '@nestjs/swagger';
import {
  PLAN_SECTIONS,
  PLAN_STATES,
  type PlanSection,
  SECTION_STATES,
  type SectionState,
  SUBMISSION_KINDS,
  VERSION_KINDS,
} from '../rules/index.js';
import { PlanContentView } from './content.dto.js';

export class CreatePlanDto {
  @Id()
  roundId!: string;
  @Id()
  provinceId!: string;
  @Text({ max: 200 })
  title!: string;
  @Id({ optional: true, description: 'plan of an earlier year to carry on; one of the same 시·도' })
  startFrom?: string;
}

/** A plan of one year among those that carry on one another. */
export class LineagePlanView {
  @Id()
  planId!: string;
  @Id()
  roundId!: string;
  @Whole({ min: 2000, max: 2100, description: 'year of the round' })
  year!: number;
  @Text({ max: 200 })
  title!: string;
  @Choice(PLAN_STATES)
  state!: string;
  @Text({ max: 100, description: 'name of the state for this reader' })
  stateLabel!: string;
}

export class LineageView {
  @Nested(() => LineagePlanView, { listOf: 100, description: 'by year, as far as the reader may see them' })
  plans!: LineagePlanView[];
}

export class SubmitPlanDto {
  @Choice(SUBMISSION_KINDS, { description: '예비접수, 본접수, 보완 제출, 사후 보완 최종안' })
  kind!: (typeof SUBMISSION_KINDS)[number];
  @Text({ max: 100, optional: true, description: '공문 번호' })
  letterNumber?: string;
}

export class WithdrawPlanDto {
  @Text({ min: 5, max: 1000 })
  reason!: string;
}

export class ScreenPlanDto {
  @Choice(['eligible', 'ineligible'])
  verdict!: 'eligible' | 'ineligible';
  @Text({ min: 5, max: 2000, optional: true, description: 'needed for ineligible' })
  reason?: string;
}

export class PlanQuery extends PageQuery {
  @Id({ optional: true })
  roundId?: string;
  @Choice(PLAN_STATES, { optional: true })
  state?: (typeof PLAN_STATES)[number];
}

export class PlanSummaryView {
  @Id()
  id!: string;
  @Id()
  roundId!: string;
  @Id()
  provinceId!: string;
  @Text({ max: 64, description: 'code of the 시·도' })
  province!: string;
  @Text({ max: 200 })
  title!: string;
  @Choice(PLAN_STATES)
  state!: string;
  @Text({ max: 100, description: 'name of the state for this reader' })
  stateLabel!: string;
  @Whole({ min: 0, max: 10_000, description: 'number of the newest submitted version' })
  versionNo!: number;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const PlanPage = pageClass(PlanSummaryView);

export class PlanView extends PlanSummaryView {
  @Nested(() => PlanContentView, {
    description: 'for the province its working draft, for all others the newest submitted version',
  })
  content!: PlanContentView;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'sums computed from the budget, in won' })
  totals!: { total: string; byYear: Record<string, string>; bySource: Record<string, string> };
  @Text({ max: 64, listOf: 20, description: 'actions the state leaves open; for the province and the staff' })
  allowed!: string[];
}

export class PlanVersionSummaryView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Choice(VERSION_KINDS)
  kind!: string;
  @Text({ max: 60, description: '접수번호' })
  receiptNumber!: string;
  @Text({ max: 100, nullable: true, description: '공문 번호' })
  letterNumber!: string | null;
  @Text({ max: 64, description: 'SHA-256 of the canonical JSON of the content' })
  contentHash!: string;
  @Moment()
  submittedAt!: string;
}
export const PlanVersionPage = pageClass(PlanVersionSummaryView);

export class PlanVersionView extends PlanVersionSummaryView {
  @Nested(() => PlanContentView)
  content!: PlanContentView;
}

export class FindingView {
  @Text({ max: 200 })
  field!: string;
  @Text({ max: 64 })
  code!: string;
  @Text({ max: 500 })
  message!: string;
}

export class SectionMeterView {
  @Choice(PLAN_SECTIONS)
  section!: PlanSection;
  @Choice(SECTION_STATES)
  state!: SectionState;
  @Whole({ min: 0, max: 100_000, description: 'what a filing would find fault with' })
  findings!: number;
}

export class PlanCheckView {
  @Nested(() => FindingView, { listOf: 1000, description: 'what the next submission still lacks' })
  missing!: FindingView[];
  @Nested(() => FindingView, {
    listOf: 1000,
    description: 'what would make the plan ineligible on the day of the filing deadline',
  })
  eligibility!: FindingView[];
  @Nested(() => FindingView, {
    listOf: 1000,
    description: 'what looks like a slip; keeps nothing from being submitted',
  })
  warnings!: FindingView[];
  @Nested(() => SectionMeterView, { listOf: 100 })
  sections!: readonly SectionMeterView[];
  @Whole({ min: 0, max: 100, description: 'complete sections among those a filing needs, in percent, rounded down' })
  percent!: number;
}
