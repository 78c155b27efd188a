import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { Column, Entity, Index, Unique } from 'typeorm';
import type { AgreementState } from '../rules/index.js';

/** 협약: one per region; what it says is in its versions. */
@Entity('agreement')
@Unique('agreement_once', ['planId'])
@Index(['roundId'])
export class AgreementEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => PlanEntity })
  planId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  provinceId!: string;
  @CodeColumn()
  state!: AgreementState;
  /** Number of the newest version. */
  @IntColumn()
  no!: number;
  @InstantColumn({ nullable: true })
  signedAt!: string | null;
  @InstantColumn({ nullable: true })
  closedAt!: string | null;
  @TextColumn({ nullable: true })
  closedReason!: string | null;
  @IntColumn()
  version!: number;
}

/** What an agreement says (사업내용, 투자분담, 사업목표), exactly as it was drafted or amended: never changed, never deleted. */
@Entity('agreement_version')
@Unique('agreement_version_no', ['agreementId', 'no'])
export class AgreementVersionEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => AgreementEntity })
  agreementId!: string;
  @IntColumn()
  no!: number;
  /** 사업내용: the version of the plan, and its content hash. */
  @IntColumn()
  planVersionNo!: number;
  @CodeColumn()
  planContentHash!: string;
  /** 투자분담: the three-year funding plan, and its content hash. */
  @IntColumn()
  fundingNo!: number;
  @CodeColumn()
  fundingHash!: string;
  /** 사업목표: three-year target of each indicator. */
  @JsonColumn()
  targets!: Readonly<Record<string, number>>;
  /** What else was agreed on. */
  @TextColumn()
  terms!: string;
  /** The approved change that made this version; null for a draft. */
  @RefColumn({ nullable: true })
  changeId!: string | null;
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  createdBy!: string;
  @InstantColumn()
  createdAt!: string;
}

/** A signature under one version, bound to its content hash; never changed. */
@Entity('agreement_signature')
@Unique('agreement_signature_side', ['agreementId', 'versionNo', 'organisationId'])
@Unique('agreement_signature_person', ['agreementId', 'versionNo', 'personId'])
export class AgreementSignatureEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => AgreementEntity })
  agreementId!: string;
  @IntColumn()
  versionNo!: number;
  @CodeColumn()
  contentHash!: string;
  @CodeColumn()
  side!: 'province' | 'state';
  /** The province or the ministry signed for. */
  @RefColumn({ to: () => OrganisationEntity })
  organisationId!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  /** 공문 번호 of the province's letter. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  letterNumber!: string | null;
  @InstantColumn()
  signedAt!: string;
}
