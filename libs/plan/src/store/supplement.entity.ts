import { PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn } from '@daegaejo/platform';
import { Entity, Unique } from 'typeorm';
import type { UnlockedPart } from '../rules/index.js';
import { PlanEntity } from './plan.entity.js';

/** One part of a plan that is to be supplied, and why. */
export interface SupplementItem {
  readonly path: UnlockedPart;
  readonly reason: string;
}

/** A return for supplement (보완요구): what the province may change in what it filed, and until when. One per plan, ever. */
@Entity('plan_supplement')
@Unique('plan_supplement_once', ['planId'])
export class PlanSupplementEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  /** Number of the version that was returned. */
  @IntColumn()
  filedNo!: number;
  @JsonColumn()
  items!: readonly SupplementItem[];
  @InstantColumn()
  dueAt!: string;
  @RefColumn({ to: () => PersonEntity })
  askedBy!: string;
  @InstantColumn()
  askedAt!: string;
  /** null while it is open; `lapsed`: nothing came, the plan is judged on what was filed. */
  @CodeColumn({ nullable: true })
  outcome!: 'filed' | 'lapsed' | null;
  /** Number of the version that answered it. */
  @IntColumn({ nullable: true })
  suppliedNo!: number | null;
  @InstantColumn({ nullable: true })
  closedAt!: string | null;
}
