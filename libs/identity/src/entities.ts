import { OrganisationCodeEntity, OrganisationEntity, OrganisationNameEntity } from './store/organisation.entity.js';
import { LoginAttemptEntity, PersonEntity, RoleGrantEntity, SessionEntity } from './store/person.entity.js';

export const IDENTITY_ENTITIES = [
  OrganisationEntity,
  OrganisationNameEntity,
  OrganisationCodeEntity,
  PersonEntity,
  RoleGrantEntity,
  SessionEntity,
  LoginAttemptEntity,
];
