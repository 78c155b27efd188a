import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import {
  databaseTime,
  type JobCatalogue,
  type Locale,
  type Messages,
  notFound,
  OutboxJobEntity,
  type Page,
  pageByTime,
  type Reading,
  rowsOf,
  sentence,
} from '@daegaejo/platform';
import { allowedActions, JOB_TABLE } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import type { JobKindView, JobQuery, JobView } from './http/jobs.dto.js';
import { OPERATIONS_MESSAGES } from './messages.js';

type Dialect = 'sqlite' | 'postgres';

/** Jobs, newest first; for administrators. */
export async function listJobs(
  { manager }: Reading,
  actor: Actor,
  query: JobQuery,
  locale: Locale,
): Promise<Page<JobView>> {
  authorise(actor, 'listJobs');
  const select = manager.createQueryBuilder(OutboxJobEntity, 'job');
  if (query.state !== undefined) select.andWhere('job.state = :state', { state: query.state });
  if (query.name !== undefined) select.andWhere('job.name = :name', { name: query.name });
  const page = await pageByTime(select, 'enqueuedAt', query, 'newest');
  return { ...page, items: page.items.map((row) => jobView(row, locale)) };
}

export async function getJob({ manager }: Reading, actor: Actor, id: string, locale: Locale): Promise<JobView> {
  authorise(actor, 'getJob');
  const job = await manager.findOneBy(OutboxJobEntity, { id });
  if (job === null) throw notFound();
  return jobView(job, locale);
}

/** The catalogue with how many jobs of each kind are where. */
export async function listJobKinds(
  { manager, dialect }: Reading,
  actor: Actor,
  catalogue: JobCatalogue,
  locale: Locale,
): Promise<Page<JobKindView>> {
  authorise(actor, 'listJobKinds');
  const counts = await countJobs(manager, dialect);
  const items = catalogue.all.map((job) => {
    const own = counts.filter(({ name }) => name === job.name);
    return {
      name: job.name,
      queue: job.queue,
      summary: job.summary[locale],
      payload: job.payload,
      attempts: job.attempts,
      backoff: job.backoff,
      concurrency: job.concurrency,
      everySeconds: job.everySeconds ?? null,
      counts: Object.fromEntries(own.map(({ state, count }) => [state, count])),
      oldestDueAt: own.map(({ oldestDueAt }) => oldestDueAt).find((at) => at !== null) ?? null,
    };
  });
  return { items, nextCursor: null };
}

export interface JobCount {
  readonly name: string;
  readonly state: string;
  readonly count: number;
  /** When the oldest job that is due came due; null where none is. */
  readonly oldestDueAt: string | null;
  /** How long that is ago, by the database's clock. */
  readonly oldestSeconds: number;
}

/** How many jobs of each name are in each state, and how long the oldest due one waits. */
export async function countJobs(manager: EntityManager, dialect: Dialect): Promise<JobCount[]> {
  const now = databaseTime(dialect);
  const rows = await rowsOf<{
    name: string;
    state: string;
    count: number | string;
    oldest: string | null;
    now: string;
  }>(
    manager,
    dialect,
    `SELECT "name", "state", COUNT(*) AS "count", ${now} AS "now",
       MIN(CASE WHEN "state" IN ('waiting', 'running') AND "dueAt" <= ${now} THEN "dueAt" END) AS "oldest"
     FROM "outbox_job" GROUP BY "name", "state"`,
  );
  return rows.map(({ name, state, count, oldest, now: at }) => ({
    name,
    state,
    count: Number(count),
    oldestDueAt: oldest,
    oldestSeconds: oldest === null ? 0 : Math.max(0, (Date.parse(at) - Date.parse(oldest)) / 1_000),
  }));
}

export function jobView(job: OutboxJobEntity, locale: Locale): JobView {
  return {
    id: job.id,
    name: job.name,
    queue: job.queue,
    state: job.state,
    payload: readable(job.payload),
    failures: job.failures,
    leases: job.leases,
    dueAt: job.dueAt,
    enqueuedAt: job.enqueuedAt,
    finishedAt: job.finishedAt,
    progress: job.progress,
    error: job.error,
    explanation: explain(job, locale, OPERATIONS_MESSAGES),
    requestId: job.requestId,
    allowed: allowedActions(JOB_TABLE, job.state).filter((action) => action === 'retry'),
  };
}

function readable(payload: string): unknown {
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return payload;
  }
}

function explain(job: OutboxJobEntity, locale: Locale, messages: Messages): string | null {
  if (job.state === 'dead') {
    const kind = /^(PayloadError|JobRefused)/.exec(job.error ?? '')?.[1];
    const code =
      kind === 'PayloadError' ? 'job.dead.payload' : kind === 'JobRefused' ? 'job.dead.refused' : 'job.dead.failed';
    return sentence(messages, locale, code, { failures: job.failures });
  }
  if (job.state === 'waiting' && job.failures > 0)
    return sentence(messages, locale, 'job.waiting.again', { failures: job.failures });
  return null;
}
