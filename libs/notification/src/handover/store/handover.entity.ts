import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
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
import type { DutyKind } from '@daegaejo/round/rules';
import { Column, Entity, Index } from 'typeorm';
import type { Capacity } from '../../rules/index.js';

/** Who answers for duties of an organisation in a round (담당자). What has ended stays as a record. */
@Entity('duty_holder')
@Index(['roundId'])
@Index(['personId'])
export class DutyHolderEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => RoundEntity })
  roundId!: string;
  @RefColumn({ to: () => OrganisationEntity })
  organisationId!: string;
  /** null = duties of every kind. */
  @CodeColumn({ nullable: true })
  kind!: DutyKind | null;
  /** A plan or another record the duties are about; null = any. */
  @RefColumn({ nullable: true })
  subjectId!: string | null;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  /** What it is for, while it stands; null once it has ended. So one person stands for one thing. */
  @Column({ type: 'varchar', length: 200, nullable: true, unique: true })
  openKey!: string | null;
  @RefColumn({ to: () => PersonEntity })
  namedBy!: string;
  @InstantColumn()
  since!: string;
  @InstantColumn({ nullable: true })
  until!: string | null;
  /** The handover it came to him by; null where he was named. */
  @RefColumn({ nullable: true })
  handoverId!: string | null;
  @IntColumn()
  version!: number;
}

/** A duty as it was handed over. */
export interface HandedDuty {
  readonly key: string;
  readonly kind: DutyKind;
  readonly roundId: string;
  readonly subjectId: string;
  readonly at: string;
  readonly title: string;
  /** The same in English; sheets from before it was kept have none. */
  readonly titleEn?: string;
  readonly capacity: Capacity | null;
  /** Somebody is named for it in his organisation; `responsible`: it is he. */
  readonly named: boolean;
  readonly responsible: boolean;
  readonly others: number;
}

interface HeldRole {
  readonly role: string;
  readonly organisationId: string;
  readonly roundId: string | null;
}

/** 인사이동과 인계인수: what went from one person to another, whole and for ever. */
@Entity('handover')
@Index(['personId'])
@Index(['successorId'])
export class HandoverEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @RefColumn({ to: () => PersonEntity, nullable: true })
  successorId!: string | null;
  @DayColumn()
  effectiveOn!: string;
  @RefColumn({ to: () => OrganisationEntity, nullable: true })
  fromOrganisationId!: string | null;
  @RefColumn({ to: () => OrganisationEntity, nullable: true })
  toOrganisationId!: string | null;
  @TextColumn()
  reason!: string;
  /** 공문 번호 of the order. */
  @Column({ type: 'varchar', length: 100 })
  letterNumber!: string;
  @JsonColumn()
  duties!: readonly HandedDuty[];
  @JsonColumn()
  endedRoles!: readonly HeldRole[];
  @JsonColumn()
  givenRoles!: readonly HeldRole[];
  @CodeColumn()
  contentHash!: string;
  @RefColumn({ to: () => PersonEntity })
  decidedBy!: string;
  @InstantColumn()
  decidedAt!: string;
}
