import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
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
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { RevocationGrounds, RevocationNotice, RevocationState } from '../rules/index.js';

/** 지정 해제 검토: grounds, the province's word, the committee's decision, and the notice where it is revoked. */
@Entity('revocation_review')
@Unique('revocation_review_no', ['planId', 'no'])
@Index(['roundId', 'state'])
export class RevocationReviewEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @IntColumn()
  no!: number;
  @CodeColumn()
  state!: RevocationState;
  @CodeColumn()
  grounds!: RevocationGrounds;
  @TextColumn()
  reason!: string;
  @RefColumn({ to: () => PersonEntity })
  openedBy!: string;
  @InstantColumn()
  openedAt!: string;
  /** Until when the province may state its view. */
  @InstantColumn()
  hearBy!: string;
  @TextColumn({ nullable: true })
  statement!: string | null;
  @Column({ type: 'varchar', length: 100, nullable: true })
  statementLetter!: string | null;
  @InstantColumn({ nullable: true })
  heardAt!: string | null;
  /** The committee's decision: meeting or minutes, and its day. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  resolution!: string | null;
  @DayColumn({ nullable: true })
  resolvedOn!: string | null;
  @TextColumn({ nullable: true })
  decision!: string | null;
  @JsonColumn({ nullable: true })
  notice!: RevocationNotice | null;
  /** SHA-256 of the notice; what the ministries sign. */
  @CodeColumn({ nullable: true })
  contentHash!: string | null;
  @JsonColumn()
  signatures!: readonly { readonly ministryId: string; readonly personId: string; readonly at: string }[];
  @IntColumn()
  version!: number;
}
