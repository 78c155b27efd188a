import type { Reading } from '@daegaejo/platform';
import { type DutySources, RoundEntity } from '@daegaejo/round';
import type { DutyKind } from '@daegaejo/round/rules';
import { roundReminders } from './duty-context.js';
import type { NoticeEntity } from './store/notice.entity.js';

/**
 * The notices that still mean something: an event always does, a reminder while its duty is open with the same deadline.
 * A mail may have waited for the end of the quiet hours, for its digest, or for a server that was away.
 */
export async function stillMeant(
  reading: Reading,
  sources: DutySources,
  notices: readonly NoticeEntity[],
): Promise<NoticeEntity[]> {
  const open = new Set<string>();
  const reminders = notices.filter(({ dutyKey }) => dutyKey !== null);
  const groups = new Map(reminders.map((notice) => [`${notice.roundId} ${notice.kind}`, notice]));
  for (const { roundId, kind } of groups.values()) {
    const round = await reading.manager.findOneBy(RoundEntity, { id: roundId ?? '' });
    if (round === null) continue;
    const subjectIds = reminders
      .filter((notice) => notice.roundId === roundId && notice.kind === kind)
      .map(({ subjectId }) => subjectId ?? '');
    const { context } = await roundReminders(reading, round, subjectIds);
    for (const duty of await sources.open(context, [kind as DutyKind])) open.add(`${duty.key}@${duty.at}`);
  }
  return notices.filter(({ dutyKey, dueAt }) => dutyKey === null || open.has(`${dutyKey}@${dueAt}`));
}
