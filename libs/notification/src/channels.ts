import { randomBytes } from 'node:crypto';
import { ANONYMOUS, type Actor } from '@daegaejo/identity/rules';
import { PersonEntity } from '@daegaejo/identity';
import {
  assertNone,
  lockRow,
  notFound,
  type Page,
  refused,
  type Reading,
  sha256,
  stale,
  type Tx,
} from '@daegaejo/platform';
import type { DutySources } from '@daegaejo/round';
import { IsNull } from 'typeorm';
import { personalCalendar } from './channels/ical.js';
import { urlFindings } from './channels/webhook-url.js';
import type { CalendarFeedView, PreferenceView, SetPreferenceDto, WebhookView } from './http/channel.dto.js';
import { listDuties } from './notices.query.js';
import type { Channels } from './options.js';
import { DEFAULT_MAIL, preferenceFindings } from './rules/index.js';
import { CalendarFeedEntity, ChannelPreferenceEntity, WebhookEndpointEntity } from './store/channel.entity.js';

/** Systems of one person's own that may be told at once. */
const MOST_WEBHOOKS = 5;

const me = (actor: Actor): string => actor.personId ?? '';

/** How the actor wants to be told. */
export async function getPreference({ manager }: Pick<Reading, 'manager'>, actor: Actor): Promise<PreferenceView> {
  const row = await manager.findOneBy(ChannelPreferenceEntity, { personId: me(actor) });
  const { mail, quietFrom, quietTo, digestAt } = row ?? DEFAULT_MAIL;
  return { mail, quietFrom, quietTo, digestAt, language: row?.language ?? 'ko', version: row?.version ?? 0 };
}

/** Sets how the actor wants to be told, from now on. */
export async function setPreference(
  tx: Tx,
  actor: Actor,
  input: SetPreferenceDto & { expectedVersion: number | null },
): Promise<PreferenceView> {
  const { expectedVersion, ...wanted } = input;
  await lockRow(tx, 'person', me(actor));
  const { version } = await getPreference(tx, actor);
  if (expectedVersion !== null && expectedVersion !== version) throw stale(version);
  assertNone(preferenceFindings(wanted));
  const row = { ...wanted, personId: me(actor), updatedAt: tx.now, version: version + 1 };
  await tx.manager.upsert(ChannelPreferenceEntity, row, ['personId']);
  return getPreference(tx, actor);
}

export async function listWebhooks({ manager }: Reading, actor: Actor): Promise<Page<WebhookView>> {
  const rows = await manager.find(WebhookEndpointEntity, {
    where: { personId: me(actor), removedAt: IsNull() },
    order: { createdAt: 'ASC' },
  });
  return { items: rows.map((row) => webhookView(row, null)), nextCursor: null };
}

/** Registers a system that is told of the actor's notices; answers the key of its signatures, this once. */
export async function addWebhook(tx: Tx, actor: Actor, input: { url: string }): Promise<WebhookView> {
  assertNone(urlFindings(input.url));
  await lockRow(tx, 'person', me(actor));
  const own = { personId: me(actor), removedAt: IsNull() };
  if ((await tx.manager.countBy(WebhookEndpointEntity, own)) >= MOST_WEBHOOKS)
    throw refused('notification.webhook.most', ['removeWebhook'], { most: MOST_WEBHOOKS });
  const secret = randomBytes(32).toString('base64url');
  const row: WebhookEndpointEntity = {
    id: tx.newId(),
    personId: me(actor),
    url: input.url,
    secret,
    createdAt: tx.now,
    removedAt: null,
    lastError: null,
  };
  await tx.manager.insert(WebhookEndpointEntity, row);
  await tx.record({ type: 'WebhookAdded', subject: { kind: 'person', id: me(actor) }, data: { webhookId: row.id } });
  return webhookView(row, secret);
}

/** Ends a registration of one's own; what is on its way to it is dropped. */
export async function removeWebhook(tx: Tx, actor: Actor, input: { webhookId: string }): Promise<WebhookView> {
  const row = await tx.manager.findOneBy(WebhookEndpointEntity, {
    id: input.webhookId,
    personId: me(actor),
    removedAt: IsNull(),
  });
  if (row === null) throw notFound();
  await tx.manager.update(WebhookEndpointEntity, { id: row.id }, { removedAt: tx.now });
  await tx.record({ type: 'WebhookRemoved', subject: { kind: 'person', id: me(actor) }, data: { webhookId: row.id } });
  return webhookView(row, null);
}

const webhookView = (row: WebhookEndpointEntity, secret: string | null): WebhookView => ({
  id: row.id,
  url: row.url,
  secret,
  createdAt: row.createdAt,
  lastError: row.lastError,
});

/** Makes the address of the actor's own calendar, and ends an earlier one. The address is the key. */
export async function openCalendarFeed(tx: Tx, actor: Actor, channels: Channels): Promise<CalendarFeedView> {
  const token = randomBytes(32).toString('base64url');
  const feed = { personId: me(actor), tokenHash: sha256(token), createdAt: tx.now };
  await tx.manager.upsert(CalendarFeedEntity, feed, ['personId']);
  await tx.record({ type: 'CalendarFeedOpened', subject: { kind: 'person', id: me(actor) } });
  return { url: `${channels.publicUrl}/api/v1/calendar-feeds/${token}` };
}

export async function closeCalendarFeed(tx: Tx, actor: Actor): Promise<void> {
  const { affected } = await tx.manager.delete(CalendarFeedEntity, { personId: me(actor) });
  if (affected !== 0) await tx.record({ type: 'CalendarFeedClosed', subject: { kind: 'person', id: me(actor) } });
}

/** The calendar behind an address, with the rights its owner has now; 404 for an address nobody has. */
export async function readCalendarFeed(
  reading: Reading,
  token: string,
  sources: DutySources,
  channels: Channels,
): Promise<string> {
  const feed = await reading.manager.findOneBy(CalendarFeedEntity, { tokenHash: sha256(token) });
  if (feed === null) throw notFound();
  const owner = await reading.manager.findOneBy(PersonEntity, { id: feed.personId, disabledAt: IsNull() });
  if (owner === null) throw notFound();
  const preference = await getPreference(reading, { ...ANONYMOUS, personId: owner.id });
  const duties = await listDuties(reading, owner.id, sources, channels, preference.language);
  return personalCalendar({
    duties: duties
      .filter(({ clock }) => clock === 'deadline')
      .map(({ key, title, at, where }) => ({ key, title, at, url: where })),
    stampedAt: reading.now,
    rehearsal: channels.rehearsal,
  });
}
