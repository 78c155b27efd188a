import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { notFound, type Page, pageOf, readCursor, type Reading, refused, type Tx } from '@daegaejo/platform';
import type { Day } from '@daegaejo/platform/rules';
import { type EntityManager, IsNull } from 'typeorm';
import type { HolidayQuery, HolidayView } from './http/calendar.dto.js';
import { type HolidayList, type Holidays } from './rules/index.js';
import { PublicHolidayEntity } from './store/reminder.entity.js';

/** The holidays in force, with those a round adds of its own. */
export async function readHolidays(manager: EntityManager, more: readonly Day[] = []): Promise<Holidays> {
  const rows = await manager
    .createQueryBuilder(PublicHolidayEntity, 'holiday')
    .select('holiday.day', 'day')
    .where('holiday.revokedAt IS NULL')
    .getRawMany<{ day: Day }>(); // every job that reminds reads them: no objects of the tool around the days
  return new Set([...rows.map(({ day }) => day), ...more]);
}

/** Days of a reference list that are recorded nowhere yet, in force or revoked. */
export async function missingHolidays(manager: EntityManager, list: HolidayList): Promise<HolidayList['days']> {
  const known = new Set((await manager.find(PublicHolidayEntity, { select: { day: true, name: true } })).map(keyOf));
  return list.days.filter((entry) => !known.has(keyOf(entry)));
}
const keyOf = ({ day, name }: { day: string; name: string }): string => `${day} ${name}`;

/** Records what a newer reference list knows more; what is recorded, and what was revoked, stays as it is. */
export async function loadHolidays(tx: Tx, list: HolidayList): Promise<void> {
  const source = `${list.source} ${list.version}`.slice(0, 200);
  const days = await missingHolidays(tx.manager, list);
  for (const { day, name, ...own } of days)
    await tx.manager.insert(PublicHolidayEntity, {
      id: tx.newId(),
      day,
      name,
      source: (own as { source?: string }).source ?? source,
      recordedAt: tx.now,
      revokedAt: null,
    });
}

/** Is the year of `day` covered? Otherwise only weekends are known as days off. */
export async function knowsYearOf(manager: EntityManager, day: Day): Promise<boolean> {
  return manager
    .createQueryBuilder(PublicHolidayEntity, 'holiday')
    .where('holiday.day LIKE :year AND holiday.revokedAt IS NULL', { year: `${day.slice(0, 4)}-%` })
    .getExists();
}

/** Public holidays in order, with where each comes from. Open to all. */
export async function listHolidays({ manager }: Reading, query: HolidayQuery): Promise<Page<HolidayView>> {
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 2);
  const select = manager
    .createQueryBuilder(PublicHolidayEntity, 'holiday')
    .where('holiday.revokedAt IS NULL')
    .orderBy('holiday.day')
    .addOrderBy('holiday.id')
    .limit(limit + 1);
  if (query.year !== undefined) select.andWhere('holiday.day LIKE :year', { year: `${query.year}-%` });
  if (after !== null)
    select.andWhere('(holiday.day > :day OR (holiday.day = :day AND holiday.id > :id))', {
      day: after[0],
      id: after[1],
    });
  return pageOf(await select.getMany(), limit, (row) => [row.day, row.id], holidayView);
}

/** Records an extra holiday (임시공휴일) with the notice it rests on. */
export async function addHoliday(
  tx: Tx,
  actor: Actor,
  input: { day: Day; name: string; source: string },
): Promise<HolidayView> {
  authorise(actor, 'addHoliday');
  if (await tx.manager.existsBy(PublicHolidayEntity, { day: input.day, revokedAt: IsNull() }))
    throw refused('holiday.known', ['revokeHoliday'], { day: input.day });
  const holiday: PublicHolidayEntity = { ...input, id: tx.newId(), recordedAt: tx.now, revokedAt: null };
  await tx.manager.insert(PublicHolidayEntity, holiday);
  await record(tx, holiday, 'HolidayAdded');
  return holidayView(holiday);
}

/** Ends a holiday's validity: the day counts as an ordinary one from now on. The entry stays. */
export async function revokeHoliday(tx: Tx, actor: Actor, input: { holidayId: string }): Promise<HolidayView> {
  authorise(actor, 'revokeHoliday');
  const holiday = await tx.manager.findOneBy(PublicHolidayEntity, { id: input.holidayId, revokedAt: IsNull() });
  if (holiday === null) throw notFound();
  await tx.manager.update(PublicHolidayEntity, { id: holiday.id }, { revokedAt: tx.now });
  await record(tx, holiday, 'HolidayRevoked');
  return holidayView(holiday);
}

const holidayView = ({ id, day, name, source }: PublicHolidayEntity): HolidayView => ({ id, day, name, source });

const record = (tx: Tx, holiday: PublicHolidayEntity, type: string): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'holiday', id: holiday.id },
    reason: holiday.source,
    data: { day: holiday.day, name: holiday.name },
    audience: 'public',
  });
