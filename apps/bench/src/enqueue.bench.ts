import { randomUUID } from 'node:crypto';
import { JOBS } from '@daegaejo/composition';
import { JobCatalogue, type JobDefinition, type Tx } from '@daegaejo/platform';
import { ask, type Bare, type BenchDatabase, DURABILITY, type Engine, openDatabase } from './database.js';
import { type Bench, type Effort, type Entry, entryOf, inTurn, mustEqual, timed } from './measure.js';
import { clear, effectJob, SYSTEM, workshopOn } from './workshop.js';

/** What one transaction costs more when it promises a job. */
async function inTransaction(name: string, engine: Engine, { quick, pairs }: Effort): Promise<Entry> {
  const database = await openDatabase(engine);
  try {
    const job = effectJob(1);
    const { unitOfWork } = workshopOn(database.store, new JobCatalogue([job]));
    const n = quick ? 200 : 1_000;
    const many = (more: (tx: Tx, no: number) => Promise<void>) => async (): Promise<number> => {
      await clear(database, 'outbox_job');
      const before = await entries(database.bare);
      const took = await timed(async () => {
        for (let no = 0; no < n; no += 1)
          await unitOfWork.run(SYSTEM, async (tx) => {
            await tx.record({ type: 'BenchDone', subject: { kind: 'bench', id: randomUUID() }, data: { no } });
            await more(tx, no);
          });
      });
      mustEqual('history entries', (await entries(database.bare)) - before, n);
      return took;
    };
    const ours = many((tx, no) => tx.enqueue(job, { no }));
    const measured = await inTurn(
      pairs,
      async () => {
        const took = await ours();
        mustEqual('promised jobs', await waiting(database.bare), n);
        return took;
      },
      many(async () => undefined),
    );
    return entryOf(
      measured.map(({ ours: a, reference, ratio }) => ({ ours: a / n, reference: reference / n, ratio })),
      {
        name,
        referenceName: 'the same unit of work without the job',
        target: 1.5,
        unit: 'ms per transaction',
        n,
        engine: DURABILITY[engine],
      },
    );
  } finally {
    await database.drop();
  }
}

const countOf =
  (statement: string) =>
  async (bare: Bare): Promise<number> =>
    Number((await ask<{ count: number | string }>(bare, statement))[0]?.count);
const entries = countOf('SELECT COUNT(*) AS "count" FROM "history_entry"');
const waiting = countOf(`SELECT COUNT(*) AS "count" FROM "outbox_job" WHERE "state" = 'waiting'`);

const COLUMNS = [
  'id',
  'name',
  'queue',
  'payload',
  'dedupeKey',
  'requestId',
  'state',
  'failures',
  'leases',
  'dueAt',
  'enqueuedAt',
] as const;
/** Rows of one statement; the same as the outbox takes. */
const ROWS = 400;

/** Five thousand reminders promised at once, against the same rows written by the driver alone. */
async function reminders(name: string, engine: Engine, { quick, pairs }: Effort): Promise<Entry> {
  const database = await openDatabase(engine);
  try {
    const remind = JOBS.find((job) => job.name === 'remind') as unknown as JobDefinition<Reminder>;
    const { unitOfWork } = workshopOn(database.store, new JobCatalogue([remind] as never));
    const [n, times] = quick ? [1_000, 3] : [5_000, 10];
    const roundId = randomUUID();
    const payloads = Array.from({ length: n }, () => ({ roundId, kind: 'score-plans', subjectIds: [randomUUID()] }));
    const repeated = (once: () => Promise<unknown>) => async (): Promise<number> => {
      let took = 0;
      for (let time = 0; time < times; time += 1) {
        await clear(database, 'outbox_job');
        took += await timed(once);
        mustEqual('promised jobs', await waiting(database.bare), n);
      }
      return took / times;
    };
    const rows = payloads.map((payload) => bareRow(remind, payload));
    const measured = await inTurn(
      pairs,
      repeated(() => unitOfWork.run(SYSTEM, (tx) => tx.enqueueAll(remind, payloads))),
      repeated(() => insertBare(database, rows)),
    );
    return entryOf(measured, {
      name,
      referenceName: `multi-row INSERT of the same rows by the driver, ${ROWS} a statement, one transaction`,
      target: 1.5,
      unit: 'ms',
      n,
      engine: DURABILITY[engine],
      perSecond: Math.round((n / (measured[0]?.ours ?? 1)) * 1_000),
    });
  } finally {
    await database.drop();
  }
}

interface Reminder {
  readonly roundId: string;
  readonly kind: string;
  readonly subjectIds: readonly string[];
}

function bareRow({ name, queue, dedupeKey }: JobDefinition<Reminder>, payload: Reminder): unknown[] {
  const now = new Date().toISOString();
  const key = `${name}:${dedupeKey?.(payload)}`;
  return [randomUUID(), name, queue, JSON.stringify(payload), key, null, 'waiting', 0, 0, now, now];
}

async function insertBare({ bare }: BenchDatabase, rows: readonly (readonly unknown[])[]): Promise<void> {
  const statementFor = (count: number, place: (at: number) => string): string => {
    const lines = Array.from(
      { length: count },
      (_, row) => `(${COLUMNS.map((_column, at) => place(row * COLUMNS.length + at)).join(', ')})`,
    );
    return `INSERT INTO "outbox_job" (${COLUMNS.map((column) => `"${column}"`).join(', ')}) VALUES ${lines.join(', ')}`;
  };
  const chunks = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, at) =>
    rows.slice(at * ROWS, (at + 1) * ROWS),
  );
  if (bare.engine === 'sqlite') {
    bare.sqlite.transaction(() => {
      for (const chunk of chunks) bare.sqlite.prepare(statementFor(chunk.length, () => '?')).run(chunk.flat());
    })();
    return;
  }
  const client = await bare.pool.connect();
  try {
    await client.query('BEGIN');
    for (const chunk of chunks)
      await client.query(
        statementFor(chunk.length, (at) => `$${at + 1}`),
        chunk.flat(),
      );
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

const ENGINE_OF: Readonly<Record<string, Engine>> = {
  'enqueue-in-transaction': 'sqlite',
  'enqueue-in-transaction-postgres': 'postgres',
  'reminders-enqueue': 'sqlite',
  'reminders-enqueue-postgres': 'postgres',
};

export const ENQUEUE: Bench = {
  names: Object.keys(ENGINE_OF),
  needs: (name) => (ENGINE_OF[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names)
      yield await (name.startsWith('reminders') ? reminders : inTransaction)(name, ENGINE_OF[name] ?? 'sqlite', effort);
  },
};
