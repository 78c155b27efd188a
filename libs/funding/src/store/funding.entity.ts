import { RoundEntity } from '@daegaejo/round';
import { PlanEntity } from '@daegaejo/plan';
import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, RefColumn, WonColumn } from '@daegaejo/platform';
import type { BudgetSource } from '@daegaejo/plan/rules';
import { Entity, Index, Unique } from 'typeorm';

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
