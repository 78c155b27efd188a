import { CodeColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One thing that happened. Rows are only ever added: triggers in both stores refuse UPDATE and DELETE. */
@Entity('history_entry')
@Index(['subjectKind', 'subjectId'])
@Index(['roundId'])
export class HistoryEntryEntity {
  /** Order of writing. */
  @PrimaryGeneratedColumn()
  seq!: number;
  @Column({ type: 'varchar', length: 36, unique: true })
  id!: string;
  @InstantColumn()
  at!: string;
  @RefColumn({ nullable: true })
  actorId!: string | null;
  @Column({ type: 'varchar', length: 100, nullable: true })
  requestId!: string | null;
  @CodeColumn()
  type!: string;
  @CodeColumn()
  subjectKind!: string;
  @RefColumn()
  subjectId!: string;
  @RefColumn({ nullable: true })
  roundId!: string | null;
  @RefColumn({ nullable: true })
  provinceId!: string | null;
  @CodeColumn({ nullable: true })
  fromState!: string | null;
  @CodeColumn({ nullable: true })
  toState!: string | null;
  @TextColumn({ nullable: true })
  reason!: string | null;
  @CodeColumn({ nullable: true })
  contentHash!: string | null;
  @JsonColumn({ nullable: true })
  data!: Readonly<Record<string, string | number | boolean | null>> | null;
  @CodeColumn()
  audience!: 'public' | 'province' | 'staff';
}
