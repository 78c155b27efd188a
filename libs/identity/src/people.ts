import { invalid, notFound, Problem, type Tx } from '@daegaejo/platform';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { authorise } from './authorise.js';
import { endSessions } from './auth/sessions.js';
import type { Actor, Role } from './rules/index.js';
import { OrganisationEntity } from './store/organisation.entity.js';
import { PersonEntity, RoleGrantEntity } from './store/person.entity.js';

export interface NewPerson {
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
  readonly organisationId: string | null;
  readonly institution: string | null;
  readonly affiliationProvinceId: string | null;
  readonly residenceProvinceId: string | null;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly fictional: boolean;
}

/** Adds a person without any role. 422 for a taken user name or an unknown organisation. */
export async function createPerson(tx: Tx, actor: Actor, input: NewPerson): Promise<PersonEntity> {
  authorise(actor, 'createPerson');
  return insertPerson(tx, input);
}

/** The same without a person asking: the first administrator and the demo's people. */
export async function insertPerson(tx: Tx, input: NewPerson): Promise<PersonEntity> {
  const username = input.username.normalize('NFC').trim().toLowerCase();
  if (await tx.manager.existsBy(PersonEntity, { username }))
    throw invalid([{ field: 'username', code: 'person.username-taken' }]);
  const { organisationId, affiliationProvinceId, residenceProvinceId } = input;
  await assertOrganisations(tx.manager, { organisationId, affiliationProvinceId, residenceProvinceId });
  const person: PersonEntity = { ...input, username, id: tx.newId(), disabledAt: null, createdAt: tx.now, version: 1 };
  await tx.manager.insert(PersonEntity, person);
  await tx.record({ type: 'PersonCreated', subject: { kind: 'person', id: person.id } });
  return person;
}

/** 422 for a field that names an organisation we do not know. */
export async function assertOrganisations(
  manager: EntityManager,
  named: Readonly<Record<string, string | null>>,
): Promise<void> {
  for (const [field, id] of Object.entries(named))
    if (id !== null && !(await manager.existsBy(OrganisationEntity, { id })))
      throw invalid([{ field, code: 'person.organisation-unknown' }]);
}

/** Gives a person a role for an organisation, in one round or in all. */
export async function grantRole(
  tx: Tx,
  actor: Actor,
  input: { personId: string; role: Role; organisationId: string; roundId: string | null },
): Promise<RoleGrantEntity> {
  authorise(actor, 'grantRole');
  await loadPerson(tx.manager, input.personId);
  await assertOrganisations(tx.manager, { organisationId: input.organisationId });
  return insertGrant(tx, input);
}

export async function insertGrant(
  tx: Tx,
  input: { personId: string; role: Role; organisationId: string; roundId: string | null },
): Promise<RoleGrantEntity> {
  const { personId, role, organisationId, roundId } = input;
  const held = { personId, role, organisationId, roundId: roundId ?? IsNull(), revokedAt: IsNull() };
  if (await tx.manager.existsBy(RoleGrantEntity, held))
    throw new Problem(409, 'person.role-held', {}, { allowed: ['revokeRole'] });
  const grant: RoleGrantEntity = {
    id: tx.newId(),
    personId,
    role,
    organisationId,
    roundId,
    grantedAt: tx.now,
    revokedAt: null,
  };
  await tx.manager.insert(RoleGrantEntity, grant);
  await tx.record({
    type: 'RoleGranted',
    subject: { kind: 'person', id: personId },
    roundId,
    data: { role, organisationId, grantId: grant.id },
  });
  return grant;
}

/** Takes a role back; it holds no longer from the next request on. */
export async function revokeRole(tx: Tx, actor: Actor, input: { personId: string; grantId: string }): Promise<void> {
  authorise(actor, 'revokeRole');
  const grant = await tx.manager.findOneBy(RoleGrantEntity, {
    id: input.grantId,
    personId: input.personId,
    revokedAt: IsNull(),
  });
  if (grant === null) throw notFound();
  if (grant.role === 'admin') await keepOneAdmin(tx.manager, grant.personId);
  await tx.manager.update(RoleGrantEntity, { id: grant.id }, { revokedAt: tx.now });
  await tx.record({
    type: 'RoleRevoked',
    subject: { kind: 'person', id: grant.personId },
    roundId: grant.roundId,
    data: { role: grant.role, organisationId: grant.organisationId, grantId: grant.id },
  });
}

/** Ends a person's access: no sign-in, every session over. The record stays. */
export async function disablePerson(
  tx: Tx,
  actor: Actor,
  input: { personId: string; reason: string },
): Promise<PersonEntity> {
  authorise(actor, 'disablePerson');
  const person = await loadPerson(tx.manager, input.personId);
  if (person.disabledAt !== null) throw new Problem(409, 'person.disabled', {}, { allowed: [] });
  if (await tx.manager.existsBy(RoleGrantEntity, { personId: person.id, role: 'admin', revokedAt: IsNull() }))
    await keepOneAdmin(tx.manager, person.id);
  await tx.manager.update(PersonEntity, { id: person.id }, { disabledAt: tx.now, version: person.version + 1 });
  await endSessions(tx.manager, person.id);
  await tx.record({ type: 'PersonDisabled', subject: { kind: 'person', id: person.id }, reason: input.reason });
  return { ...person, disabledAt: tx.now, version: person.version + 1 };
}

export async function loadPerson(manager: EntityManager, id: string): Promise<PersonEntity> {
  const person = await manager.findOneBy(PersonEntity, { id });
  if (person === null) throw notFound();
  return person;
}

async function keepOneAdmin(manager: EntityManager, leaving: string): Promise<void> {
  const others = await manager.findBy(RoleGrantEntity, { role: 'admin', revokedAt: IsNull(), personId: Not(leaving) });
  const active = await manager.countBy(PersonEntity, {
    id: In(others.map((grant) => grant.personId)),
    disabledAt: IsNull(),
  });
  if (active === 0) throw new Problem(409, 'person.last-admin', {}, { allowed: ['grantRole'] });
}
