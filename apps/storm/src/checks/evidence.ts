import type { RunDatabase } from '../database.js';

export interface Entry {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly subjectId: string;
  readonly requestId: string | null;
  readonly contentHash: string | null;
}
export interface Notice {
  readonly id: string;
  readonly personId: string;
  readonly tickKey: string;
  readonly kind: string;
  readonly subjectId: string;
}
export interface Job {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly payload: string;
  readonly leases: number;
  readonly failures: number;
  readonly error: string | null;
}
export interface Marked {
  readonly id: string;
  readonly text: string;
}

/** Events whose effects are counted: whoever they concern is told once. */
export const TOLD_EVENTS = ['OpinionIssued', 'RequestIssued', 'ScoreSheetReturned'];

/** What the database holds when everything is over. */
export interface Evidence {
  readonly entries: readonly Entry[];
  readonly opinions: readonly Marked[];
  readonly requests: readonly Marked[];
  readonly notices: readonly Notice[];
  /** Notice of each mail. */
  readonly mails: readonly { readonly noticeId: string | null }[];
  /** Deliveries of notices that are not there. */
  readonly astray: number;
  readonly jobs: readonly Job[];
}

export async function gather(database: RunDatabase): Promise<Evidence> {
  const kinds = TOLD_EVENTS.map((type) => `'${type}'`).join(', ');
  const entries = await database.rows<Entry>(
    'SELECT "seq", "id", "type", "subjectId", "requestId", "contentHash" FROM "history_entry" ORDER BY "seq"',
  );
  const [astray] = await database.rows<{ count: number | string }>(
    `SELECT COUNT(*) AS "count" FROM "delivery" d LEFT JOIN "notice" n ON n."id" = d."noticeId"
     WHERE d."noticeId" IS NOT NULL AND n."id" IS NULL`,
  );
  return {
    // PostgreSQL's driver answers wide integers as text.
    entries: entries.map((entry) => ({ ...entry, seq: Number(entry.seq) })),
    opinions: await database.rows('SELECT "id", "text" FROM "opinion"'),
    requests: await database.rows('SELECT "id", "title" AS "text" FROM "deadline_request"'),
    notices: await database.rows(
      `SELECT "id", "personId", "tickKey", "kind", "subjectId" FROM "notice" WHERE "kind" IN (${kinds})`,
    ),
    mails: await database.rows(`SELECT "noticeId" FROM "delivery" WHERE "channel" = 'mail'`),
    astray: Number(astray?.count),
    jobs: await database.rows(
      'SELECT "id", "name", "state", "payload", "leases", "failures", "error" FROM "outbox_job"',
    ),
  };
}

/** Where the history and the scores stood when the storm began. */
export interface Before {
  readonly seq: number;
  readonly revision: number;
}

export async function standing(database: RunDatabase, roundId: string): Promise<Before> {
  const [last] = await database.rows<{ seq: number | string }>('SELECT MAX("seq") AS "seq" FROM "history_entry"');
  const [progress] = await database.rows<{ revision: number }>(
    'SELECT "revision" FROM "score_progress" WHERE "roundId" = ?',
    [roundId],
  );
  return { seq: Number(last?.seq ?? 0), revision: progress?.revision ?? 0 };
}

/** Key of the write behind an entry: the request without its attempt. */
export const keyOf = ({ requestId }: Entry): string | null => requestId?.replace(/-\d+$/, '') ?? null;

/** Which attempt of the write it was. */
export const attemptOf = ({ requestId }: Entry): number => Number(/-(\d+)$/.exec(requestId ?? '')?.[1] ?? 0);
