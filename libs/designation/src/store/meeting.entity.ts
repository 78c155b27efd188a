import { OrganisationEntity } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  RefColumn,
  TextColumn,
} from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Check, Entity, Index, Unique } from 'typeorm';
import type { MeetingState, NamedVote, ResolutionOutcome, RollEntry } from '../rules/index.js';

/** An item of an agenda: a plan, or a free topic. */
export interface AgendaItem {
  readonly planId: string | null;
  readonly title: string | null;
}

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
  /** Why the ministry that chaired the meeting before does so again. */
  @TextColumn({ nullable: true })
  chairReason!: string | null;
  /** Items as sent with the agenda; null = every plan that waits for the committee. */
  @JsonColumn({ nullable: true })
  agenda!: readonly AgendaItem[] | null;
  @IntColumn()
  members!: number;
  @IntColumn({ nullable: true })
  present!: number | null;
  /** Who sat that day, and who was there, by name; null where the members are not known by name. */
  @JsonColumn({ nullable: true })
  roll!: readonly RollEntry[] | null;
  @TextColumn({ nullable: true })
  minutes!: string | null;
  /** The co-chair who closed it, where that is not the one who opened it; a member's id. */
  @RefColumn({ nullable: true })
  closedById!: string | null;
  /** 회의 취소: why it was not held. */
  @TextColumn({ nullable: true })
  cancelReason!: string | null;
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

/** 의결: what the committee decided on one plan, on which ranking, by which votes. Never changed; the newest of a plan counts. */
@Entity('resolution')
@Unique('resolution_no', ['planId', 'no'])
@Unique('resolution_reserve_order', ['roundId', 'reserveOrder'])
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
  /** 1 for the first decision on the plan; a deferred plan gets another. */
  @IntColumn({ default: 1 })
  no!: number;
  @CodeColumn()
  outcome!: ResolutionOutcome;
  /** Place on the reserve list, where the outcome is one. */
  @IntColumn({ nullable: true })
  reserveOrder!: number | null;
  @IntColumn()
  votesFor!: number;
  @IntColumn()
  votesAgainst!: number;
  @IntColumn()
  votesAbstain!: number;
  /** Votes by name, where they were taken so. */
  @JsonColumn({ nullable: true })
  ballots!: readonly NamedVote[] | null;
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
