import { setImmediate as nextTurn } from 'node:timers/promises';
import { readAddressBook } from '@daegaejo/identity';
import { type Reading, rowsOf, type Tx } from '@daegaejo/platform';
import { type DutySources, RoundEntity } from '@daegaejo/round';
import type { Duty, DutyKind } from '@daegaejo/round/rules';
import { type RoundReminders, roundReminders, roundsUnderWay } from './duty-context.js';
import { addressed, holdingsIn } from './handover/holdings.js';
import type { Channels } from './options.js';
import { dueTick, type Tick, tickDays, ticksOf } from './rules/index.js';
import { tell, type Telling } from './tell.js';

/** Records of one kind of duty in one round about which somebody is to be reminded now. */
export interface DueReminders {
  readonly roundId: string;
  readonly kind: DutyKind;
  readonly subjectIds: readonly string[];
}

/** Records of one job: small enough for a short transaction. */
const CHUNK = 50;
const KEYS = 400;

/**
 * Looks through every round under way for reminders that are due. Reads only: what it finds is looked at once more, record by
 * record, by the one who reminds. So it may run twice, late, or in two processes, and nobody is told twice or for nothing.
 */
export async function findDueReminders(reading: Reading, sources: DutySources): Promise<DueReminders[]> {
  const found: DueReminders[] = [];
  for (const round of await roundsUnderWay(reading.manager)) {
    const reminders = await roundReminders(reading, round);
    const due = await dueDuties(reminders, await sources.open(reminders.context));
    const kinds = new Map<DutyKind, string[]>(due.map(({ duty }) => [duty.kind, []]));
    for (const { duty } of due) kinds.get(duty.kind)?.push(duty.subjectId);
    for (const [kind, subjectIds] of kinds)
      for (let start = 0; start < subjectIds.length; start += CHUNK)
        found.push({ roundId: round.id, kind, subjectIds: subjectIds.slice(start, start + CHUNK) });
    await nextTurn();
  }
  return found;
}

/**
 * Reminds of these duties, as far as they are still open in this transaction: whoever is responsible (where somebody is named he
 * alone, else everybody of the role), and at some steps the superior and the others of the role. Each tick reaches a person once, for ever.
 */
export async function remind(
  tx: Tx,
  sources: DutySources,
  channels: Channels,
  { roundId, kind, subjectIds }: DueReminders,
): Promise<void> {
  const round = await tx.manager.findOneBy(RoundEntity, { id: roundId });
  if (round === null) return;
  const reminders = await roundReminders(tx, round, subjectIds);
  const wanted = new Set(subjectIds);
  const open = (await sources.open(reminders.context, [kind])).filter(
    (duty) => duty.kind === kind && wanted.has(duty.subjectId),
  );
  const due = await dueDuties(reminders, open);
  const book = await readAddressBook(
    tx.manager,
    roundId,
    due.flatMap(({ duty, tick }) => [...duty.owners, ...(tick.copySuperior ? duty.superiors : [])]),
  );
  const holdings = due.length === 0 ? [] : await holdingsIn(tx.manager, roundId);
  const tellings = due.flatMap(({ duty, tick }) => {
    const { told, others } = addressed(duty, holdings, book);
    const above = tick.copySuperior ? [...others, ...book.peopleOf(duty.superiors)] : [];
    const superiors = [...new Set(above)].filter((id) => !told.includes(id));
    return [
      ...told.map((personId) => tellingOf(reminders, duty, tick, personId, false)),
      ...superiors.map((personId) => tellingOf(reminders, duty, tick, personId, true)),
    ];
  });
  await tell(tx, channels, reminders.holidays, tellings);
}

function tellingOf(
  { context, holidays }: RoundReminders,
  duty: Duty,
  tick: Tick,
  personId: string,
  copy: boolean,
): Telling {
  return {
    personId,
    tickKey: tick.key,
    dutyKey: duty.key,
    kind: duty.kind,
    relation: tick.relation,
    step: tick.step,
    copy,
    roundId: context.round.id,
    subjectId: duty.subjectId,
    dueAt: duty.at,
    params: { ...duty.params, days: tickDays(tick.relation, duty.at, context.now, holidays) },
  };
}

/** The duties with a tick to send now, each with its tick. */
async function dueDuties(
  { context, settings, holidays }: RoundReminders,
  duties: readonly Duty[],
): Promise<{ duty: Duty; tick: Tick }[]> {
  const none = new Set<string>();
  // Most duties of a round end at the same moments, and their ticks differ by nothing but the duty they are of.
  const known = new Map<string, { readonly ticks: readonly Tick[]; readonly isDue: boolean }>();
  const ticksAt = ({ clock, at, since }: Duty): { readonly ticks: readonly Tick[]; readonly isDue: boolean } => {
    const key = `${clock} ${at} ${since}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const ticks = ticksOf({ key: '', clock, at, since }, settings, holidays);
    const made = { ticks, isDue: dueTick(ticks, context.now, none) !== null };
    known.set(key, made);
    return made;
  };
  const candidates = duties.filter((duty) => ticksAt(duty).isDue);
  const due: { duty: Duty; tick: Tick }[] = [];
  for (let start = 0; start < candidates.length; start += KEYS) {
    const part = candidates.slice(start, start + KEYS);
    const sent = await sentTicks(context, part);
    for (const duty of part) {
      const ticks = ticksAt(duty).ticks.map((tick) => ({ ...tick, key: `${duty.key}${tick.key}` }));
      const tick = dueTick(ticks, context.now, sent);
      if (tick !== null) due.push({ duty, tick });
    }
    if (start > 0) await nextTurn();
  }
  return due;
}

/** Ticks of these duties that somebody was told of. */
async function sentTicks({ manager, dialect }: Reading, duties: readonly Duty[]): Promise<Set<string>> {
  const rows = await rowsOf<{ tickKey: string }>(
    manager,
    dialect,
    `SELECT DISTINCT "tickKey" FROM "notice" WHERE "dutyKey" IN (${duties.map(() => '?').join(', ')})`,
    duties.map(({ key }) => key),
  );
  return new Set(rows.map(({ tickKey }) => tickKey));
}
