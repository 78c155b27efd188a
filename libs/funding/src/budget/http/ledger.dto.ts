import { Choice, DayField, Id, Moment, Nested, pageClass, Text, Whole, Won } from '@daegaejo/platform';
import { BUDGET_SOURCES } from '@daegaejo/plan/rules';
import { BUDGET_STAGES, type BudgetStage, PAYMENT_KINDS, type PaymentKind } from '../rules/index.js';

const YEAR = { min: 2000, max: 2100 } as const;
type Source = (typeof BUDGET_SOURCES)[number];

export class MoveBudgetStageDto {
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES)
  stage!: BudgetStage;
  @Choice(['open', 'close'])
  action!: 'open' | 'close';
}

export class StageYearView {
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES)
  stage!: BudgetStage;
  @Choice(['open', 'closed'])
  state!: 'open' | 'closed';
  @Id()
  openedBy!: string;
  @Moment()
  openedAt!: string;
  @Id({ nullable: true })
  closedBy!: string | null;
  @Moment({ nullable: true })
  closedAt!: string | null;
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}

export class StageYearList {
  @Nested(() => StageYearView, { listOf: 100 })
  items!: StageYearView[];
}

export class SetCeilingDto {
  @Text({ max: 64, description: 'code of the ministry' })
  ministry!: string;
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES, { optional: true, description: 'the stage that counts against it; enacted unless told' })
  stage?: BudgetStage;
  @Won({ description: '국비; not less than what is used' })
  amount!: string;
}

export class CeilingView {
  @Id()
  id!: string;
  @Text({ max: 64 })
  ministry!: string;
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_STAGES)
  stage!: BudgetStage;
  @Won()
  amount!: string;
  @Won()
  used!: string;
  @Won()
  left!: string;
  @Whole({ min: 1, max: 1_000_000_000 })
  version!: number;
}

export class CeilingList {
  @Nested(() => CeilingView, { listOf: 1000 })
  items!: CeilingView[];
}

export class PaymentDto {
  @Id()
  planId!: string;
  @Text({ max: 40 })
  subProject!: string;
  @Choice(BUDGET_SOURCES)
  source!: Source;
  @Won({ description: 'more than 0' })
  amount!: string;
  @DayField()
  paidOn!: string;
  @Text({ max: 60, description: 'number in e나라도움; one per ministry' })
  number!: string;
}

export class RecordPaymentsDto {
  @Choice(PAYMENT_KINDS, { description: '교부 or 집행' })
  kind!: PaymentKind;
  @Whole({ ...YEAR, description: 'budget year' })
  year!: number;
  @Nested(() => PaymentDto, { listOf: 20_000 })
  payments!: PaymentDto[];
}

export class RecordedPaymentsView {
  @Whole({ min: 0, max: 20_000 })
  count!: number;
  @Won()
  total!: string;
  @Id({ listOf: 20_000 })
  ids!: string[];
}

export class ReturnPaymentDto {
  @Won({ description: 'at most what is not returned yet' })
  amount!: string;
  @DayField()
  paidOn!: string;
  @Text({ max: 60 })
  number!: string;
  @Text({ min: 2, max: 500 })
  reason!: string;
}

export class PaymentView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Text({ max: 40 })
  subProject!: string;
  @Whole(YEAR)
  year!: number;
  @Choice(BUDGET_SOURCES)
  source!: Source;
  @Choice(PAYMENT_KINDS)
  kind!: PaymentKind;
  @Won()
  amount!: string;
  @DayField()
  paidOn!: string;
  @Text({ max: 60 })
  number!: string;
  @Id({ nullable: true, description: 'the payment this one takes back' })
  countersId!: string | null;
  @Text({ max: 500, nullable: true })
  reason!: string | null;
  @Moment()
  recordedAt!: string;
}
export const PaymentPage = pageClass(PaymentView);

export class SettlementRowDto {
  @Choice(BUDGET_SOURCES)
  source!: Source;
  @Won({ description: '이자' })
  interest!: string;
  @Won({ description: '이월' })
  carryOver!: string;
  @Won({ description: '반납' })
  returned!: string;
}

export class SettleYearDto {
  @Whole(YEAR)
  year!: number;
  @Nested(() => SettlementRowDto, { listOf: 5, description: 'one per source' })
  rows!: SettlementRowDto[];
  @Text({ max: 100, nullable: true, optional: true, description: '회계감사 보고서의 문서번호' })
  auditReference?: string | null;
}

export class SettledRowView extends SettlementRowDto {
  @Won()
  granted!: string;
  @Won()
  carriedIn!: string;
  @Won()
  executed!: string;
}

export class SettlementView {
  @Id()
  id!: string;
  @Id()
  planId!: string;
  @Whole(YEAR)
  year!: number;
  @Whole({ min: 1, max: 10_000 })
  no!: number;
  @Nested(() => SettledRowView, { listOf: 5 })
  rows!: SettledRowView[];
  @Text({ max: 100, nullable: true })
  auditReference!: string | null;
  @Text({ max: 64 })
  contentHash!: string;
  @Moment()
  submittedAt!: string;
  @Moment({ nullable: true, description: 'when the secretariat signed' })
  signedAt!: string | null;
}
export const SettlementPage = pageClass(SettlementView);

export class SignSettlementDto {
  @Text({ max: 64, description: 'content hash of what is signed' })
  contentHash!: string;
}

export class SplitBudgetDto {
  @Text({ max: 40 })
  subProject!: string;
  @Won({ description: 'public money to split: 국비 and 지방비 together' })
  total!: string;
  @Whole({
    min: 0,
    max: 10_000,
    optional: true,
    description: 'share of the 시·군·구 in the local money; 0 unless told',
  })
  municipalShareBp?: number;
}

export class SplitCellView {
  @Choice(BUDGET_SOURCES)
  source!: Source;
  @Won()
  amount!: string;
}

export class SplitView {
  @Text({ max: 40 })
  subProject!: string;
  @Won()
  total!: string;
  @Whole({ min: 0, max: 10_000 })
  nationalShareBp!: number;
  @Nested(() => SplitCellView, { listOf: 5 })
  cells!: SplitCellView[];
}
