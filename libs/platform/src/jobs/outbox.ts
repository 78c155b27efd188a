import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { prepared } from '../data/prepared.js';
import type { JobCatalogue } from './job-catalogue.js';
import type { JobDefinition } from './job-definition.js';
import { databaseTime, rowsOf } from './job-sql.js';

/** A job that was promised in a transaction, for those who carry it out once that is committed. */
export interface Promised {
  readonly id: string;
  readonly name: string;
  readonly queue: string;
  readonly delayMs: number;
}

export interface EnqueueOptions {
  /** Not before so many milliseconds from now. */
  readonly delayMs?: number;
  readonly requestId?: string | null;
}

/** Rows of one INSERT; well below both stores' limits on parameters. */
const CHUNK = 400;
const FEW = 8;
/** What is different from row to row. */
const COLUMNS = ['id', 'name', 'queue', 'payload', 'dedupeKey', 'requestId'] as const;

/** Writes jobs into the outbox, inside the transaction that makes them necessary, and tells whoever carries them out. */
export class Outbox {
  private readonly carriers = new Set<(promised: readonly Promised[]) => void>();

  constructor(readonly catalogue: JobCatalogue) {}

  /** Calls `carry` after every commit that promised something. It must not throw and is never waited for. */
  onPromise(carry: (promised: readonly Promised[]) => void): () => void {
    this.carriers.add(carry);
    return () => this.carriers.delete(carry);
  }

  /** The transaction that promised these is committed. */
  committed(promised: readonly Promised[]): void {
    if (promised.length > 0) for (const carry of this.carriers) carry(promised);
  }

  /**
   * Promises one job per payload. Where a job with the same dedupe key waits already it stays the only one (and comes due at the
   * earlier of both times): the row is locked, so that nobody can start it before this transaction is committed and miss it.
   */
  async enqueue<P extends object>(
    manager: EntityManager,
    dialect: 'sqlite' | 'postgres',
    definition: JobDefinition<P>,
    payloads: readonly P[],
    options: EnqueueOptions = {},
  ): Promise<Promised[]> {
    const delayMs = options.delayMs ?? 0;
    const promised: Promised[] = [];
    const unique = new Map<string, unknown[]>();
    for (const payload of payloads) {
      this.catalogue.check(definition as unknown as JobDefinition, payload);
      const id = randomUUID();
      const key = definition.dedupeKey === undefined ? null : `${definition.name}:${definition.dedupeKey(payload)}`;
      if (key !== null && unique.has(key)) continue;
      const row = [id, definition.name, definition.queue, JSON.stringify(payload), key, options.requestId ?? null];
      unique.set(key ?? id, row);
      promised.push({ id, name: definition.name, queue: definition.queue, delayMs });
    }
    const rows = [...unique.values()];
    for (let start = 0; start < rows.length; start += CHUNK)
      await insert(manager, dialect, rows.slice(start, start + CHUNK), delayMs);
    return promised;
  }
}

async function insert(
  manager: EntityManager,
  dialect: 'sqlite' | 'postgres',
  rows: readonly (readonly unknown[])[],
  delayMs: number,
): Promise<void> {
  const due = databaseTime(dialect, delayMs);
  const now = databaseTime(dialect);
  // Many rows are a few long lists for PostgreSQL: it reads those much faster than thousands of parameters.
  const [source, values] =
    dialect === 'postgres' && rows.length > FEW
      ? [
          `SELECT "row".*, 'waiting', 0, 0, (SELECT ${due}), (SELECT ${now}) FROM unnest(${COLUMNS.map(() => '?::text[]').join(', ')}) AS "row"`,
          columnsOf(rows),
        ]
      : [
          `VALUES ${rows.map((row) => `(${row.map(() => '?').join(', ')}, 'waiting', 0, 0, ${due}, ${now})`).join(', ')}`,
          rows.flat(),
        ];
  const statement = `INSERT INTO "outbox_job" (${COLUMNS.map((column) => `"${column}"`).join(', ')}, "state", "failures", "leases", "dueAt", "enqueuedAt")
     ${source}
     ON CONFLICT ("dedupeKey") WHERE "state" = 'waiting' DO UPDATE SET "dueAt" =
       CASE WHEN excluded."dueAt" < "outbox_job"."dueAt" THEN excluded."dueAt" ELSE "outbox_job"."dueAt" END`;
  // what nearly every write promises: a few jobs, at once
  if (rows.length <= FEW && delayMs === 0) await prepared(manager, statement, values);
  else await rowsOf(manager, dialect, statement, values);
}

/** Rows as the columns they make. */
const columnsOf = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  COLUMNS.map((_column, at) => rows.map((row) => row[at]));
