import { notFound, type Page, pageOf, readCursor, type Reading } from '@daegaejo/platform';
import { type EntityManager, In, IsNull } from 'typeorm';
import { authorise } from './authorise.js';
import type { PersonQuery, PersonView } from './http/identity.dto.js';
import type { Actor } from './rules/index.js';
import { PersonEntity, RoleGrantEntity } from './store/person.entity.js';

/** People, by user name; for administrators, staff and auditors. */
export async function listPeople({ manager }: Reading, actor: Actor, query: PersonQuery): Promise<Page<PersonView>> {
  authorise(actor, 'listPeople');
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 1);
  const select = manager
    .createQueryBuilder(PersonEntity, 'person')
    .orderBy('person.username')
    .limit(limit + 1);
  if (after !== null) select.andWhere('person.username > :after', { after: after[0] });
  if (query.role !== undefined) {
    const holders = manager
      .createQueryBuilder(RoleGrantEntity, 'held')
      .select('held.personId')
      .where('held.role = :role AND held.revokedAt IS NULL');
    select.andWhere(`person.id IN (${holders.getQuery()})`).setParameter('role', query.role);
  }
  const rows = await select.getMany();
  const grants = await grantsByPerson(manager, rows);
  return pageOf(
    rows,
    limit,
    (row) => [row.username],
    (row) => personView(row, grants.get(row.id) ?? []),
  );
}

export async function getPerson({ manager }: Reading, actor: Actor, id: string): Promise<PersonView> {
  authorise(actor, 'getPerson');
  return readPerson(manager, id);
}

/** One person with his roles, without asking who wants to know: for his own session and for answers to an administrator. */
export async function readPerson(manager: EntityManager, id: string): Promise<PersonView> {
  const person = await manager.findOneBy(PersonEntity, { id });
  if (person === null) throw notFound();
  return personView(person, (await grantsByPerson(manager, [person])).get(id) ?? []);
}

async function grantsByPerson(
  manager: EntityManager,
  people: readonly PersonEntity[],
): Promise<Map<string, RoleGrantEntity[]>> {
  const grants = await manager.find(RoleGrantEntity, {
    where: { personId: In(people.map((person) => person.id)), revokedAt: IsNull() },
    order: { grantedAt: 'ASC', role: 'ASC' },
  });
  return groupByPerson(grants);
}

function groupByPerson(grants: readonly RoleGrantEntity[]): Map<string, RoleGrantEntity[]> {
  const groups = new Map<string, RoleGrantEntity[]>();
  for (const grant of grants) groups.set(grant.personId, [...(groups.get(grant.personId) ?? []), grant]);
  return groups;
}

function personView(person: PersonEntity, grants: readonly RoleGrantEntity[]): PersonView {
  const {
    id,
    username,
    displayName,
    email,
    organisationId,
    institution,
    affiliationProvinceId,
    residenceProvinceId,
    fictional,
    version,
  } = person;
  return {
    id,
    username,
    displayName,
    email,
    organisationId,
    institution,
    affiliationProvinceId,
    residenceProvinceId,
    fictional,
    disabled: person.disabledAt !== null,
    grants: grants.map((grant) => ({
      id: grant.id,
      role: grant.role,
      organisationId: grant.organisationId,
      roundId: grant.roundId,
    })),
    version,
  };
}
