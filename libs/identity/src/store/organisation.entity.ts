import { CodeColumn, DayColumn, FlagColumn, IdColumn, RefColumn } from '@daegaejo/platform';
import { Column, Entity, Index } from 'typeorm';

export const ORGANISATION_KINDS = ['province', 'ministry', 'agency', 'committee', 'institution'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

@Entity('organisation')
export class OrganisationEntity {
  @IdColumn()
  id!: string;

  /** Stable code of ours ("GYEONGBUK", "MOLIT"); official codes are in organisation_code. */
  @CodeColumn({ unique: true })
  code!: string;

  @CodeColumn()
  kind!: OrganisationKind;

  @Column({ type: 'varchar', length: 100 })
  shortName!: string;

  /** Official order of listing. */
  @Column({ type: 'integer' })
  position!: number;
}

/** A name an organisation bore, from a day (inclusive) to a day (exclusive). */
@Entity('organisation_name')
@Index(['organisationId'])
export class OrganisationNameEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => OrganisationEntity })
  organisationId!: string;
  @Column({ type: 'varchar', length: 200 })
  name!: string;
  @Column({ type: 'varchar', length: 200, nullable: true })
  english!: string | null;
  @DayColumn({ nullable: true })
  validFrom!: string | null;
  @DayColumn({ nullable: true })
  validTo!: string | null;
}

/** A code an organisation bore in one of the three systems (행안부, 통계청, ISO 3166-2), which disagree. */
@Entity('organisation_code')
@Index(['organisationId'])
export class OrganisationCodeEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => OrganisationEntity })
  organisationId!: string;
  @CodeColumn()
  system!: 'mois' | 'kostat' | 'iso';
  @CodeColumn()
  code!: string;
  @DayColumn({ nullable: true })
  validFrom!: string | null;
  @DayColumn({ nullable: true })
  validTo!: string | null;
  /** false = reported, to be checked at code.go.kr. */
  @FlagColumn()
  verified!: boolean;
  @Column({ type: 'varchar', length: 200, nullable: true })
  source!: string | null;
}
