import { Column, Entity, Index } from 'typeorm';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, TextColumn } from '../data/columns.js';
import type { JobState } from '../rules/index.js';

/**
 * The outbox: work promised in the transaction that made it necessary. The same row is its inbox: it turns `done` in the
 * transaction of its effect. Times are of the database's clock, so that several machines agree on what is due.
 */
@Entity('outbox_job')
@Index('outbox_job_due', ['state', 'dueAt'])
@Index('outbox_job_name', ['name', 'state', 'dueAt'])
@Index('outbox_job_waiting_once', ['dedupeKey'], { unique: true, where: `"state" = 'waiting'` })
export class OutboxJobEntity {
  @IdColumn()
  id!: string;
  @CodeColumn()
  name!: string;
  @CodeColumn()
  queue!: string;
  /** JSON, checked against the schema of the catalogue when it is written and again when it is read. */
  @TextColumn()
  payload!: string;
  @Column({ type: 'varchar', length: 200, nullable: true })
  dedupeKey!: string | null;
  @CodeColumn()
  state!: JobState;
  /** Runs that failed. */
  @IntColumn()
  failures!: number;
  /** Times it was taken; more than `failures` where a process died over it. */
  @IntColumn()
  leases!: number;
  @InstantColumn()
  dueAt!: string;
  @InstantColumn({ nullable: true })
  leaseUntil!: string | null;
  @CodeColumn({ nullable: true })
  leasedBy!: string | null;
  /** Last time a sweep handed it to the transport. */
  @InstantColumn({ nullable: true })
  announcedAt!: string | null;
  /** Request that made it necessary. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  requestId!: string | null;
  @InstantColumn()
  enqueuedAt!: string;
  @InstantColumn({ nullable: true })
  finishedAt!: string | null;
  /** Why the last run failed, or why it was given up. */
  @TextColumn({ nullable: true })
  error!: string | null;
  @Column({ type: 'varchar', length: 100, nullable: true })
  progress!: string | null;
}
