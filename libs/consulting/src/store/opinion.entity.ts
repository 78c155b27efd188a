import { PlanEntity } from '@daegaejo/plan';
import { PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { Column, Entity, Index } from 'typeorm';
import type { Answer, OpinionState, Phase } from '../rules/index.js';

/** Somebody appointed to help a plan, before or after the preselection. */
@Entity('consultant_assignment')
@Index(['planId'])
export class ConsultantAssignmentEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @CodeColumn()
  phase!: Phase;
  @RefColumn({ to: () => PersonEntity })
  assignedBy!: string;
  @InstantColumn()
  assignedAt!: string;
}

@Entity('opinion')
@Index(['planId'])
export class OpinionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => PersonEntity })
  consultantId!: string;
  @CodeColumn()
  phase!: Phase;
  @CodeColumn()
  state!: OpinionState;
  /** Part of the plan it is about: "subProjects[0]", "narrative.financing". */
  @Column({ type: 'varchar', length: 200 })
  section!: string;
  /** Version of the plan the consultant read. */
  @IntColumn()
  onVersionNo!: number;
  @TextColumn()
  text!: string;
  @InstantColumn()
  issuedAt!: string;
  @IntColumn()
  version!: number;
}

/** One turn of the conversation about an opinion; only ever added. */
@Entity('opinion_turn')
@Index(['opinionId'])
export class OpinionTurnEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => OpinionEntity })
  opinionId!: string;
  @IntColumn()
  no!: number;
  @CodeColumn()
  kind!: 'answer' | 'accept' | 'reopen' | 'close';
  @CodeColumn({ nullable: true })
  answer!: Answer | null;
  @TextColumn({ nullable: true })
  text!: string | null;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @InstantColumn()
  at!: string;
}
