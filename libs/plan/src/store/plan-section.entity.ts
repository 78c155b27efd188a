import { PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { Entity, Unique } from 'typeorm';
import type { PlanSection } from '../rules/index.js';
import { PlanEntity } from './plan.entity.js';

/**
 * The province's working draft, section by section; nobody else reads it. Every save is a row: the highest version is the section
 * as it stands, the last few before it are what a clash is merged against (docs/adr/0014). A section without a row is empty.
 */
@Entity('plan_section')
@Unique('plan_section_version', ['planId', 'section', 'version'])
export class PlanSectionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @CodeColumn()
  section!: PlanSection;
  @IntColumn()
  version!: number;
  /** JSON text, as it was saved. */
  @TextColumn()
  content!: string;
  @RefColumn({ to: () => PersonEntity })
  savedBy!: string;
  @InstantColumn()
  savedAt!: string;
}
