import { changeRecord, type Tx } from '@daegaejo/platform';
import { PersonEntity } from './store/person.entity.js';

/** Where somebody works: an organisation we know, or an institution in words, with its 시·도. */
export interface Workplace {
  readonly organisationId: string | null;
  readonly institution: string | null;
  readonly affiliationProvinceId: string | null;
}

/**
 * Changes where somebody works. Whoever has rules about workplaces hears of it (`WorkplaceChanged`): conflicts of interest are
 * looked at again. 412 where his record was changed in between. Whoever calls has made sure of the organisations (it knows what
 * its request calls them), and roles are another matter.
 */
export async function changeWorkplace(
  tx: Tx,
  person: PersonEntity,
  to: Workplace,
  reason: string,
): Promise<PersonEntity> {
  const changed = await changeRecord(tx.manager, PersonEntity, person, { ...to });
  await tx.record({
    type: 'WorkplaceChanged',
    subject: { kind: 'person', id: person.id },
    reason,
    data: { personId: person.id, from: person.organisationId, to: to.organisationId },
  });
  return changed;
}
