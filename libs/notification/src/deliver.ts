import { PersonEntity } from '@daegaejo/identity';
import { type Reading, rowsOf, type Tx } from '@daegaejo/platform';
import type { DutySources } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { DeliveryError } from './channels/delivery-error.js';
import { type Mailer } from './channels/mailer.js';
import { postWebhook } from './channels/webhook.js';
import { SEND_MAIL } from './jobs/delivery-jobs.js';
import { letterOf, mailOf, noticesIn } from './letters.js';
import { type Channels, sendsMail } from './options.js';
import type { Language } from './rules/index.js';
import { stillMeant } from './still-meant.js';
import { ChannelPreferenceEntity, WebhookEndpointEntity } from './store/channel.entity.js';
import { DeliveryEntity, type DeliveryState, NoticeEntity } from './store/notice.entity.js';

type DeliveryRef = { readonly deliveryId: string };

/** What came of a try. */
export interface Delivered {
  readonly state: Extract<DeliveryState, 'sent' | 'kept' | 'failed' | 'dropped'>;
  readonly subject: string | null;
  readonly body: string | null;
  readonly error: string | null;
}

const DROPPED: Delivered = { state: 'dropped', subject: null, body: null, error: null };

/**
 * Sends the mail of a delivery. It may be sent twice after a crash, always with the same Message-ID. Throws where it is worth
 * another try; a refusal for good is an outcome.
 */
export async function performMail(
  reading: Reading,
  sources: DutySources,
  channels: Channels,
  mailer: Mailer | null,
  { deliveryId }: DeliveryRef,
): Promise<Delivered> {
  const { manager } = reading;
  const delivery = await manager.findOneBy(DeliveryEntity, { id: deliveryId });
  if (delivery === null || delivery.state !== 'queued') return DROPPED;
  const person = await manager.findOneBy(PersonEntity, { id: delivery.personId });
  if (person === null || person.disabledAt !== null) return DROPPED;
  const notices = await stillMeant(reading, sources, await noticesIn(manager, [delivery]));
  const mail = mailOf(delivery, notices, channels, await languageOf(manager, person.id));
  if (mail === null) return DROPPED;
  const written = { subject: mail.subject, body: mail.text };
  if (!sendsMail(channels) || mailer === null) return { state: 'kept', ...written, error: null };
  try {
    await mailer.sendMail({
      from: channels.mailFrom,
      to: person.email,
      ...mail,
      messageId: delivery.id,
      rehearsal: channels.rehearsal,
    });
    return { state: 'sent', ...written, error: null };
  } catch (error) {
    return refusedForGood(error, written);
  }
}

/** Tells one registered system of one notice, signed. */
export async function performWebhook(
  reading: Reading,
  sources: DutySources,
  channels: Channels,
  systemTime: string,
  { deliveryId }: DeliveryRef,
): Promise<Delivered> {
  const { manager } = reading;
  const delivery = await manager.findOneBy(DeliveryEntity, { id: deliveryId });
  if (delivery === null || delivery.state !== 'queued') return DROPPED;
  const endpoint = await manager.findOneBy(WebhookEndpointEntity, { id: delivery.endpointId ?? '' });
  const notice = await manager.findOneBy(NoticeEntity, { id: delivery.noticeId ?? '' });
  if (endpoint === null || endpoint.removedAt !== null || notice === null) return DROPPED;
  if ((await stillMeant(reading, sources, [notice])).length === 0) return DROPPED;
  const language = await languageOf(manager, notice.personId);
  const body = JSON.stringify({
    id: delivery.id,
    notice: { id: notice.id, kind: notice.kind, step: notice.step, dueAt: notice.dueAt, createdAt: notice.createdAt },
    ...letterOf(notice, channels, language),
  });
  const written = { subject: notice.kind, body };
  if (channels.rehearsal) return { state: 'kept', ...written, error: null };
  try {
    const { url, secret } = endpoint;
    await postWebhook({ url, secret, eventId: delivery.id, body, timestamp: systemTime });
    return { state: 'sent', ...written, error: null };
  } catch (error) {
    return refusedForGood(error, written);
  }
}

/** A refusal for good is kept with the delivery; anything else is thrown, and tried again. */
function refusedForGood(error: unknown, written: { subject: string; body: string }): Delivered {
  if (error instanceof DeliveryError && error.fault === 'permanent')
    return { state: 'failed', ...written, error: error.code };
  throw error;
}

/** Writes down what came of a delivery. */
export async function storeDelivery(tx: Tx, { deliveryId }: DeliveryRef, outcome: Delivered): Promise<void> {
  const delivery = await tx.manager.findOneBy(DeliveryEntity, { id: deliveryId });
  if (delivery === null || delivery.state !== 'queued') return;
  const { state, subject, body, error } = outcome;
  await tx.manager.update(
    DeliveryEntity,
    { id: deliveryId },
    {
      state,
      subject: subject?.slice(0, 300) ?? null,
      body,
      error,
      attempts: delivery.attempts + 1,
      sentAt: state === 'sent' ? tx.now : null,
    },
  );
  if (delivery.endpointId !== null)
    await tx.manager.update(WebhookEndpointEntity, { id: delivery.endpointId }, { lastError: error });
}

const MOST = 500;

/** Deliveries whose hour has come (end of the quiet hours, time of the digest) go on their way; their jobs see what is still meant. */
export async function releaseDeferred(tx: Tx): Promise<void> {
  const rows = await rowsOf<{ id: string }>(
    tx.manager,
    tx.dialect,
    `UPDATE "delivery" SET "state" = 'queued' WHERE "id" IN (SELECT "id" FROM "delivery" WHERE "state" = 'deferred' AND "sendAfter" <= ?
       ORDER BY "sendAfter" LIMIT ${MOST}) RETURNING "id"`,
    [tx.now],
  );
  await tx.enqueueAll(
    SEND_MAIL,
    rows.map(({ id }) => ({ deliveryId: id })),
  );
}

async function languageOf(manager: EntityManager, personId: string): Promise<Language> {
  return (await manager.findOneBy(ChannelPreferenceEntity, { personId }))?.language ?? 'ko';
}
