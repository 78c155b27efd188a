import { RoundEntity } from '@daegaejo/round';
import { PlanEntity } from '@daegaejo/plan';
import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import {
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
  WonColumn,
} from '@daegaejo/platform';
import type { BudgetSource } from '@daegaejo/plan/rules';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { YearlyReportContent } from '../rules/index.js';

/** One version of a region's three-year funding plan; never changed. */
@Entity('funding_plan')
@Unique('funding_plan_no', ['planId', 'no'])
export class FundingPlanEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  no!: number;
  @WonColumn()
  total!: bigint;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
}

@Entity('funding_line')
@Unique('funding_line_once', ['fundingPlanId', 'year', 'ministryId', 'source'])
@Index(['fundingPlanId'])
export class FundingLineEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => FundingPlanEntity })
  fundingPlanId!: string;
  @IntColumn()
  year!: number;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @CodeColumn()
  source!: BudgetSource;
  @WonColumn()
  amount!: bigint;
}

/** 연차보고: what a region says became of one year. A correction is a new version; a version is never changed. */
@Entity('yearly_report')
@Unique('yearly_report_no', ['planId', 'year', 'no'])
@Index(['roundId'])
export class YearlyReportEntity {
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
  @TextColumn()
  summary!: string;
  @JsonColumn()
  results!: YearlyReportContent['results'];
  /** Won. */
  @WonColumn()
  spent!: bigint;
  @Column({ type: 'varchar', length: 100, nullable: true })
  auditReference!: string | null;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  submittedBy!: string;
  @InstantColumn()
  submittedAt!: string;
}
