import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
import type { PlanContent } from '@daegaejo/plan/rules';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { ChangeClass, ChangeState, ProjectSheet, RuleClaim } from '../rules/index.js';
import { ProjectPlanEntity } from './project-plan.entity.js';

/** 변경 신고·신청: what a province wants changed, against which version of its plan, and what became of it. */
@Entity('plan_change')
@Unique('plan_change_no', ['planId', 'no'])
@Index(['roundId', 'state'])
export class PlanChangeEntity {
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
  state!: ChangeState;
  /** Computed from the differences, never chosen. */
  @CodeColumn()
  class!: ChangeClass;
  /** The rules that made it so. */
  @JsonColumn()
  claims!: readonly RuleClaim[];
  /** Version of the plan the change starts from. */
  @IntColumn()
  baseNo!: number;
  /** Parts of the content that are replaced. */
  @JsonColumn()
  parts!: Partial<PlanContent>;
  /** The 사업계획 whose sheet changes too, with its sheet before and after. */
  @RefColumn({ to: () => ProjectPlanEntity, nullable: true })
  projectPlanId!: string | null;
  @JsonColumn({ nullable: true })
  sheet!: { readonly before: ProjectSheet; readonly after: ProjectSheet } | null;
  /** SHA-256 of the proposal; what is approved. */
  @CodeColumn()
  contentHash!: string;
  @TextColumn()
  reason!: string;
  @Column({ type: 'varchar', length: 100 })
  letterNumber!: string;
  @RefColumn({ to: () => PersonEntity })
  filedBy!: string;
  @InstantColumn()
  filedAt!: string;
  @InstantColumn()
  dueAt!: string;
  /** Asked for less than a month before the year ended. */
  @FlagColumn()
  lateInYear!: boolean;
  /** The committee's word on a change of goals or designation: meeting or minutes, day, outcome. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  resolution!: string | null;
  @DayColumn({ nullable: true })
  resolvedOn!: string | null;
  @CodeColumn({ nullable: true })
  resolved!: 'agreed' | 'refused' | null;
  @InstantColumn({ nullable: true })
  closedAt!: string | null;
  @TextColumn({ nullable: true })
  closedReason!: string | null;
  /** Version of the plan, and of the agreement, it became; null where it changed neither. */
  @IntColumn({ nullable: true })
  appliedNo!: number | null;
  @IntColumn({ nullable: true })
  agreementNo!: number | null;
  @IntColumn()
  version!: number;
}

/** One ministry's word on one proposal, bound to its content hash; never changed. */
@Entity('plan_change_decision')
@Unique('plan_change_decision_ministry', ['changeId', 'ministryId'])
@Unique('plan_change_decision_person', ['changeId', 'personId'])
export class PlanChangeDecisionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanChangeEntity })
  changeId!: string;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @CodeColumn()
  verdict!: 'approve' | 'reject';
  @TextColumn({ nullable: true })
  reason!: string | null;
  @InstantColumn()
  decidedAt!: string;
}
