import { hashPassword, insertGrant, insertPerson, organisationIds, type NewPerson } from '@daegaejo/identity';
import type { Role } from '@daegaejo/identity/rules';
import type { Tx } from '@daegaejo/platform';
import people from '../../../config/reference/demo-people.json';

/** Everybody of the demo signs in with this; a demo database is a rehearsal for ever, so it opens nothing real. */
export const DEMO_PASSWORD = 'daegaejo-demo-2020';

/** The demo's people with their password hashed, ready to be stored. Hashing takes a moment: do it before the transaction. */
export async function prepareDemoPeople(): Promise<
  readonly { person: (typeof people)[number]; passwordHash: string }[]
> {
  return Promise.all(people.map(async (person) => ({ person, passwordHash: await hashPassword(DEMO_PASSWORD) })));
}

/** Stores the demo's people and their roles; all of them are fictional and marked so. */
export async function loadDemoPeople(tx: Tx, prepared: Awaited<ReturnType<typeof prepareDemoPeople>>): Promise<void> {
  const codes = prepared.flatMap(({ person }) => [
    person.affiliation,
    person.institutionProvince,
    person.residenceProvince,
    ...person.grants.map((grant) => grant.organisation),
  ]);
  const ids = await organisationIds(tx.manager, [...new Set(codes.filter((code) => code !== null))]);
  const idOf = (code: string | null): string | null => (code === null ? null : (ids.get(code) ?? null));
  for (const { person, passwordHash } of prepared) {
    const record: NewPerson = {
      username: person.username,
      displayName: person.displayName,
      email: person.email,
      organisationId: idOf(person.affiliation),
      institution: person.institution,
      affiliationProvinceId: idOf(person.institutionProvince),
      residenceProvinceId: idOf(person.residenceProvince),
      passwordHash,
      mustChangePassword: false,
      fictional: true,
    };
    const { id } = await insertPerson(tx, record);
    for (const { role, organisation } of person.grants)
      await insertGrant(tx, {
        personId: id,
        role: role as Role,
        organisationId: idOf(organisation) ?? '',
        roundId: null,
      });
  }
}

/** The demo sign-ins, for the list and the start-up line. */
export const demoAccounts = () =>
  people.map(({ username, displayName, grants, fictional }) => ({
    username,
    displayName,
    password: DEMO_PASSWORD,
    fictional,
    roles: grants.map(({ role, organisation }) => ({ role, organisation })),
  }));
