import { PersonEntity } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
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
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ChallengeState, InterestKind, QualificationCode } from '../rules/index.js';
import { EvaluatorAssignmentEntity } from './evaluation.entity.js';

/** 평가위원 후보: somebody of the candidate pool, with the fields he knows and what he qualifies by. One row per person. */
@Entity('evaluator_profile')
export class EvaluatorProfileEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  personId!: string;
  /** Codes of the fields (전문분야). */
  @JsonColumn()
  fields!: readonly string[];
  /** 산업계: counts towards the share of industry. */
  @FlagColumn()
  industry!: boolean;
  /** Department inside the institution (학과·부서), for rules that look at departments only. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  department!: string | null;
  @CodeColumn()
  qualification!: QualificationCode;
  /** Years of experience the qualification asks for; null where it asks for none. */
  @IntColumn({ nullable: true })
  experienceYears!: number | null;
  /** Last day of validity; the profile is to be refreshed before (convention: two years). */
  @DayColumn()
  validUntil!: string;
  /** Struck from the pool (풀 제외), and why. */
  @InstantColumn({ nullable: true })
  struckAt!: string | null;
  @TextColumn({ nullable: true })
  strikeReason!: string | null;
  @InstantColumn()
  updatedAt!: string;
  @IntColumn()
  version!: number;
}

/** 이해관계 신고: what a panel member declared about one plan, or (without a plan) that there is nothing. Never changed. */
@Entity('interest_declaration')
@Index(['roundId', 'personId'])
export class InterestDeclarationEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @RefColumn({ to: () => PlanEntity, nullable: true })
  planId!: string | null;
  @CodeColumn()
  kind!: InterestKind;
  @TextColumn({ nullable: true })
  note!: string | null;
  @InstantColumn()
  declaredAt!: string;
}

/** 기피 신청: an applicant asks that somebody should not evaluate its plan; the remaining members decide. */
@Entity('challenge')
@Index(['roundId'])
export class ChallengeEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  /** Who is challenged, in the applicant's words: it is not told whether he is on the panel. */
  @Column({ type: 'varchar', length: 200 })
  named!: string;
  @TextColumn()
  grounds!: string;
  @CodeColumn()
  state!: ChallengeState;
  /** Set when the secretariat puts it to the members. */
  @RefColumn({ to: () => EvaluatorAssignmentEntity, nullable: true })
  assignmentId!: string | null;
  /** Votes of the remaining members that decide: more than half of them. */
  @IntColumn({ nullable: true })
  needed!: number | null;
  @TextColumn({ nullable: true })
  decisionNote!: string | null;
  @RefColumn({ to: () => PersonEntity })
  filedBy!: string;
  @InstantColumn()
  filedAt!: string;
  @InstantColumn({ nullable: true })
  decidedAt!: string | null;
  @IntColumn()
  version!: number;
}

/** One remaining member's vote on a challenge. Never changed. */
@Entity('challenge_vote')
@Unique('challenge_vote_once', ['challengeId', 'personId'])
export class ChallengeVoteEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => ChallengeEntity })
  challengeId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @FlagColumn()
  uphold!: boolean;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @InstantColumn()
  votedAt!: string;
}
