import { readAddressBook, RoleGrantEntity } from '@daegaejo/identity';
import type { Reading } from '@daegaejo/platform';
import type { DutySources, RoundEntity } from '@daegaejo/round';
import { IsNull } from 'typeorm';
import { roundReminders, roundsUnderWay } from '../duty-context.js';
import { byUrgency, capacityOf, dutyTitle, holdingsFor } from '../rules/index.js';
import { addressed, holdingsIn } from './holdings.js';
import type { HandedDuty } from './store/handover.entity.js';

/**
 * What somebody would leave behind: every duty in a round under way that is his, by his office (`capacity`), or in person (null: an
 * evaluator's sheets go to nobody). `others` counts who else could do it now.
 */
export async function openDutiesOf(reading: Reading, sources: DutySources, personId: string): Promise<HandedDuty[]> {
  const grants = await reading.manager.findBy(RoleGrantEntity, { personId, revokedAt: IsNull() });
  const found: HandedDuty[] = [];
  for (const round of await roundsUnderWay(reading.manager))
    found.push(...(await openIn(reading, sources, round, personId, grants)));
  return found.sort(byUrgency);
}

async function openIn(
  reading: Reading,
  sources: DutySources,
  round: RoundEntity,
  personId: string,
  grants: readonly RoleGrantEntity[],
): Promise<HandedDuty[]> {
  const duties = await sources.open((await roundReminders(reading, round)).context);
  const book = await readAddressBook(
    reading.manager,
    round.id,
    duties.flatMap(({ owners }) => owners),
  );
  const holdings = await holdingsIn(reading.manager, round.id);
  return duties.flatMap((duty): HandedDuty[] => {
    const people = book.peopleOf(duty.owners);
    if (!people.includes(personId)) return [];
    const { key, kind, subjectId, at, params } = duty;
    const capacity = capacityOf(duty, round.id, grants);
    return [
      {
        key,
        kind,
        roundId: round.id,
        subjectId,
        at,
        title: dutyTitle(kind, params, 'ko'),
        titleEn: dutyTitle(kind, params, 'en'),
        capacity,
        named: capacity !== null && holdingsFor(duty, capacity.organisationId, holdings).length > 0,
        responsible: addressed(duty, holdings, book).responsible.includes(personId),
        others: people.length - 1,
      },
    ];
  });
}
