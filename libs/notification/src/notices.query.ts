import { authorise, displayNamesOf, PersonEntity, readAddressBook } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import {
  type Locale,
  notFound,
  type Page,
  pageByTime,
  type PageQuery,
  type Reading,
  type Tx,
} from '@daegaejo/platform';
import { type DutySources, readRound } from '@daegaejo/round';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { roundReminders, roundsUnderWay } from './duty-context.js';
import { addressed, holdingsIn } from './handover/holdings.js';
import type { DutyView, MailView, NoticeQuery, NoticeView, ReminderView } from './http/notice.dto.js';
import { letterOf, mailOf, noticesIn, whereOf } from './letters.js';
import type { Channels } from './options.js';
import { byUrgency, dutyTitle } from './rules/index.js';
import { ChannelPreferenceEntity } from './store/channel.entity.js';
import { DeliveryEntity, NoticeEntity } from './store/notice.entity.js';

/** One's own inbox, newest first. */
export async function listNotices(
  { manager }: Reading,
  actor: Actor,
  query: NoticeQuery,
  channels: Channels,
  locale: Locale,
): Promise<Page<NoticeView>> {
  const select = manager.createQueryBuilder(NoticeEntity, 'notice').where('notice.personId = :me', {
    me: actor.personId,
  });
  if (query.unread === true) select.andWhere('notice.readAt IS NULL');
  const page = await pageByTime(select, 'createdAt', query, 'newest');
  return { ...page, items: page.items.map((row) => noticeView(row, channels, locale)) };
}

/** Marks a notice of one's own as read; a second time changes nothing. */
export async function readNotice(tx: Tx, actor: Actor, input: { noticeId: string }): Promise<NoticeEntity> {
  const notice = await tx.manager.findOneBy(NoticeEntity, { id: input.noticeId, personId: actor.personId ?? '' });
  if (notice === null) throw notFound();
  if (notice.readAt !== null) return notice;
  await tx.manager.update(NoticeEntity, { id: notice.id }, { readAt: tx.now });
  return { ...notice, readAt: tx.now };
}

export function noticeView(row: NoticeEntity, channels: Channels, locale: Locale): NoticeView {
  const { id, kind, relation, step, copy, roundId, subjectId, dueAt, createdAt, readAt } = row;
  const letter = letterOf(row, channels, locale);
  return {
    id,
    kind,
    relation,
    step,
    copy,
    roundId,
    subjectId,
    dueAt,
    subject: letter.subject,
    paragraphs: [...letter.paragraphs],
    where: whereOf(row, channels),
    createdAt,
    readAt,
  };
}

/** Everything one has to do now, in all rounds, the most urgent first. */
export async function listDuties(
  reading: Reading,
  personId: string,
  sources: DutySources,
  channels: Channels,
  locale: Locale,
): Promise<DutyView[]> {
  const views: DutyView[] = [];
  for (const round of await roundsUnderWay(reading.manager)) {
    const duties = await sources.open((await roundReminders(reading, round)).context);
    const book = await readAddressBook(
      reading.manager,
      round.id,
      duties.flatMap(({ owners }) => owners),
    );
    const own = duties.filter(({ owners }) => book.peopleOf(owners).includes(personId));
    const holdings = own.length === 0 ? [] : await holdingsIn(reading.manager, round.id);
    const withOf = own.map((duty) => addressed(duty, holdings, book).responsible);
    const nameOf = await displayNamesOf(reading.manager, withOf.flat());
    for (const [at, duty] of own.entries())
      views.push({
        key: duty.key,
        kind: duty.kind,
        roundId: round.id,
        subjectId: duty.subjectId,
        clock: duty.clock,
        at: duty.at,
        title: dutyTitle(duty.kind, duty.params, locale),
        responsible: (withOf[at] ?? []).map((id) => ({ personId: id, name: nameOf.get(id) ?? '' })),
        where: whereOf({ kind: duty.kind, subjectId: duty.subjectId, roundId: round.id }, channels),
      });
  }
  return views.sort(byUrgency);
}

