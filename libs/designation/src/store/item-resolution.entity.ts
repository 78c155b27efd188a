import { PlanEntity } from '@daegaejo/plan';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { ItemDecision, NamedVote } from '../rules/index.js';
import { MeetingEntity } from './meeting.entity.js';

/** 기타 안건의 의결: what a meeting decided on an item of its agenda that gives no plan its result. Never changed. */
@Entity('item_resolution')
@Unique('item_resolution_once', ['meetingId', 'itemNo'])
@Index(['roundId'])
export class ItemResolutionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => MeetingEntity })
  meetingId!: string;
  /** Its number on the agenda, from 1. */
  @IntColumn()
  itemNo!: number;
  /** The plan it is about, where it is about one: the cancellation of its selection. */
  @RefColumn({ to: () => PlanEntity, nullable: true })
  planId!: string | null;
  @Column({ type: 'varchar', length: 300 })
  title!: string;
  @CodeColumn()
  decision!: ItemDecision;
  /** null where nothing was voted on. */
  @IntColumn({ nullable: true })
  votesFor!: number | null;
  @IntColumn({ nullable: true })
  votesAgainst!: number | null;
  @IntColumn({ nullable: true })
  votesAbstain!: number | null;
  /** Votes by name, where they were taken so. */
  @JsonColumn({ nullable: true })
  ballots!: readonly NamedVote[] | null;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @InstantColumn()
  resolvedAt!: string;
}
