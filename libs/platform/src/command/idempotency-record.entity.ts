import { Entity, PrimaryColumn } from 'typeorm';
import { CodeColumn, InstantColumn, TextColumn } from '../data/columns.js';

/** Answer of a command that was sent with an Idempotency-Key, stored in the transaction of its effect. */
@Entity('idempotency_record')
export class IdempotencyRecordEntity {
  /** SHA-256 of person, operation and key. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @CodeColumn()
  operation!: string;

  @CodeColumn()
  requestHash!: string;

  @TextColumn()
  answer!: string;

  @InstantColumn()
  createdAt!: string;
}
