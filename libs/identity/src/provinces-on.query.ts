import type { Day } from '@daegaejo/platform/rules';
import { type EntityManager, In } from 'typeorm';
import { holdsOn } from './organisations.query.js';
import { OrganisationCodeEntity, OrganisationEntity, OrganisationNameEntity } from './store/organisation.entity.js';

/** A 시·도 as it stood on a day: its name, and its code in each of the three systems, which disagree. */
export interface ProvinceOn {
  readonly id: string;
  /** Stable code of ours. */
  readonly code: string;
  readonly shortName: string;
  readonly name: string;
  readonly english: string | null;
  readonly mois: string | null;
  readonly kostat: string | null;
  readonly iso: string | null;
  /** false = a code is reported only and to be checked at code.go.kr. */
  readonly verified: boolean;
}

/** The 시·도 there were on `day`, in official order: 17 up to 2026-06-30, 16 from the day 전남 and 광주 became one. */
export async function provincesOn(manager: EntityManager, day: Day): Promise<ProvinceOn[]> {
  const rows = await manager.find(OrganisationEntity, { where: { kind: 'province' }, order: { position: 'ASC' } });
  const where = { organisationId: In(rows.map(({ id }) => id)) };
  const names = (await manager.findBy(OrganisationNameEntity, where)).filter(holdsOn(day));
  const codes = (await manager.findBy(OrganisationCodeEntity, where)).filter(holdsOn(day));
  return rows.flatMap(({ id, code, shortName }) => {
    const name = names.find(({ organisationId }) => organisationId === id);
    if (name === undefined) return [];
    const own = codes.filter(({ organisationId }) => organisationId === id);
    const codeIn = (system: OrganisationCodeEntity['system']): string | null =>
      own.find((one) => one.system === system)?.code ?? null;
    return {
      id,
      code,
      shortName,
      name: name.name,
      english: name.english,
      mois: codeIn('mois'),
      kostat: codeIn('kostat'),
      iso: codeIn('iso'),
      verified: own.every(({ verified }) => verified),
    };
  });
}
