import type { LoggedWrite } from '../client.js';
import { type Before, type Evidence, keyOf, TOLD_EVENTS } from './evidence.js';
import { groupBy, type Tally } from './tally.js';

/** Was everybody whom a write concerns told of it, by one notice and one mail, and nobody of anything else? */
export function checkEffects(log: readonly LoggedWrite[], evidence: Evidence, before: Before, tally: Tally): void {
  const writes = new Map(log.map((write) => [write.key, write]));
  const notices = groupBy(evidence.notices, ({ tickKey }) => tickKey);
  const mails = groupBy(evidence.mails, ({ noticeId }) => noticeId);
  const heard = evidence.entries.filter(({ type }) => TOLD_EVENTS.includes(type));
  for (const entry of heard.filter(({ seq }) => seq > before.seq)) {
    const write = writes.get(keyOf(entry) ?? '');
    const own = notices.get(`event:${entry.id}`) ?? [];
    for (const { id, username } of write?.told ?? []) {
      const his = own.filter(({ personId }) => personId === id);
      tally.effect(his.length, `notice of ${entry.type} ${write?.key} to ${username}`);
      const sent = his.reduce((sum, notice) => sum + (mails.get(notice.id)?.length ?? 0), 0);
      tally.effect(sent, `mail of ${entry.type} ${write?.key} to ${username}`);
    }
    const strangers = own.filter(({ personId }) => !(write?.told ?? []).some(({ id }) => id === personId));
    if (strangers.length > 0) {
      tally.withoutWrite += strangers.length;
      tally.note(`${entry.type} ${entry.id}: ${strangers.length} told whom it does not concern`);
    }
  }
  checkOrigins(evidence, tally);
}

/** No notice without its event, no mail without its notice, and not two events told as the same. */
function checkOrigins({ entries, notices, mails, astray }: Evidence, tally: Tally): void {
  const ticks = new Set(entries.map(({ id }) => `event:${id}`));
  const orphans = notices.filter(({ tickKey }) => !ticks.has(tickKey)).length;
  const perMail = groupBy(mails, ({ noticeId }) => noticeId);
  const twice = [...perMail.values()].filter((group) => group.length > 1).length;
  tally.withoutWrite += orphans + astray;
  if (astray > 0) tally.note(`${astray} mail(s) of notices that are not there`);
  if (orphans > 0) tally.note(`${orphans} notice(s) of events that are not in the history`);
  if (twice > 0) tally.fault(`${twice} notice(s) mailed more than once`);
  const events = groupBy(entries, ({ type, subjectId }) => `${type} ${subjectId}`);
  const told = groupBy(notices, ({ kind, subjectId, personId }) => `${kind} ${subjectId} ${personId}`);
  for (const [what, group] of told) {
    const most = events.get(what.slice(0, what.lastIndexOf(' ')))?.length ?? 0;
    if (group.length <= most) continue;
    tally.effectsDuplicated += group.length - most;
    tally.note(`${what}: told ${group.length} times of ${most} event(s)`);
  }
}
