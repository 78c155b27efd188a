import { RoundEntity } from '@daegaejo/round';
import { PlanEntity } from '@daegaejo/plan';
import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
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
import { Check, Column, Entity, Index, Unique } from 'typeorm';
import type { DesignationState, MeetingState, ObjectionState, ResolutionOutcome } from '../rules/index.js';

/** 경강위 회의. */
@Entity('committee_meeting')
@Index(['roundId'])
export class MeetingEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @CodeColumn()
  state!: MeetingState;
  /** When the agenda left the secretariat: the moment the meeting was called here. */
  @InstantColumn()
  agendaSentAt!: string;
  @InstantColumn()
  heldAt!: string;
  @TextColumn({ nullable: true })
  urgentReason!: string | null;
  /** Ministry whose vice-minister takes the chair; the co-chairs alternate. */
  @RefColumn({ to: () => OrganisationEntity })
  chairMinistryId!: string;
  @IntColumn()
  members!: number;
  @IntColumn({ nullable: true })
  present!: number | null;
  @TextColumn({ nullable: true })
  minutes!: string | null;
  @IntColumn()
  version!: number;
}

/** How many regions of a round were preselected; the database itself refuses one too many. */
@Entity('round_quota')
@Check('round_quota_kept', '"used" >= 0 AND "used" <= "quota"')
export class RoundQuotaEntity {
  /** Id of the round. */
  @IdColumn()
  id!: string;
  @IntColumn()
  quota!: number;
  @IntColumn()
  used!: number;
}

/** 의결: what the committee decided on one plan, on which ranking, by which votes. Never changed. */
@Entity('resolution')
@Unique('resolution_once', ['planId'])
@Index(['roundId'])
export class ResolutionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => MeetingEntity })
  meetingId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @CodeColumn()
  outcome!: ResolutionOutcome;
  @IntColumn()
  votesFor!: number;
  @IntColumn()
  votesAgainst!: number;
  @IntColumn()
  votesAbstain!: number;
  /** Version of the ranking the decision was made on, and what it said. */
  @IntColumn()
  aggregateNo!: number;
  @IntColumn()
  rank!: number;
  @IntColumn()
  finalScore!: number;
  @FlagColumn()
  deviates!: boolean;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @InstantColumn()
  resolvedAt!: string;
}

/** A figure as announced, with its source. */
export interface AnnouncedFigure {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly source: string | null;
  readonly fictional: boolean;
}

export interface AnnouncedPlan {
  readonly planId: string;
  readonly provinceId: string;
  readonly province: string;
  readonly title: string;
  readonly outcome: ResolutionOutcome;
  /** Hundredths. */
  readonly finalScore: number;
  readonly rank: number;
}

/** 예비선정 공표: what was announced, whole and for ever. */
@Entity('announcement')
@Unique('announcement_no', ['roundId', 'no'])
export class AnnouncementEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @IntColumn()
  no!: number;
  @Column({ type: 'varchar', length: 200 })
  title!: string;
  @JsonColumn()
  plans!: readonly AnnouncedPlan[];
  @JsonColumn()
  evaluators!: readonly string[];
  @JsonColumn()
  figures!: readonly AnnouncedFigure[];
  @CodeColumn()
  contentHash!: string;
  @InstantColumn()
  announcedAt!: string;
}

@Entity('objection')
@Unique('objection_once', ['planId'])
export class ObjectionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @CodeColumn()
  state!: ObjectionState;
  @CodeColumn()
  ground!: 'method' | 'procedure';
  @TextColumn()
  text!: string;
  @InstantColumn()
  filedAt!: string;
  @TextColumn({ nullable: true })
  decision!: string | null;
  @InstantColumn({ nullable: true })
  decidedAt!: string | null;
  @IntColumn()
  version!: number;
}

/** 부처 적정성 검토: one ministry's word on one version of a plan. */
@Entity('ministry_review')
@Unique('ministry_review_once', ['planId', 'versionNo', 'ministryId'])
export class MinistryReviewEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  versionNo!: number;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @CodeColumn()
  verdict!: 'adequate' | 'return';
  @TextColumn()
  comment!: string;
  @InstantColumn()
  reviewedAt!: string;
}

/** 지정·고시. */
@Entity('designation')
@Index(['roundId'])
@Index(['planId'])
export class DesignationEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @CodeColumn()
  state!: DesignationState;
  /** 고시번호. */
  @Column({ type: 'varchar', length: 100 })
  noticeNumber!: string;
  @DayColumn()
  noticeDate!: string;
  @DayColumn()
  effectiveDate!: string;
  @JsonColumn()
  siteKeys!: readonly string[];
  /** SHA-256 of the notice; what the second ministry signs. */
  @CodeColumn()
  contentHash!: string;
  @JsonColumn()
  signatures!: readonly { readonly ministryId: string; readonly personId: string; readonly at: string }[];
  @IntColumn()
  version!: number;
}
