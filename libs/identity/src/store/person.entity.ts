import { OrganisationEntity } from './organisation.entity.js';
import { CodeColumn, FlagColumn, IdColumn, InstantColumn, IntColumn, RefColumn } from '@daegaejo/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../rules/index.js';

@Entity('person')
export class PersonEntity {
  @IdColumn()
  id!: string;
  @CodeColumn({ unique: true })
  username!: string;
  @Column({ type: 'varchar', length: 100 })
  displayName!: string;
  @Column({ type: 'varchar', length: 200 })
  email!: string;
  /** Where he works, where that is an organisation we know. */
  @RefColumn({ to: () => OrganisationEntity, nullable: true })
  organisationId!: string | null;
  /** Where he works, in words (university, institute). */
  @Column({ type: 'varchar', length: 200, nullable: true })
  institution!: string | null;
  /** 시·도 of that university or institute; conflict rules ask for it. */
  @RefColumn({ to: () => OrganisationEntity, nullable: true })
  affiliationProvinceId!: string | null;
  /** 시·도 he lives in; conflict rules ask for it. */
  @RefColumn({ to: () => OrganisationEntity, nullable: true })
  residenceProvinceId!: string | null;
  @Column({ type: 'varchar', length: 200 })
  passwordHash!: string;
  @FlagColumn()
  mustChangePassword!: boolean;
  @FlagColumn()
  fictional!: boolean;
  @InstantColumn({ nullable: true })
  disabledAt!: string | null;
  @InstantColumn()
  createdAt!: string;
  @IntColumn()
  version!: number;
}

/** A role somebody holds, or held: a revoked grant stays as a record. */
@Entity('role_grant')
@Index(['personId'])
export class RoleGrantEntity {
  @IdColumn()
  id!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @CodeColumn()
  role!: Role;
  @RefColumn({ to: () => OrganisationEntity })
  organisationId!: string;
  @RefColumn({ nullable: true })
  roundId!: string | null;
  @InstantColumn()
  grantedAt!: string;
  @InstantColumn({ nullable: true })
  revokedAt!: string | null;
}

/** A sign-in. Times here are of the system clock: security timers do not follow a rehearsal. */
@Entity('session')
@Index(['personId'])
export class SessionEntity {
  @IdColumn()
  id!: string;
  /** SHA-256 of the token; the token itself is never stored. */
  @CodeColumn({ unique: true })
  tokenHash!: string;
  @RefColumn({ to: () => PersonEntity })
  personId!: string;
  @CodeColumn()
  csrfSecret!: string;
  @InstantColumn()
  createdAt!: string;
  @InstantColumn()
  expiresAt!: string;
  @InstantColumn({ nullable: true })
  endedAt!: string | null;
}

/** Wrong passwords in a row for a name, whether or not anybody bears it. */
@Entity('login_attempt')
export class LoginAttemptEntity {
  /** SHA-256 of the normalised user name. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;
  @IntColumn()
  failures!: number;
  @InstantColumn({ nullable: true })
  lockedUntil!: string | null;
}
