import { PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { Column, Entity, Index } from 'typeorm';
import type { PlanSection } from '../rules/index.js';
import { PlanEntity } from './plan.entity.js';

/** A working note of the province on its own plan. Nobody outside the province reads or counts them. */
@Entity('plan_comment')
@Index(['planId'])
export class PlanCommentEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @CodeColumn()
  section!: PlanSection;
  /** Place within the section, as differences name it ("subProjects[smart].name"); null = the section as a whole. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  path!: string | null;
  @TextColumn()
  text!: string;
  @RefColumn({ to: () => PersonEntity })
  writtenBy!: string;
  @InstantColumn()
  writtenAt!: string;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  resolvedBy!: string | null;
  /** null = still open. */
  @InstantColumn({ nullable: true })
  resolvedAt!: string | null;
  @IntColumn()
  version!: number;
}
