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
import type { ExecutionLight } from '@daegaejo/round/rules';
import { Entity, Index, Unique } from 'typeorm';
import type { CorrectiveState, FinalVerdict, ReviewDecision, ReviewParts } from '../../rules/index.js';

/** 연차평가: what the panel made of a year, beside what the rules made of it. A correction is a new version. */
@Entity('execution_review')
@Unique('execution_review_no', ['planId', 'year', 'no'])
@Index(['roundId'])
export class ExecutionReviewEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @IntColumn()
  year!: number;
  @IntColumn()
  no!: number;
  /** Version of the report it rests on. */
  @IntColumn()
  reportNo!: number;
  /** What went into the score, as it was then. */
  @JsonColumn()
  parts!: ReviewParts;
  /** Basis points of the full mark. */
  @IntColumn({ nullable: true })
  score!: number | null;
  @CodeColumn()
  ruleLight!: ExecutionLight;
  @CodeColumn()
  ruleDecision!: ReviewDecision;
  @CodeColumn()
  light!: ExecutionLight;
  @CodeColumn()
  decision!: ReviewDecision;
  /** Why the panel differs from the rules, or why this version corrects the one before. */
  @TextColumn({ nullable: true })
  reason!: string | null;
  @TextColumn()
  comment!: string;
  /** Names of the panel. */
  @JsonColumn()
  panel!: readonly string[];
  @DayColumn()
  heldOn!: string;
  @RefColumn({ to: () => PersonEntity })
  recordedBy!: string;
  @InstantColumn()
  recordedAt!: string;
}

/** 만회대책 of one year: asked for once, then filed until it is accepted. */
@Entity('corrective_plan')
@Unique('corrective_plan_once', ['planId', 'year'])
@Index(['roundId'])
export class CorrectivePlanEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @IntColumn()
  year!: number;
  @CodeColumn()
  state!: CorrectiveState;
  @InstantColumn()
  dueAt!: string;
  @InstantColumn()
  askedAt!: string;
  /** What the secretariat said last; null before. */
  @TextColumn({ nullable: true })
  reason!: string | null;
  @InstantColumn({ nullable: true })
  filedAt!: string | null;
  @InstantColumn({ nullable: true })
  decidedAt!: string | null;
  @IntColumn()
  version!: number;
}

export interface Measure {
  readonly subProject: string | null;
  readonly text: string;
  readonly until: string;
}

/** One filing of a corrective plan; never changed. */
@Entity('corrective_filing')
@Unique('corrective_filing_no', ['correctivePlanId', 'no'])
export class CorrectiveFilingEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => CorrectivePlanEntity })
  correctivePlanId!: string;
  @IntColumn()
  no!: number;
  @TextColumn()
  text!: string;
  @JsonColumn()
  measures!: readonly Measure[];
  @RefColumn({ to: () => PersonEntity })
  filedBy!: string;
  @InstantColumn()
  filedAt!: string;
}

/** 최종평가: what became of the three years. With it the execution of the plan is closed. A correction is a new version. */
@Entity('final_evaluation')
@Unique('final_evaluation_no', ['planId', 'no'])
@Index(['roundId'])
export class FinalEvaluationEntity {
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
  @JsonColumn()
  parts!: ReviewParts;
  @IntColumn({ nullable: true })
  score!: number | null;
  @CodeColumn()
  ruleLight!: ExecutionLight;
  @CodeColumn()
  ruleVerdict!: FinalVerdict;
  @CodeColumn()
  light!: ExecutionLight;
  @CodeColumn()
  verdict!: FinalVerdict;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @TextColumn()
  comment!: string;
  @RefColumn({ to: () => PersonEntity })
  recordedBy!: string;
  @InstantColumn()
  recordedAt!: string;
}
