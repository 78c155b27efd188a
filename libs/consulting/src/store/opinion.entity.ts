import { PlanEntity } from '@daegaejo/plan';
import { PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { Answer, OpinionState, Phase, Severity } from '../rules/index.js';

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

/** The end of an assignment (해촉); what he said stays. Only ever added, as the assignment itself. */
@Entity('consultant_dismissal')
@Unique('consultant_dismissal_once', ['assignmentId'])
export class ConsultantDismissalEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => ConsultantAssignmentEntity })
  assignmentId!: string;
  @TextColumn()
  reason!: string;
  @RefColumn({ to: () => PersonEntity })
  endedBy!: string;
  @InstantColumn()
  endedAt!: string;
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
  /** Number of the round of consulting within the phase (차수). */
  @IntColumn({ default: 1 })
  consultingRound!: number;
  @CodeColumn({ default: 'should' })
  severity!: Severity;
  /** Part of the plan as the consultant wrote it: "subProjects[0].name", "narrative.financing". */
  @Column({ type: 'varchar', length: 200 })
  section!: string;
  /** The section, row or attachment it is about, by key: "subProjects[smart]". Null in opinions of before it was kept. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  target!: string | null;
  /** Version of the plan the consultant read. */
  @IntColumn()
  onVersionNo!: number;
  @TextColumn()
  text!: string;
  /** Visit or meeting it was given at. */
  @RefColumn({ nullable: true })
  meetingId!: string | null;
  @InstantColumn()
  issuedAt!: string;
  /** Until when the answer is wanted, where that is before the usual term. */
  @InstantColumn({ nullable: true })
  dueAt!: string | null;
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
  /** Paths of the changes an answer names; null for other turns, and for answers of before it was kept. */
  @JsonColumn({ nullable: true })
  changes!: readonly string[] | null;
  /** Version of the plan in which an answer's change is to be found. */
  @IntColumn({ nullable: true })
  inVersionNo!: number | null;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @InstantColumn()
  at!: string;
}
