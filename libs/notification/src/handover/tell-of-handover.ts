import { readAddressBook } from '@daegaejo/identity';
import type { Tx } from '@daegaejo/platform';
import { readHolidays } from '../holidays.js';
import type { Channels } from '../options.js';
import { aboveOf, byUrgency, listOf, type NoticeType, passedOn } from '../rules/index.js';
import { tell } from '../tell.js';
import { type HandedDuty, HandoverEntity } from './store/handover.entity.js';

export const HANDOVER_NOTICES = ['DutiesTakenOver', 'DutiesHandedOver'] as const satisfies readonly NoticeType[];
/** What is told of a transfer: to the successor what came to him, to those above the leaver what is with somebody else now. */
export type HandoverNotice = (typeof HANDOVER_NOTICES)[number];
export const isHandoverNotice = (type: NoticeType): type is HandoverNotice =>
  (HANDOVER_NOTICES as readonly NoticeType[]).includes(type);

/** Tells the successor, or those above the leaver, with the list of what was handed over; each of them once. */
export async function tellOfHandover(
  tx: Tx,
  channels: Channels,
  kind: HandoverNotice,
  { entryId, subjectId }: { readonly entryId: string; readonly subjectId: string },
): Promise<void> {
  const handover = await tx.manager.findOneBy(HandoverEntity, { id: subjectId });
  if (handover === null || handover.successorId === null) return;
  const duties = passedOn(handover.duties).sort(byUrgency);
  const { personId, successorId } = handover;
  const people =
    kind === 'DutiesTakenOver'
      ? [successorId]
      : (await peopleAbove(tx, duties)).filter((id) => id !== personId && id !== successorId);
  const params = {
    count: duties.length,
    list: listOf(
      duties.map(({ title }) => title),
      (count) => `외 ${count}건`,
    ),
    listEn: listOf(
      duties.map(({ title, titleEn = title }) => titleEn),
      (count) => `and ${count} more`,
    ),
  };
  await tell(
    tx,
    channels,
    await readHolidays(tx.manager, []),
    people.map((addressee) => ({
      personId: addressee,
      tickKey: `event:${entryId}`,
      dutyKey: null,
      kind,
      relation: 'event',
      step: null,
      copy: false,
      roundId: null,
      subjectId,
      dueAt: null,
      params,
    })),
  );
}

/** Everybody above the leaver in a round one of the duties is of, each once. */
async function peopleAbove(tx: Tx, duties: readonly HandedDuty[]): Promise<string[]> {
  const people = new Set<string>();
  for (const roundId of new Set(duties.map((duty) => duty.roundId))) {
    const above = duties.flatMap(({ roundId: of, capacity }) =>
      of === roundId && capacity !== null ? aboveOf(capacity) : [],
    );
    for (const id of (await readAddressBook(tx.manager, roundId, above)).peopleOf(above)) people.add(id);
  }
  return [...people];
}
