import { Check, Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { CodeColumn, FlagColumn, InstantColumn } from './columns.js';

/** What this database is: one row, written at its creation. A trigger keeps the rehearsal mark for ever. */
@Entity('installation')
@Check('installation_one_row', '"id" = 1')
export class InstallationEntity {
  @PrimaryColumn({ type: 'integer' })
  id!: number;

  /** 모의 운영: only here may the clock be moved, and only forward. */
  @FlagColumn()
  rehearsal!: boolean;

  /** Milliseconds the programme clock is away from the system clock; 0 outside a rehearsal. */
  @Column({ type: 'varchar', length: 20 })
  offsetMs!: string;

  /** Demo data it was made with. A full demo is `loading` until its last step is stored. */
  @CodeColumn()
  demo!: 'off' | 'people' | 'loading' | 'full';

  @InstantColumn()
  createdAt!: string;
}

/** Is this database one of a rehearsal? What leaves it on paper says so. */
export async function isRehearsal(manager: EntityManager): Promise<boolean> {
  return (await manager.findOneBy(InstallationEntity, { id: 1 }))?.rehearsal ?? false;
}
