import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
import {
  CodeColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { ProjectPlanState, ProjectSheet } from '../rules/index.js';

/** 사업계획 (특별법 제13조) of one 사업시행자, filed through its province; its sheet is what was last approved or noted. */
@Entity('project_plan')
@Unique('project_plan_no', ['planId', 'no'])
@Index(['roundId'])
export class ProjectPlanEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @IntColumn()
  no!: number;
  @CodeColumn()
  state!: ProjectPlanState;
  @JsonColumn()
  sheet!: ProjectSheet;
  /** SHA-256 of the application; what the ministries approve. */
  @CodeColumn()
  contentHash!: string;
  @Column({ type: 'varchar', length: 100 })
  letterNumber!: string;
  /** Day of the letter. */
  @DayColumn()
  filedOn!: string;
  @RefColumn({ to: () => PersonEntity })
  filedBy!: string;
  @InstantColumn()
  filedAt!: string;
  @JsonColumn()
  approvals!: readonly { readonly ministryId: string; readonly personId: string; readonly at: string }[];
  @TextColumn({ nullable: true })
  rejection!: string | null;
  @DayColumn({ nullable: true })
  approvedOn!: string | null;
  @DayColumn({ nullable: true })
  startedOn!: string | null;
  @Column({ type: 'varchar', length: 100, nullable: true })
  startLetter!: string | null;
  @IntColumn()
  version!: number;
}
