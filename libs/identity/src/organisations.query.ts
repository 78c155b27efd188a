import { notFound, type Page, pageOf, readCursor, type Reading } from '@daegaejo/platform';
import { type Day, seoulDay } from '@daegaejo/platform/rules';
import { type EntityManager, In } from 'typeorm';
import type { OrganisationQuery, OrganisationView } from './http/identity.dto.js';
import { OrganisationCodeEntity, OrganisationEntity, OrganisationNameEntity } from './store/organisation.entity.js';

/** Organisations in official order, with every name and code they bore. Reference data: open to all. */
export async function listOrganisations(
  { manager, now }: Reading,
  query: OrganisationQuery,
): Promise<Page<OrganisationView>> {
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 1);
  const select = manager
    .createQueryBuilder(OrganisationEntity, 'organisation')
    .orderBy('organisation.position')
    .limit(limit + 1);
  if (after !== null) select.andWhere('organisation.position > :after', { after: Number(after[0]) });
  if (query.kind !== undefined) select.andWhere('organisation.kind = :kind', { kind: query.kind });
  const rows = await select.getMany();
  const show = await organisationViews(manager, rows, query.on ?? seoulDay(now));
  return pageOf(rows, limit, (row) => [String(row.position)], show);
}

export async function getOrganisation({ manager, now }: Reading, id: string): Promise<OrganisationView> {
  const row = await manager.findOneBy(OrganisationEntity, { id });
  if (row === null) throw notFound();
  return (await organisationViews(manager, [row], seoulDay(now)))(row);
}

/** Ids of organisations by our code; unknown codes are left out. */
export async function organisationIds(manager: EntityManager, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await manager.findBy(OrganisationEntity, { code: In([...codes]) });
  return new Map(rows.map((row) => [row.code, row.id]));
}

/** Organisations by id, for showing code and short name beside a reference. */
export async function organisationsById(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, OrganisationEntity>> {
  const rows = await manager.findBy(OrganisationEntity, { id: In([...new Set(ids)]) });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every name organisations bear or bore, the short one first, by id. */
export async function organisationNames(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const names = await manager.find(OrganisationNameEntity, {
    where: { organisationId: In([...new Set(ids)]) },
    order: { validFrom: 'ASC', name: 'ASC' },
  });
  const organisations = await organisationsById(manager, ids);
  return new Map(
    [...organisations.values()].map(({ id, shortName }) => {
      const borne = names.filter(({ organisationId }) => organisationId === id).map(({ name }) => name);
      return [id, [...new Set([shortName, ...borne])]];
    }),
  );
}

/** Organisations of one kind in official order, each with every name it bears or bore. */
export async function organisationsOfKind(
  manager: EntityManager,
  kind: OrganisationEntity['kind'],
): Promise<{ code: string; shortName: string; names: readonly string[] }[]> {
  const rows = await manager.find(OrganisationEntity, { where: { kind }, order: { position: 'ASC' } });
  const names = await organisationNames(
    manager,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, code, shortName }) => ({ code, shortName, names: names.get(id) ?? [] }));
}

/** Does a name or a code hold on a day? Its first day is included, the day it ends is not. */
export const holdsOn =
  (day: Day) =>
  ({ validFrom, validTo }: Pick<OrganisationNameEntity, 'validFrom' | 'validTo'>): boolean =>
    (validFrom ?? '') <= day && (validTo === null || day < validTo);

/** The name an organisation bore on a day; its short name where none is recorded. */
const nameOn = (names: readonly OrganisationNameEntity[], day: Day, fallback: string): string =>
  names.find(holdsOn(day))?.name ?? fallback;

/** The name each of these organisations bore on a day, by id. */
export async function organisationNamesOn(
  manager: EntityManager,
  ids: readonly string[],
  day: Day,
): Promise<Map<string, string>> {
  const names = await manager.findBy(OrganisationNameEntity, { organisationId: In([...new Set(ids)]) });
  const organisations = await organisationsById(manager, ids);
  return new Map(
    [...organisations.values()].map(({ id, shortName }) => {
      const own = names.filter(({ organisationId }) => organisationId === id);
      return [id, nameOn(own, day, shortName)];
    }),
  );
}

async function organisationViews(
  manager: EntityManager,
  rows: readonly OrganisationEntity[],
  day: Day,
): Promise<(row: OrganisationEntity) => OrganisationView> {
  const where = { organisationId: In(rows.map((row) => row.id)) };
  const names = await manager.find(OrganisationNameEntity, { where, order: { validFrom: 'ASC' } });
  const codes = await manager.find(OrganisationCodeEntity, { where, order: { system: 'ASC', validFrom: 'ASC' } });
  return (row) => {
    const own = names.filter((name) => name.organisationId === row.id);
    return {
      id: row.id,
      code: row.code,
      kind: row.kind,
      shortName: row.shortName,
      name: nameOn(own, day, row.shortName),
      names: own.map(({ name, english, validFrom, validTo }) => ({ name, english, from: validFrom, to: validTo })),
      codes: codes
        .filter((code) => code.organisationId === row.id)
        .map(({ system, code, validFrom, validTo, verified, source }) => ({
          system,
          code,
          from: validFrom,
          to: validTo,
          verified,
          source,
        })),
    };
  };
}
