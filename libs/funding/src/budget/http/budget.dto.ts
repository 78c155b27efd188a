import { Choice, Flag, Id, Nested, Text, Whole, Won } from '@daegaejo/platform';
import { BUDGET_SOURCES } from '@daegaejo/plan/rules';
import { ApiProperty } from '@nestjs/swagger';
import { AsNumber } from '../../http/as-number.js';
import { BUDGET_STAGES, type BudgetStage, SUB_PROJECT_STATUSES, type SubProjectStatus } from '../rules/index.js';

const YEAR = { min: 2000, max: 2100 } as const;

export class PlanStagePath {
  @Id()
  planId!: string;
  @AsNumber()
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES)
  stage!: BudgetStage;
}

export class RoundStagePath {
  @Id()
  roundId!: string;
  @AsNumber()
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES)
  stage!: BudgetStage;
}

export class StageCellDto {
  @Text({ max: 40, description: 'key of the sub-project in the newest version' })
  subProject!: string;
  @Choice(BUDGET_SOURCES)
  source!: (typeof BUDGET_SOURCES)[number];
  @Won({ description: 'more than 0; what is not listed is not funded' })
  amount!: string;
  @Text({ min: 2, max: 500, optional: true, description: '국회 증액 사유: where more 국비 was enacted than drafted' })
  reason?: string;
}

export class PlanCellDto extends StageCellDto {
  @Id()
  planId!: string;
}

export class SetPlanBudgetDto {
  @Nested(() => StageCellDto, { listOf: 5000 })
  cells!: StageCellDto[];
  @Flag({ optional: true, description: 'true: cells that are not listed stay as they are' })
  partial?: boolean;
}

export class SetRoundBudgetDto {
  @Text({ max: 64, optional: true, description: 'only sub-projects of this ministry' })
  ministry?: string;
  @Nested(() => PlanCellDto, { listOf: 20_000 })
  cells!: PlanCellDto[];
  @Flag({ optional: true, description: 'true: cells that are not listed stay as they are' })
  partial?: boolean;
}

export class BudgetWarningView {
  @Text({ max: 200 })
  field!: string;
  @Text({ max: 100 })
  code!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params!: object;
}

export class BudgetSetView {
  @Whole({ min: 1, max: 1_000_000, description: 'which setting of this stage-year and scope it is' })
  no!: number;
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES)
  stage!: BudgetStage;
  @Whole({ min: 0, max: 20_000 })
  cells!: number;
  @Won()
  total!: string;
  @Text({ max: 64 })
  contentHash!: string;
  @Nested(() => BudgetWarningView, { listOf: 20_000, description: 'outside the shares of the policy, and not refused' })
  warnings!: BudgetWarningView[];
}

export class AmountsView {
  @Won({ description: 'in the newest version of the plan' })
  planned!: string;
  @Won({ description: '요구' })
  requested!: string;
  @Won({ description: '정부안' })
  'government-draft'!: string;
  @Won({ description: '국회확정' })
  enacted!: string;
  @Won({ description: '교부' })
  granted!: string;
  @Won({ description: '집행' })
  executed!: string;
  @Whole({ min: 0, max: 1_000_000, nullable: true, description: '실집행률 in basis points; null: nothing granted' })
  executionRateBp!: number | null;
}

export class KeyedAmountsView extends AmountsView {
  @Text({ max: 64 })
  key!: string;
}

export class OpenStageView {
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES)
  stage!: BudgetStage;
  @Choice(['open', 'closed'])
  state!: 'open' | 'closed';
}

export class BudgetSumsView {
  @Nested(() => AmountsView)
  total!: AmountsView;
  @Nested(() => KeyedAmountsView, { listOf: 20 })
  byYear!: KeyedAmountsView[];
  @Nested(() => KeyedAmountsView, { listOf: 60 })
  byMinistry!: KeyedAmountsView[];
  @Nested(() => KeyedAmountsView, { listOf: 10 })
  bySource!: KeyedAmountsView[];
  @Nested(() => KeyedAmountsView, { listOf: 20, description: '국비 by year' })
  nationalByYear!: KeyedAmountsView[];
  @Nested(() => OpenStageView, { listOf: 100 })
  stages!: OpenStageView[];
}

export class StageCellView extends AmountsView {
  @Text({ max: 40 })
  subProject!: string;
  @Text({ max: 64 })
  ministry!: string;
  @Whole(YEAR)
  year!: number;
  @Text({ max: 64 })
  source!: string;
}

export class PlanBudgetView extends BudgetSumsView {
  @Id()
  planId!: string;
  @Id()
  roundId!: string;
  @Text({ max: 64 })
  province!: string;
  @Whole({ min: 0, max: 10_000, description: 'the version the planned amounts are of' })
  versionNo!: number;
  @Nested(() => StageCellView, { listOf: 20_000 })
  cells!: StageCellView[];
  @Nested(() => BudgetWarningView, { listOf: 5000 })
  warnings!: BudgetWarningView[];
}

export class RoundBudgetRowView extends AmountsView {
  @Whole(YEAR)
  year!: number;
  @Text({ max: 64 })
  ministry!: string;
  @Text({ max: 64 })
  source!: string;
}

export class RoundBudgetView extends BudgetSumsView {
  @Id()
  roundId!: string;
  @Whole({ ...YEAR, description: 'year of the selection' })
  year!: number;
  @Nested(() => RoundBudgetRowView, { listOf: 2000 })
  rows!: RoundBudgetRowView[];
  @Nested(() => KeyedAmountsView, { listOf: 20 })
  byProvince!: KeyedAmountsView[];
}

export class SubProjectBudgetQuery {
  @AsNumber()
  @Whole({ ...YEAR, optional: true, description: 'budget year; the first the round funds unless told' })
  year?: number;
  @Choice(SUB_PROJECT_STATUSES, { optional: true })
  status?: SubProjectStatus;
}

export class SubProjectBudgetView extends AmountsView {
  @Id()
  planId!: string;
  @Text({ max: 64 })
  province!: string;
  @Text({ max: 40 })
  subProject!: string;
  @Text({ max: 200 })
  name!: string;
  @Text({ max: 64 })
  ministry!: string;
  @Flag({ description: 'false: the newest version of the plan has it no more' })
  inPlan!: boolean;
  @Choice(SUB_PROJECT_STATUSES, { description: 'by its 국비; not-funded: asked for and not enacted (재도전)' })
  status!: SubProjectStatus;
  @Nested(() => AmountsView, { description: '국비 alone' })
  national!: AmountsView;
}

export class SubProjectBudgetPage {
  @Id()
  roundId!: string;
  @Whole(YEAR)
  year!: number;
  @Nested(() => SubProjectBudgetView, { listOf: 5000 })
  items!: SubProjectBudgetView[];
}
