import type { Tx } from '@daegaejo/platform';
import {
  OrganisationCodeEntity,
  OrganisationEntity,
  OrganisationNameEntity,
  type OrganisationKind,
} from './store/organisation.entity.js';

/** One organisation of the reference data (config/reference/organisations.json). */
export interface OrganisationReference {
  readonly code: string;
  readonly kind: string;
  readonly shortName: string;
  readonly names: readonly { name: string; english: string | null; from: string | null; to: string | null }[];
  readonly codes: readonly {
    system: string;
    code: string;
    from: string | null;
    to: string | null;
    verified: boolean;
    source: string | null;
  }[];
}

/** Adds the organisations that are not there yet; what is there stays as it is. */
export async function loadOrganisations(tx: Tx, list: readonly OrganisationReference[]): Promise<void> {
  for (const [position, entry] of list.entries()) {
    if (await tx.manager.existsBy(OrganisationEntity, { code: entry.code })) continue;
    const organisation = {
      id: tx.newId(),
      code: entry.code,
      kind: entry.kind as OrganisationKind,
      shortName: entry.shortName,
      position,
    };
    await tx.manager.insert(OrganisationEntity, organisation);
    const organisationId = organisation.id;
    for (const { name, english, from, to } of entry.names)
      await tx.manager.insert(OrganisationNameEntity, {
        id: tx.newId(),
        organisationId,
        name,
        english,
        validFrom: from,
        validTo: to,
      });
    for (const { system, code, from, to, verified, source } of entry.codes)
      await tx.manager.insert(OrganisationCodeEntity, {
        id: tx.newId(),
        organisationId,
        system: system as OrganisationCodeEntity['system'],
        code,
        validFrom: from,
        validTo: to,
        verified,
        source,
      });
  }
}
