import {
  type HistoryRecord,
  ID_SCHEMA,
  INSTANT_SCHEMA,
  type JobDefinition,
  payloadOf,
  textSchema,
} from '@daegaejo/platform';
import { DUTY_KINDS } from '@daegaejo/round/rules';
import type { DueReminders } from '../remind.js';
import { NOTICE_TYPES } from '../rules/index.js';

const BACKOFF = { firstMs: 1_000, factor: 2, maxMs: 60_000 } as const;

/** Looks for reminders and deliveries that are due. Whatever moves a deadline or the clock sets it off at once. */
export const SWEEP_REMINDERS: JobDefinition = {
  name: 'sweep-reminders',
  queue: 'reminders',
  summary: {
    ko: '보낼 때가 된 알림과 미뤄 둔 메일을 찾습니다.',
    en: 'Looks for reminders that are due and mails that waited for their hour.',
  },
  payload: payloadOf({}),
  attempts: 5,
  backoff: BACKOFF,
  concurrency: 1,
  leaseMs: 60_000,
  dedupeKey: () => 'all',
  everySeconds: 60,
  hears: {
    types: ['RehearsalClockMoved', 'DeadlineExtended', 'RoundMoved', 'RoundPolicyInForce'],
    payload: () => ({}),
  },
};

/** Reminds of some duties of one kind in one round, as far as they are still open. */
export const REMIND: JobDefinition<DueReminders> = {
  name: 'remind',
  queue: 'reminders',
  summary: { ko: '아직 남은 일을 맡은 사람에게 알립니다.', en: 'Reminds whoever has something left to do.' },
  payload: payloadOf({
    roundId: ID_SCHEMA,
    kind: { type: 'string', enum: [...DUTY_KINDS] },
    subjectIds: { type: 'array', items: ID_SCHEMA, minItems: 1, maxItems: 200 },
  }),
  attempts: 10,
  backoff: BACKOFF,
  concurrency: 2,
  leaseMs: 30_000,
  dedupeKey: ({ roundId, kind, subjectIds }) => `${roundId}:${kind}:${subjectIds[0]}:${subjectIds.length}`,
};

/** An event as its notice needs it: ids, codes and moments. */
export interface HeardEvent {
  readonly entryId: string;
  readonly type: (typeof NOTICE_TYPES)[number];
  readonly subjectId: string;
  readonly roundId: string | null;
  readonly provinceId: string | null;
  readonly personId: string | null;
  readonly step: string | null;
  readonly until: string | null;
}

const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] });

/** Tells whoever an event concerns. */
export const NOTIFY: JobDefinition<HeardEvent> = {
  name: 'notify',
  queue: 'reminders',
  summary: { ko: '일어난 일을 관계된 사람에게 알립니다.', en: 'Tells whoever an event concerns.' },
  payload: payloadOf({
    entryId: ID_SCHEMA,
    type: { type: 'string', enum: [...NOTICE_TYPES] },
    subjectId: ID_SCHEMA,
    roundId: orNull(ID_SCHEMA),
    provinceId: orNull(ID_SCHEMA),
    personId: orNull(ID_SCHEMA),
    step: orNull(textSchema(64)),
    until: orNull(INSTANT_SCHEMA),
  }),
  attempts: 10,
  backoff: BACKOFF,
  concurrency: 2,
  leaseMs: 30_000,
  hears: {
    types: NOTICE_TYPES,
    payload: (event: HistoryRecord): HeardEvent => ({
      entryId: event.id,
      type: event.type as HeardEvent['type'],
      subjectId: event.subject.id,
      roundId: event.roundId ?? null,
      provinceId: event.provinceId ?? null,
      personId: textIn(event, 'personId'),
      step: textIn(event, 'step'),
      until: textIn(event, 'deadline'),
    }),
  },
};

function textIn(event: HistoryRecord, name: string): string | null {
  const value = event.data?.[name];
  return typeof value === 'string' ? value : null;
}
