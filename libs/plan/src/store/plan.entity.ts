import { RoundEntity } from '@daegaejo/round';
import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { PlanContent, PlanState, VersionKind } from '../rules/index.js';

@Entity('plan')
@Unique('plan_one_per_province', ['roundId', 'provinceId'])
@Index('plan_province', ['provinceId'])
export class PlanEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @CodeColumn()
  state!: PlanState;
  /** Title of the working draft, for the province's lists; the draft itself is kept by section (plan_section). */
  @Column({ type: 'varchar', length: 200, default: '' })
  draftTitle!: string;
  /** Plan of an earlier round this one was started from; null where it began empty. */
  @RefColumn({ nullable: true })
  startedFromId!: string | null;
  /** Number of the newest version; 0 = nothing was submitted yet. */
  @IntColumn()
  versionNo!: number;
  /** Title of the newest version, for lists. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  filedTitle!: string | null;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
  @InstantColumn()
  updatedAt!: string;
  @IntColumn()
  version!: number;
}

/** What was submitted, exactly as it was: never changed, never deleted (triggers in both stores). */
@Entity('plan_version')
@Unique('plan_version_no', ['planId', 'no'])
@Index('plan_version_people', ['planId', 'kind', 'submittedBy'])
export class PlanVersionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  no!: number;
  @CodeColumn()
  kind!: VersionKind;
  @JsonColumn()
  content!: PlanContent;
  @CodeColumn()
  contentHash!: string;
  /** 접수번호. */
  @Column({ type: 'varchar', length: 60 })
  receiptNumber!: string;
  /** 공문 번호 of the letter it came with, where there was one. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  letterNumber!: string | null;
  @RefColumn({ to: () => PersonEntity })
  submittedBy!: string;
  @InstantColumn()
  submittedAt!: string;
}

/** Who, beyond the province and the staff, may read a plan: kept by the stages that appoint them. */
@Entity('plan_reader')
@Index(['personId'])
@Index(['planId'])
export class PlanReaderEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @CodeColumn()
  capacity!: 'consultant' | 'evaluator';
  @InstantColumn()
  since!: string;
  @InstantColumn({ nullable: true })
  until!: string | null;
}

/** Ministries that own a sub-project of the newest version. */
@Entity('plan_ministry')
@Unique('plan_ministry_once', ['planId', 'ministryId'])
export class PlanMinistryEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  ministryId!: string;
}

/** 요건 검토 결과. */
@Entity('plan_screening')
@Index(['planId'])
export class PlanScreeningEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @IntColumn()
  versionNo!: number;
  @CodeColumn()
  verdict!: 'eligible' | 'ineligible';
  @JsonColumn()
  findings!: readonly Finding[];
  @TextColumn({ nullable: true })
  reason!: string | null;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
}
