import { PersonEntity } from '@daegaejo/identity';
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
import { Column, Entity, Index, Unique } from 'typeorm';
import type { MeetingKind, Phase } from '../rules/index.js';

/** One round of consulting within a phase (컨설팅 차수). The first opens with the first consultant of the phase. */
@Entity('consulting_round')
@Unique('consulting_round_no', ['planId', 'phase', 'no'])
export class ConsultingRoundEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @CodeColumn()
  phase!: Phase;
  @IntColumn()
  no!: number;
  /** Why there is another round; the first needs none. */
  @TextColumn({ nullable: true })
  reason!: string | null;
  @RefColumn({ to: () => PersonEntity })
  openedBy!: string;
  @InstantColumn()
  openedAt!: string;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  closedBy!: string | null;
  @InstantColumn({ nullable: true })
  closedAt!: string | null;
  @IntColumn()
  version!: number;
}

/** A visit or meeting (현장 방문·회의) in the course of consulting; only ever added, a correction names the record it stands for. */
@Entity('consulting_meeting')
@Index(['planId'])
export class ConsultingMeetingEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @CodeColumn()
  phase!: Phase;
  @IntColumn()
  consultingRound!: number;
  @CodeColumn()
  kind!: MeetingKind;
  @DayColumn()
  heldOn!: string;
  @Column({ type: 'varchar', length: 200 })
  place!: string;
  /** Who was there, in words. */
  @JsonColumn()
  attendees!: readonly string[];
  @TextColumn()
  summary!: string;
  /** The record this one corrects. */
  @RefColumn({ to: () => ConsultingMeetingEntity, nullable: true })
  correctsId!: string | null;
  @RefColumn({ to: () => PersonEntity })
  recordedBy!: string;
  @InstantColumn()
  recordedAt!: string;
}
