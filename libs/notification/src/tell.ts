import { rowsOf, type Tx } from '@daegaejo/platform';
import { In, IsNull } from 'typeorm';
import { POST_WEBHOOK, SEND_MAIL } from './jobs/delivery-jobs.js';
import { type Channels, sendsMail } from './options.js';
import { DEFAULT_MAIL, type Holidays, type MailPreference, mailWay } from './rules/index.js';
import { ChannelPreferenceEntity, WebhookEndpointEntity } from './store/channel.entity.js';
import type { DeliveryEntity, DeliveryState, NoticeEntity } from './store/notice.entity.js';

/** A notice before it is written down. */
export type Telling = Omit<NoticeEntity, 'id' | 'createdAt' | 'readAt' | 'digestKey'>;

type Delivery = Pick<
  DeliveryEntity,
  'id' | 'personId' | 'channel' | 'onceKey' | 'noticeId' | 'digestKey' | 'endpointId' | 'state' | 'sendAfter'
>;

const NOTICE_COLUMNS = [
  'id',
  'personId',
  'tickKey',
  'dutyKey',
  'kind',
  'relation',
  'step',
  'copy',
  'roundId',
  'subjectId',
  'dueAt',
  'params',
  'createdAt',
  'digestKey',
] as const;
const DELIVERY_COLUMNS = [
  'id',
  'personId',
  'channel',
  'onceKey',
  'noticeId',
  'digestKey',
  'endpointId',
  'state',
  'sendAfter',
  'attempts',
  'createdAt',
] as const;
const CHUNK = 200;

/**
 * Puts notices into people's inboxes and onto their other channels, as each of them wants it. Whoever was told of a thing
 * already is not told again. Answers how many were new. Nothing leaves here: mails and webhooks are jobs of their own.
 */
export async function tell(
  tx: Tx,
  channels: Channels,
  holidays: Holidays,
  tellings: readonly Telling[],
): Promise<number> {
  if (tellings.length === 0) return 0;
  const people = [...new Set(tellings.map(({ personId }) => personId))];
  const preferences = await preferencesOf(tx, people);
  const endpoints = await tx.manager.findBy(WebhookEndpointEntity, { personId: In(people), removedAt: IsNull() });
  const notices = tellings.map((telling) => {
    const preference = preferences.get(telling.personId) ?? DEFAULT_MAIL;
    const { moment, gathered } = mailWay(tx.now, preference, holidays, telling.dueAt);
    return { ...telling, id: tx.newId(), moment, digestKey: gathered ? `digest:${telling.personId}:${moment}` : null };
  });
  const added = await insertNotices(tx, notices);
  const fresh = notices.filter(({ id }) => added.has(id));
  const deliveries = fresh.flatMap((notice): Delivery[] => [
    ...(notice.moment === null ? [] : [mailOf(tx, channels, notice, notice.moment)]),
    ...endpoints
      .filter(({ personId }) => personId === notice.personId)
      .map((endpoint): Delivery => ({
        id: tx.newId(),
        personId: notice.personId,
        channel: 'webhook',
        onceKey: `notice:${notice.id}:${endpoint.id}`,
        noticeId: notice.id,
        digestKey: null,
        endpointId: endpoint.id,
        state: channels.rehearsal ? 'kept' : 'queued',
        sendAfter: tx.now,
      })),
  ]);
  const queued = await insertDeliveries(tx, deliveries);
  const jobs = (channel: string) =>
    queued.filter((one) => one.channel === channel).map(({ id }) => ({ deliveryId: id }));
  await tx.enqueueAll(SEND_MAIL, jobs('mail'));
  await tx.enqueueAll(POST_WEBHOOK, jobs('webhook'));
  return fresh.length;
}

function mailOf(
  tx: Tx,
  channels: Channels,
  { id, personId, digestKey }: { id: string; personId: string; digestKey: string | null },
  moment: string,
): Delivery {
  const state: DeliveryState = moment > tx.now ? 'deferred' : sendsMail(channels) ? 'queued' : 'kept';
  return {
    id: tx.newId(),
    personId,
    channel: 'mail',
    onceKey: digestKey ?? `notice:${id}:mail`,
    noticeId: digestKey === null ? id : null,
    digestKey,
    endpointId: null,
    state,
    sendAfter: moment,
  };
}

async function preferencesOf(tx: Tx, people: readonly string[]): Promise<Map<string, MailPreference>> {
  const rows = await tx.manager.findBy(ChannelPreferenceEntity, { personId: In([...people]) });
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Writes the notices down; answers the ids of those that were new. */
async function insertNotices(
  tx: Tx,
  notices: readonly (Telling & { id: string; digestKey: string | null })[],
): Promise<Set<string>> {
  const added = new Set<string>();
  for (let start = 0; start < notices.length; start += CHUNK) {
    const rows = notices
      .slice(start, start + CHUNK)
      .map((notice) => [
        notice.id,
        notice.personId,
        notice.tickKey,
        notice.dutyKey,
        notice.kind,
        notice.relation,
        notice.step,
        flag(tx, notice.copy),
        notice.roundId,
        notice.subjectId,
        notice.dueAt,
        JSON.stringify(notice.params),
        tx.now,
        notice.digestKey,
      ]);
    const inserted = await insertRows(tx, 'notice', NOTICE_COLUMNS, rows, '("tickKey", "personId")');
    for (const { id } of inserted) added.add(id);
  }
  return added;
}

/** Writes the deliveries down, and answers those that wait to go now. */
async function insertDeliveries(tx: Tx, deliveries: readonly Delivery[]): Promise<Delivery[]> {
  const added = new Set<string>();
  const unique = [...new Map(deliveries.map((delivery) => [delivery.onceKey, delivery])).values()];
  for (let start = 0; start < unique.length; start += CHUNK) {
    const rows = unique
      .slice(start, start + CHUNK)
      .map((one) => [
        one.id,
        one.personId,
        one.channel,
        one.onceKey,
        one.noticeId,
        one.digestKey,
        one.endpointId,
        one.state,
        one.sendAfter,
        0,
        tx.now,
      ]);
    const inserted = await insertRows(tx, 'delivery', DELIVERY_COLUMNS, rows, '("onceKey")');
    for (const { id } of inserted) added.add(id);
  }
  return unique.filter(({ id, state }) => state === 'queued' && added.has(id));
}

function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  once: string,
): Promise<{ id: string }[]> {
  const line = `(${columns.map(() => '?').join(', ')})`;
  return rowsOf<{ id: string }>(
    tx.manager,
    tx.dialect,
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES ${rows.map(() => line).join(', ')} ON CONFLICT ${once} DO NOTHING RETURNING "id"`,
    rows.flat(),
  );
}

const flag = (tx: Tx, value: boolean): boolean | number => (tx.dialect === 'sqlite' ? Number(value) : value);
