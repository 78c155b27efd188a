import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, contentHash, type Reading, stale, type Tx } from '@daegaejo/platform';
import { lockRound, readRound } from '@daegaejo/round';
import { settingsOf } from './duty-context.js';
import type { RemindersView } from './http/calendar.dto.js';
import { type ReminderSettings, settingsFindings } from './rules/index.js';
import { ReminderSettingsEntity } from './store/reminder.entity.js';

/** When reminders of a round go out. */
export async function getReminderSettings({ manager }: Reading, actor: Actor, roundId: string): Promise<RemindersView> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'getReminderSettings', { roundId });
  return view(await settingsOf(manager, roundId));
}

/** Sets when reminders of a round go out, from now on, as a new version. 412 when somebody was faster. */
export async function setReminderSettings(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; settings: ReminderSettings; expectedVersion: number },
): Promise<RemindersView> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'setReminderSettings', { roundId: round.id });
  const { version } = await settingsOf(tx.manager, round.id);
  if (version !== input.expectedVersion) throw stale(version);
  assertNone(settingsFindings(input.settings));
  const next = { settings: input.settings, version: version + 1 };
  await tx.manager.insert(ReminderSettingsEntity, {
    ...next,
    settings: input.settings as never,
    id: tx.newId(),
    roundId: round.id,
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
  });
  await tx.record({
    type: 'ReminderSettingsChanged',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    contentHash: contentHash(input.settings),
    data: { version: next.version },
  });
  return view(next);
}

const view = ({ settings, version }: { settings: ReminderSettings; version: number }): RemindersView => ({
  steps: [...settings.steps],
  stalledSteps: [...settings.stalledSteps],
  terms: { ...settings.terms },
  version,
});
