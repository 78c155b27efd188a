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
import { PlanEntity } from '@daegaejo/plan';
import { RoundEntity } from '@daegaejo/round';
import type { CommitteeOffice } from '@daegaejo/round/rules';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { ResolutionContent, Seat } from '../rules/index.js';
import { ItemResolutionEntity } from './item-resolution.entity.js';
import { MeetingEntity } from './meeting.entity.js';

/** 위원: one seat of a round's committee, by office or commissioned; with or without an account. */
@Entity('committee_member')
@Index(['roundId'])
export class CommitteeMemberEntity implements Seat {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  personId!: string | null;
  @Column({ type: 'varchar', length: 100 })
  name!: string;
  @CodeColumn()
  office!: CommitteeOffice;
  @RefColumn({ to: () => OrganisationEntity, nullable: true })
  organisationId!: string | null;
  @RefColumn({ to: () => OrganisationEntity, nullable: true })
  chairMinistryId!: string | null;
  @DayColumn({ nullable: true })
  termFrom!: string | null;
  @DayColumn({ nullable: true })
  termTo!: string | null;
  @DayColumn({ nullable: true })
  endedOn!: string | null;
  @TextColumn({ nullable: true })
  endReason!: string | null;
  @InstantColumn()
  registeredAt!: string;
  @IntColumn()
  version!: number;
}

export const RECUSAL_KINDS = ['recused', 'excluded'] as const;

/** 회피·제척: a member who takes no part in one item of a meeting, a plan or a topic. Never changed. */
@Entity('committee_recusal')
@Unique('committee_recusal_once', ['meetingId', 'memberId', 'planId'])
@Unique('committee_recusal_topic', ['meetingId', 'memberId', 'itemNo'])
export class RecusalEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => MeetingEntity })
  meetingId!: string;
  @RefColumn({ to: () => CommitteeMemberEntity })
  memberId!: string;
  /** The item: the plan it is about; null where it is about none. */
  @RefColumn({ to: () => PlanEntity, nullable: true })
  planId!: string | null;
  /** Its number on the agenda, where it is a topic. */
  @IntColumn({ nullable: true })
  itemNo!: number | null;
  @CodeColumn()
  kind!: (typeof RECUSAL_KINDS)[number];
  @TextColumn()
  reason!: string;
  @InstantColumn()
  recordedAt!: string;
}

/** 의결서, one draft: a changed one is another row. Never changed. */
@Entity('resolution_document')
@Unique('resolution_document_no', ['meetingId', 'no'])
@Index(['roundId'])
export class ResolutionDocumentEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => MeetingEntity })
  meetingId!: string;
  @IntColumn()
  no!: number;
  @JsonColumn()
  content!: ResolutionContent;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  draftedBy!: string;
  @InstantColumn()
  draftedAt!: string;
}

/** A co-chair's signature under one draft; one per ministry and one per person. Never changed. */
@Entity('resolution_signature')
@Unique('resolution_signature_ministry', ['documentId', 'ministryId'])
@Unique('resolution_signature_person', ['documentId', 'personId'])
export class ResolutionSignatureEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => ResolutionDocumentEntity })
  documentId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  /** What was signed: the hash of the draft. */
  @CodeColumn()
  contentHash!: string;
  @InstantColumn()
  signedAt!: string;
}

export const COMMITTEE_ENTITIES = [
  CommitteeMemberEntity,
  RecusalEntity,
  ItemResolutionEntity,
  ResolutionDocumentEntity,
  ResolutionSignatureEntity,
];
