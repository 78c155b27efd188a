import type { Reading } from '@daegaejo/platform';
import { deadlinesOf, type DutyContext, policyOf, RoundEntity } from '@daegaejo/round';
import { type EntityManager, In, Not } from 'typeorm';
import { readHolidays } from './holidays.js';
import { DEFAULT_REMINDERS, dueAfter, type Holidays, NOT_UNDER_WAY, type ReminderSettings } from './rules/index.js';
import { ReminderSettingsEntity } from './store/reminder.entity.js';

/** One round as reminders look at it: which duties are open, by which settings, on which calendar. */
export interface RoundReminders {
  readonly context: DutyContext;
  readonly settings: ReminderSettings;
  readonly holidays: Holidays;
}

/** Rounds in which somebody may have something to do. */
export function roundsUnderWay(manager: EntityManager): Promise<RoundEntity[]> {
  return manager.find(RoundEntity, {
    where: { state: Not(In([...NOT_UNDER_WAY])) },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
}

/** The newest settings of a round; those everybody starts with as version 0. */
export async function settingsOf(
  manager: EntityManager,
  roundId: string,
): Promise<{ settings: ReminderSettings; version: number; createdAt: string | null }> {
  const [newest] = await manager.find(ReminderSettingsEntity, {
    where: { roundId },
    order: { version: 'DESC' },
    take: 1,
  });
  if (newest === undefined) return { settings: DEFAULT_REMINDERS, version: 0, createdAt: null };
  // Settings from before a term was known go on with what everybody starts with.
  const terms = { ...DEFAULT_REMINDERS.terms, ...newest.settings.terms };
  return { ...newest, settings: { ...newest.settings, terms } };
}

/** `only`: look at duties about these records alone. */
export async function roundReminders(
  { manager, dialect, now }: Reading,
  round: RoundEntity,
  only: readonly string[] | null = null,
): Promise<RoundReminders> {
  const policy = await policyOf(manager, round);
  const { settings } = await settingsOf(manager, round.id);
  const holidays = await readHolidays(manager, policy.calendar.holidays);
  const context: DutyContext = {
    manager,
    dialect,
    now,
    round,
    policy,
    deadlineOf: await deadlinesOf(manager, round, policy),
    dueAfter: (from, kind) => dueAfter(from, kind, settings, holidays),
    only,
  };
  return { context, settings, holidays };
}
