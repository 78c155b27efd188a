import { Choice, DayField, Flag, Id, Moment, Nested, pageClass, PageQuery, Text, Whole } from '@daegaejo/platform';
import { ROLES } from '../rules/index.js';
import { ORGANISATION_KINDS } from '../store/organisation.entity.js';

export class LoginDto {
  @Text({ max: 64, example: 'kicox-secretary' })
  username!: string;
  @Text({ max: 200 })
  password!: string;
}

export class ChangePasswordDto {
  @Text({ max: 200 })
  currentPassword!: string;
  @Text({ min: 12, max: 200, description: 'at least 12 characters' })
  newPassword!: string;
}

export class TokenView {
  @Text({ max: 100, description: 'opaque; send as Authorization: Bearer …' })
  accessToken!: string;
  @Text({ max: 100, description: 'send as X-CSRF-Token when the session cookie signs you in' })
  csrfToken!: string;
  @Moment()
  expiresAt!: string;
  @Flag({ description: 'true: change the password before anything else' })
  mustChangePassword!: boolean;
}

export class GrantView {
  @Id()
  id!: string;
  @Choice(ROLES)
  role!: string;
  @Id()
  organisationId!: string;
  @Id({ nullable: true, description: 'null = every round' })
  roundId!: string | null;
}

export class PersonView {
  @Id()
  id!: string;
  @Text({ max: 64 })
  username!: string;
  @Text({ max: 100 })
  displayName!: string;
  @Text({ max: 200 })
  email!: string;
  @Id({ nullable: true })
  organisationId!: string | null;
  @Text({ max: 200, nullable: true })
  institution!: string | null;
  @Id({ nullable: true })
  affiliationProvinceId!: string | null;
  @Id({ nullable: true })
  residenceProvinceId!: string | null;
  @Flag()
  fictional!: boolean;
  @Flag()
  disabled!: boolean;
  @Nested(() => GrantView, { listOf: 100 })
  grants!: GrantView[];
  @Whole({ min: 1, max: 1_000_000 })
  version!: number;
}
export const PersonPage = pageClass(PersonView);

export class SessionView {
  @Nested(() => PersonView)
  person!: PersonView;
  @Text({ max: 100 })
  csrfToken!: string;
  @Moment()
  expiresAt!: string;
}

export class GrantDto {
  @Choice(ROLES)
  role!: (typeof ROLES)[number];
  @Id()
  organisationId!: string;
  @Id({ optional: true, nullable: true, description: 'absent or null = every round' })
  roundId?: string | null;
}

export class CreatePersonDto {
  @Text({ min: 3, max: 64, description: 'lower case, unique' })
  username!: string;
  @Text({ max: 100 })
  displayName!: string;
  @Text({ min: 5, max: 200 })
  email!: string;
  @Id({ optional: true, nullable: true })
  organisationId?: string | null;
  @Text({ max: 200, optional: true, nullable: true })
  institution?: string | null;
  @Id({ optional: true, nullable: true, description: '시·도 of the institution' })
  affiliationProvinceId?: string | null;
  @Id({ optional: true, nullable: true })
  residenceProvinceId?: string | null;
  @Text({ min: 12, max: 200, description: 'first password; must be changed at first sign-in' })
  password!: string;
}

export class DisablePersonDto {
  @Text({ min: 2, max: 500 })
  reason!: string;
}

export class PersonQuery extends PageQuery {
  @Choice(ROLES, { optional: true })
  role?: (typeof ROLES)[number];
}

export class OrganisationNameView {
  @Text({ max: 200 })
  name!: string;
  @Text({ max: 200, nullable: true })
  english!: string | null;
  @DayField({ nullable: true })
  from!: string | null;
  @DayField({ nullable: true, description: 'first day it no longer held' })
  to!: string | null;
}

export class OrganisationCodeView {
  @Choice(['mois', 'kostat', 'iso'])
  system!: string;
  @Text({ max: 64 })
  code!: string;
  @DayField({ nullable: true })
  from!: string | null;
  @DayField({ nullable: true })
  to!: string | null;
  @Flag({ description: 'false: reported, not yet checked against the official register' })
  verified!: boolean;
  @Text({ max: 200, nullable: true })
  source!: string | null;
}

export class OrganisationView {
  @Id()
  id!: string;
  @Text({ max: 64, example: 'GYEONGBUK' })
  code!: string;
  @Choice(ORGANISATION_KINDS)
  kind!: string;
  @Text({ max: 100 })
  shortName!: string;
  @Text({ max: 200, description: 'name on the day asked for (today unless told)' })
  name!: string;
  @Nested(() => OrganisationNameView, { listOf: 20 })
  names!: OrganisationNameView[];
  @Nested(() => OrganisationCodeView, { listOf: 40 })
  codes!: OrganisationCodeView[];
}
export const OrganisationPage = pageClass(OrganisationView);

export class OrganisationQuery extends PageQuery {
  @Choice(ORGANISATION_KINDS, { optional: true })
  kind?: string;
  @DayField({ optional: true, description: 'names as of this day' })
  on?: string;
}
