import { RoundEntity } from '@daegaejo/round';
import { PlanEntity } from '@daegaejo/plan';
import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
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
import { Column, Entity, Index, Unique } from 'typeorm';
import type { AnnouncedChange, AnnouncedStanding, DesignationState, ObjectionState } from '../rules/index.js';

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
  readonly outcome: AnnouncedStanding;
  /** Place among the reserves; absent or null where it is none. */
  readonly reserveOrder?: number | null;
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
  /** Why there is a later version; null on the first. */
  @TextColumn({ nullable: true })
  reason!: string | null;
  /** What it says that the version before did not; null on the first. */
  @JsonColumn({ nullable: true })
  changes!: readonly AnnouncedChange[] | null;
  /** The officer who announced it; null on rows from before that was kept. */
  @RefColumn({ nullable: true })
  announcedBy!: string | null;
  /** From this moment on everybody may read it, before it nobody outside the programme. */
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
  /** 형식 심사: when it was taken up or turned away, and why. */
  @TextColumn({ nullable: true })
  screening!: string | null;
  @InstantColumn({ nullable: true })
  screenedAt!: string | null;
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
  /** 관보 문안, made when the notice was proposed; null on notices from before there was one. */
  @TextColumn({ nullable: true })
  gazetteText!: string | null;
  /** SHA-256 of the notice, its text included; what the second ministry signs. */
  @CodeColumn()
  contentHash!: string;
  @JsonColumn()
  signatures!: readonly { readonly ministryId: string; readonly personId: string; readonly at: string }[];
  @IntColumn()
  version!: number;
}
