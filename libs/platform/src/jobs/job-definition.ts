import type { HistoryRecord } from '../command/journal.js';
import type { Tx } from '../command/unit-of-work.js';
import type { Backoff } from '../rules/index.js';

/** JSON Schema of a payload (draft 7). Payloads hold ids, ISO instants, codes and counts; never records, never secrets. */
export interface PayloadSchema {
  readonly type: 'object';
  readonly additionalProperties: false;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, object>>;
}

/** Building blocks of payload schemas. */
export const ID_SCHEMA = {
  type: 'string',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
} as const;
export const INSTANT_SCHEMA = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
} as const;
export const textSchema = (maxLength: number): object => ({ type: 'string', minLength: 1, maxLength });

/** The schema of an object with exactly these properties, all of them required. */
export const payloadOf = (properties: Readonly<Record<string, object>>): PayloadSchema => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/** One kind of background work (작업). The catalogue of a process is the list of these. */
export interface JobDefinition<P extends object = object> {
  readonly name: string;
  /** Jobs of one queue share a transport queue and a line in the metrics. */
  readonly queue: string;
  /** What it does, for whoever looks at the catalogue. */
  readonly summary: { readonly ko: string; readonly en: string };
  readonly payload: PayloadSchema;
  /** Failures after which it is given up and kept as a dead letter. */
  readonly attempts: number;
  readonly backoff: Backoff;
  /** Runs at the same time in one process. */
  readonly concurrency: number;
  /** How long a run outside a transaction may be silent before another process takes the job over. */
  readonly leaseMs: number;
  /** While a job with this key waits, enqueueing another one changes nothing. */
  readonly dedupeKey?: (payload: P) => string;
  /** Enqueued by itself, every so many seconds. */
  readonly everySeconds?: number;
  /** Enqueued in the transaction of these history events; null = not for this one. */
  readonly hears?: { readonly types: readonly string[]; readonly payload: (event: HistoryRecord) => object | null };
}
/** Any kind of job, where its payload does not matter. */
export type AnyJob = JobDefinition<never>;

/** What a run outside a transaction may know and say. */
export interface JobRun {
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Shows how far it is; kept with the job, at most once a second. */
  report(progress: { readonly done: number; readonly total: number }): void;
}

/**
 * Does a kind of job. `store` runs in the transaction that marks the job done: its effect happens exactly once.
 * What cannot be undone or takes long (mail, HTTP, arithmetic over a whole round) belongs into `perform`, before it,
 * outside any transaction: it may happen again after a crash, so it must be idempotent or carry an id the receiver knows.
 */
export interface JobHandler<P extends object, R = undefined> {
  readonly perform?: (payload: P, run: JobRun) => Promise<R>;
  readonly store: (tx: Tx, payload: P, result: R) => Promise<void>;
}

/** The job cannot succeed, however often it is tried: it becomes a dead letter at once, with this reason. */
export class JobRefused extends Error {
  override readonly name = 'JobRefused';
}
