import { PersonEntity } from '@daegaejo/identity';
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
import { Column, Entity, Index, Unique } from 'typeorm';

/**
 * 알림: what one person was told, once. A reminder's tick or an event reaches a person one time only, whatever happens to
 * the process in between. Times are of the programme's clock.
 */
@Entity('notice')
@Unique('notice_once', ['tickKey', 'personId'])
@Index('notice_inbox', ['personId', 'createdAt'])
@Index('notice_round', ['roundId', 'createdAt'])
@Index('notice_duty', ['dutyKey'])
@Index('notice_digest', ['digestKey'])
export class NoticeEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  /** What it is a notice of: the tick of a reminder, or an event of the history. */
  @Column({ type: 'varchar', length: 200 })
  tickKey!: string;
  /** The duty a reminder is about; null for an event. */
  @Column({ type: 'varchar', length: 120, nullable: true })
  dutyKey!: string | null;
  /** Kind of duty, or type of event. */
  @CodeColumn()
  kind!: string;
  /** Where the tick stands to the deadline; `event` for an event. */
  @CodeColumn()
  relation!: 'before' | 'day' | 'after' | 'stalled' | 'event';
  /** "D-3", "D-day", "S+1"; null for an event. */
  @CodeColumn({ nullable: true })
  step!: string | null;
  /** A copy to a superior. */
  @FlagColumn()
  copy!: boolean;
  @RefColumn({ nullable: true })
  roundId!: string | null;
  @RefColumn({ nullable: true })
  subjectId!: string | null;
  /** Deadline the reminder is about; null where there is none. */
  @InstantColumn({ nullable: true })
  dueAt!: string | null;
  @JsonColumn()
  params!: Readonly<Record<string, string | number>>;
  @InstantColumn()
  createdAt!: string;
  @InstantColumn({ nullable: true })
  readAt!: string | null;
  /** The digest mail it goes into, for somebody who wants one mail a day. */
  @Column({ type: 'varchar', length: 80, nullable: true })
  digestKey!: string | null;
}

export const DELIVERY_STATES = ['deferred', 'queued', 'sent', 'kept', 'failed', 'dropped'] as const;
/** A delivery: waiting for its hour, on its way, sent, kept here (no mail server, or a rehearsal), refused for good, or not needed any more. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One notice, or one digest, on one channel outside the inbox. Its id is the Message-ID of the mail and the event id of the webhook. */
@Entity('delivery')
@Unique('delivery_once', ['onceKey'])
@Index('delivery_state', ['state', 'sendAfter'])
@Index('delivery_person', ['personId', 'createdAt'])
@Index('delivery_notice', ['noticeId'])
export class DeliveryEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @CodeColumn()
  channel!: 'mail' | 'webhook';
  /** What may be delivered only once: notice and channel, or person and digest. */
  @Column({ type: 'varchar', length: 120 })
  onceKey!: string;
  /** The notice; null for a digest. */
  @RefColumn({ nullable: true })
  noticeId!: string | null;
  @Column({ type: 'varchar', length: 80, nullable: true })
  digestKey!: string | null;
  /** Webhook it goes to; null for a mail. */
  @RefColumn({ nullable: true })
  endpointId!: string | null;
  @CodeColumn()
  state!: DeliveryState;
  /** Not before this moment of the programme's clock (quiet hours, digest). */
  @InstantColumn()
  sendAfter!: string;
  /** What was sent, or would have been. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  subject!: string | null;
  @TextColumn({ nullable: true })
  body!: string | null;
  @IntColumn()
  attempts!: number;
  @TextColumn({ nullable: true })
  error!: string | null;
  @InstantColumn()
  createdAt!: string;
  @InstantColumn({ nullable: true })
  sentAt!: string | null;
}
