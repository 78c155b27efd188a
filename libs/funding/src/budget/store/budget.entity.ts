import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
import type { BudgetSource } from '@daegaejo/plan/rules';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  WonColumn,
} from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import type { BudgetStage, PaymentKind } from '../rules/index.js';

/** One amount of the budget cube as it stands: sub-project × year × source × stage. How it came about is in budget_setting and budget_payment. */
@Entity('budget_line')
@Unique('budget_line_cell', ['planId', 'subProjectKey', 'year', 'source', 'stage'])
@Index('budget_line_sums', ['year', 'ministryId', 'source', 'stage'])
@Index('budget_line_round', ['roundId', 'year'])
@Check('budget_line_positive', '"amount" >= 0')
export class BudgetLineEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @Column({ type: 'varchar', length: 40 })
  subProjectKey!: string;
  /** The ministry that owned the sub-project when the amount was set. */
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @IntColumn()
  year!: number;
  @CodeColumn()
  source!: BudgetSource;
  @CodeColumn()
  stage!: BudgetStage;
  @WonColumn()
  amount!: bigint;
  @IntColumn()
  version!: number;
}

/** A stage of one budget year: money can be written while it is open. */
@Entity('budget_stage_year')
@Unique('budget_stage_year_once', ['roundId', 'year', 'stage'])
export class BudgetStageYearEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @IntColumn()
  year!: number;
  @CodeColumn()
  stage!: BudgetStage;
  @CodeColumn()
  state!: 'open' | 'closed';
  @RefColumn({ to: () => PersonEntity })
  openedBy!: string;
  @InstantColumn()
  openedAt!: string;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  closedBy!: string | null;
  @InstantColumn({ nullable: true })
  closedAt!: string | null;
  @IntColumn()
  version!: number;
}

/** What was sent at once for a stage-year, whole, with who and when; never changed. */
@Entity('budget_setting')
@Unique('budget_setting_no', ['roundId', 'year', 'stage', 'scope', 'no'])
export class BudgetSettingEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @IntColumn()
  year!: number;
  @CodeColumn()
  stage!: BudgetStage;
  /** What it replaced: `round`, or the id of a plan or of a ministry. */
  @CodeColumn()
  scope!: string;
  @IntColumn()
  no!: number;
  @JsonColumn()
  cells!: readonly {
    readonly planId: string;
    readonly subProject: string;
    readonly source: string;
    readonly amount: string;
    readonly reason: string | null;
  }[];
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  setBy!: string;
  @InstantColumn()
  setAt!: string;
}

/** 한도: what one ministry may give in one year of a round. The database itself keeps `used` within `amount`. */
@Entity('budget_ceiling')
@Unique('budget_ceiling_once', ['roundId', 'ministryId', 'year', 'source', 'stage'])
@Check('budget_ceiling_kept', '"used" >= 0 AND "used" <= "amount"')
export class BudgetCeilingEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @IntColumn()
  year!: number;
  @CodeColumn()
  source!: BudgetSource;
  /** The stage whose amounts count against it. */
  @CodeColumn()
  stage!: BudgetStage;
  @WonColumn()
  amount!: bigint;
  @WonColumn()
  used!: bigint;
  @IntColumn()
  version!: number;
}

/** 교부와 집행: one payment as e나라도움 numbers it. A return or cancellation is a record of its own; none is ever changed. */
@Entity('budget_payment')
@Unique('budget_payment_number', ['ministryId', 'number'])
@Index(['planId', 'year'])
@Index(['countersId'])
export class BudgetPaymentEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @Column({ type: 'varchar', length: 40 })
  subProjectKey!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @IntColumn()
  year!: number;
  @CodeColumn()
  source!: BudgetSource;
  @CodeColumn()
  kind!: PaymentKind;
  /** Won, positive; a counter-record takes it back. */
  @WonColumn()
  amount!: bigint;
  @DayColumn()
  paidOn!: string;
  /** Number in e나라도움. */
  @Column({ type: 'varchar', length: 60 })
  number!: string;
  /** The payment this one returns or cancels; null for a payment. */
  @RefColumn({ to: () => BudgetPaymentEntity, nullable: true })
  countersId!: string | null;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @RefColumn({ to: () => PersonEntity })
  recordedBy!: string;
  @InstantColumn()
  recordedAt!: string;
}

/** 정산: one version of a plan's yearly settlement; never changed. */
@Entity('budget_settlement')
@Unique('budget_settlement_no', ['planId', 'year', 'no'])
export class BudgetSettlementEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  year!: number;
  @IntColumn()
  no!: number;
  /** One row per source; amounts as decimal strings of won. */
  @JsonColumn()
  rows!: readonly SettledRow[];
  @Column({ type: 'varchar', length: 100, nullable: true })
  auditReference!: string | null;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  submittedBy!: string;
  @InstantColumn()
  submittedAt!: string;
}

export interface SettledRow {
  readonly source: BudgetSource;
  readonly granted: string;
  readonly carriedIn: string;
  readonly interest: string;
  readonly executed: string;
  readonly carryOver: string;
  readonly returned: string;
}

/** The secretariat found a settlement right (정산 확정): bound to its content; never changed. */
@Entity('budget_settlement_sign_off')
@Unique('budget_settlement_signed_once', ['planId', 'year'])
export class BudgetSettlementSignOffEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => BudgetSettlementEntity })
  settlementId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  year!: number;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  signedBy!: string;
  @InstantColumn()
  signedAt!: string;
}

export const BUDGET_ENTITIES = [
  BudgetLineEntity,
  BudgetStageYearEntity,
  BudgetSettingEntity,
  BudgetCeilingEntity,
  BudgetPaymentEntity,
  BudgetSettlementEntity,
  BudgetSettlementSignOffEntity,
];
