import { ID_SCHEMA, type JobDefinition, payloadOf } from '@daegaejo/platform';

type DeliveryPayload = { readonly deliveryId: string };

/** Patient with a server that is away: tried for about four hours before it is given up. */
const BACKOFF = { firstMs: 5_000, factor: 3, maxMs: 1_800_000 } as const;

/** Hands one mail to the mail server. */
export const SEND_MAIL: JobDefinition<DeliveryPayload> = {
  name: 'send-mail',
  queue: 'deliveries',
  summary: { ko: '메일 한 통을 보냅니다.', en: 'Hands one mail to the mail server.' },
  payload: payloadOf({ deliveryId: ID_SCHEMA }),
  attempts: 14,
  backoff: BACKOFF,
  concurrency: 5,
  leaseMs: 60_000,
};

/** Calls one webhook. */
export const POST_WEBHOOK: JobDefinition<DeliveryPayload> = {
  name: 'post-webhook',
  queue: 'deliveries',
  summary: { ko: '등록된 시스템 한 곳에 알림을 전합니다.', en: 'Tells one registered system of one notice.' },
  payload: payloadOf({ deliveryId: ID_SCHEMA }),
  attempts: 10,
  backoff: BACKOFF,
  concurrency: 5,
  leaseMs: 30_000,
};