/** Mails: one's own; for an administrator everybody's. */
export async function listMails(
  { manager }: Reading,
  actor: Actor,
  query: PageQuery,
  channels: Channels,
): Promise<Page<MailView>> {
  const select = visibleMails(actor, manager.createQueryBuilder(DeliveryEntity, 'mail'));
  const page = await pageByTime(select, 'createdAt', query, 'newest');
  return { ...page, items: await mailViews(manager, page.items, channels) };
}

export async function getMail({ manager }: Reading, actor: Actor, id: string, channels: Channels): Promise<MailView> {
  const select = visibleMails(actor, manager.createQueryBuilder(DeliveryEntity, 'mail'));
  const mail = await select.andWhere('mail.id = :id', { id }).getOne();
  if (mail === null) throw notFound();
  const [view] = await mailViews(manager, [mail], channels);
  return view as MailView;
}

/** The one scope of mails. */
function visibleMails(actor: Actor, select: SelectQueryBuilder<DeliveryEntity>): SelectQueryBuilder<DeliveryEntity> {
  select.where(`mail.channel = 'mail'`);
  if (actor.grants.some(({ role }) => role === 'admin')) return select;
  return select.andWhere('mail.personId = :me', { me: actor.personId });
}

/** Mails as they went, or would go: in the language of whoever receives them. */
async function mailViews(
  manager: EntityManager,
  rows: readonly DeliveryEntity[],
  channels: Channels,
): Promise<MailView[]> {
  const people = { personId: In(rows.map(({ personId }) => personId)) };
  const emails = await manager.find(PersonEntity, {
    where: { id: people.personId },
    select: { id: true, email: true },
  });
  const emailOf = new Map(emails.map(({ id, email }) => [id, email]));
  const preferences = await manager.findBy(ChannelPreferenceEntity, people);
  const languageOf = new Map(preferences.map(({ personId, language }) => [personId, language]));
  const notices = await noticesIn(manager, rows);
  return rows.map((row) => {
    const mail = mailOf(row, notices, channels, languageOf.get(row.personId) ?? 'ko');
    return {
      id: row.id,
      personId: row.personId,
      to: emailOf.get(row.personId) ?? '',
      state: row.state,
      subject: row.subject ?? mail?.subject ?? '',
      text: row.body ?? mail?.text ?? '',
      html: mail?.html ?? '',
      sendAfter: row.sendAfter,
      sentAt: row.sentAt,
      error: row.error,
    };
  });
}

/** Who was told of what in a round, when, and whether it arrived; for those who run or check it. */
export async function listReminders(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<ReminderView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listReminders', { roundId });
  const select = manager.createQueryBuilder(NoticeEntity, 'notice').where('notice.roundId = :roundId', { roundId });
  const page = await pageByTime(select, 'createdAt', query, 'newest');
  const nameOf = await displayNamesOf(
    manager,
    page.items.map(({ personId }) => personId),
  );
  const deliveries = await manager.find(DeliveryEntity, {
    where: [
      { noticeId: In(page.items.map(({ id }) => id)) },
      { digestKey: In(page.items.flatMap(({ digestKey }) => digestKey ?? [])) },
    ],
    order: { id: 'ASC' },
  });
  return {
    ...page,
    items: page.items.map(({ id, personId, kind, step, copy, subjectId, dueAt, createdAt, readAt, digestKey }) => ({
      id,
      personId,
      person: nameOf.get(personId) ?? '',
      kind,
      step,
      copy,
      subjectId,
      dueAt,
      createdAt,
      readAt,
      deliveries: deliveries
        .filter((one) => one.noticeId === id || (digestKey !== null && one.digestKey === digestKey))
        .map(({ channel, state }) => `${channel}:${state}`),
    })),
  };
}
