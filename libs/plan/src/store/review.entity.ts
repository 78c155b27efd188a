import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { Column, Entity, Unique } from 'typeorm';
import type { DuplicateOf, ReviewVerdict } from '../rules/index.js';
import { PlanEntity } from './plan.entity.js';

/** A ministry's verdict on one sub-project (부처 검토). Only ever added: the highest number counts. */
@Entity('sub_project_review')
@Unique('sub_project_review_no', ['planId', 'subProjectKey', 'no'])
export class SubProjectReviewEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  versionNo!: number;
  @Column({ type: 'varchar', length: 40 })
  subProjectKey!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
  @CodeColumn()
  verdict!: ReviewVerdict;
  @TextColumn({ nullable: true })
  text!: string | null;
  @JsonColumn({ nullable: true })
  duplicateOf!: DuplicateOf | null;
  /** SHA-256 of the sub-project, its places and its money, as they were reviewed. */
  @CodeColumn()
  contentHash!: string;
  @IntColumn()
  no!: number;
  @RefColumn({ to: () => PersonEntity })
  reviewedBy!: string;
  @InstantColumn()
  reviewedAt!: string;
}
