import { type EntityManager, In, IsNull } from 'typeorm';
import type { Role } from './rules/index.js';
import { OrganisationEntity } from './store/organisation.entity.js';
import { PersonEntity, RoleGrantEntity } from './store/person.entity.js';

/** Somebody by name, or whoever holds a role: for one organisation, or for any. */
export type Addressee = { readonly personId: string } | { readonly role: Role; readonly organisationId: string | null };

/** Finds the people behind addressees, as rights stand now. */
export interface AddressBook {
  /** Ids of the active people meant, each once. */
  peopleOf(addressees: readonly Addressee[]): string[];
}

/** Reads once who holds which of `roles` in a round, and who of the named is still active. */
export async function readAddressBook(
  manager: EntityManager,
  roundId: string | null,
  addressees: readonly Addressee[],
): Promise<AddressBook> {
  const roles = [...new Set(addressees.flatMap((one) => ('role' in one ? [one.role] : [])))];
  const grants =
    roles.length === 0 ? [] : await manager.findBy(RoleGrantEntity, { role: In(roles), revokedAt: IsNull() });
  const holding = grants.filter((grant) => grant.roundId === null || grant.roundId === roundId);
  const named = addressees.flatMap((one) => ('personId' in one ? [one.personId] : []));
  const active = new Set(await activeAmong(manager, [...named, ...holding.map(({ personId }) => personId)]));
  return {
    peopleOf: (wanted) => {
      const ids = wanted.flatMap((one) =>
        'personId' in one
          ? [one.personId]
          : holding
              .filter(
                ({ role, organisationId }) =>
                  role === one.role && (one.organisationId === null || organisationId === one.organisationId),
              )
              .map(({ personId }) => personId),
      );
      return [...new Set(ids)].filter((id) => active.has(id)).toSorted();
    },
  };
}

async function activeAmong(manager: EntityManager, ids: readonly string[]): Promise<string[]> {
  const unique = [...new Set(ids)];
  const active: string[] = [];
  for (let start = 0; start < unique.length; start += 500) {
    const rows = await manager.find(PersonEntity, {
      where: { id: In(unique.slice(start, start + 500)), disabledAt: IsNull() },
      select: { id: true },
    });
    active.push(...rows.map(({ id }) => id));
  }
  return active;
}

/** Short name of an organisation; null where there is none. */
export async function shortNameOf(manager: EntityManager, id: string | null): Promise<string | null> {
  return id === null ? null : ((await manager.findOneBy(OrganisationEntity, { id }))?.shortName ?? null);
}
