export * from './auth/passwords.js';
export { holdersOf, Sessions } from './auth/sessions.js';
export * from './authorise.js';
export { changeWorkplace, type Workplace } from './change-workplace.js';
export { displayNamesOf } from './display-names.query.js';
export * from './entities.js';
export * from './http/auth.guard.js';
export * from './http/call.js';
export * from './http/id-path.js';
export * from './http/route.decorator.js';
export * from './identity.module.js';
export * from './messages.js';
export {
  organisationIds,
  organisationNames,
  organisationNamesOn,
  organisationsById,
  organisationsOfKind,
} from './organisations.query.js';
export { type Addressee, type AddressBook, readAddressBook, shortNameOf } from './people-of.query.js';
export {
  assertOrganisations,
  grantRole,
  insertGrant,
  insertPerson,
  loadPerson,
  type NewPerson,
  revokeRole,
} from './people.js';
export { type ProvinceOn, provincesOn } from './provinces-on.query.js';
export * from './reference.js';
export { OrganisationEntity } from './store/organisation.entity.js';
export { PersonEntity, RoleGrantEntity } from './store/person.entity.js';
