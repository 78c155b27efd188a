import { setTimeout as sleep } from 'node:timers/promises';
import { IdempotencyRecordEntity, type Tx, type UnitOfWork } from '@daegaejo/platform';
import { type Dialect, openTestStore, type TestStore } from '../support/stores.js';
import { NOBODY, unitOfWorkOn } from '../support/unit-of-work.js';

const CLIENTS = 40;
const PLAN: readonly [Dialect, number][] = [
  ['sqlite', 30_000],
  ['postgres', 6_000],
];

/** Two rows in one transaction, in two tables, under one name. */
async function writePair(tx: Tx, name: string, fail: 'never' | 'before' | 'between' | 'after'): Promise<string> {
  if (fail === 'before') throw new Error('on purpose');
  await tx.manager.insert(IdempotencyRecordEntity, {
    id: name,
    operation: 'test',
    requestHash: '',
    answer: '',
    createdAt: tx.now,
  });
  if (fail === 'between') throw new Error('on purpose');
  await sleep(0); // other requests get their turn while this transaction is open
  await tx.record({ type: 'Tested', subject: { kind: 'test', id: tx.newId() }, reason: name });
  if (fail === 'after') throw new Error('on purpose');
  return name;
}

async function client(
  unitOfWork: UnitOfWork,
  offset: number,
  names: readonly string[],
): Promise<{ acknowledged: string[]; refused: string[] }> {
  const log = { acknowledged: [] as string[], refused: [] as string[] };
  for (const [index, name] of names.entries()) {
    const fail =
      (index + offset) % 4 === 0 ? (['before', 'between', 'after'] as const)[Math.floor(index / 4) % 3] : 'never';
    try {
      log.acknowledged.push(await unitOfWork.run(NOBODY, (tx) => writePair(tx, name, fail ?? 'never')));
    } catch {
      log.refused.push(name);
    }
  }
  return log;
}

describe.each(PLAN)('one unit of work on %s', (dialect, requests) => {
  const runs = dialect === 'sqlite' || process.env.TEST_POSTGRES === '1' ? it : it.skip;
  let database: TestStore;
  afterAll(() => database?.drop());

  runs(
    `given ${CLIENTS} clients and ${requests} requests, a quarter failing on purpose, then every acknowledged write is there and no refused one`,
    async () => {
      database = await openTestStore(dialect);
      const { store } = database;
      const unitOfWork = await unitOfWorkOn(store);
      const each = requests / CLIENTS;
      const watching = new AbortController();
      let halves = 0;
      const watcher = (async () => {
        while (!watching.signal.aborted) {
          const [row] = await store.reader.query(
            'SELECT (SELECT COUNT(*) FROM "idempotency_record") AS "a", (SELECT COUNT(*) FROM "history_entry") AS "b"',
          );
          if (Number(row.a) !== Number(row.b)) halves += 1;
          await sleep(50);
        }
      })();
      const logs = await Promise.all(
        Array.from({ length: CLIENTS }, (_, index) =>
          client(
            unitOfWork,
            index,
            Array.from({ length: each }, (_unused, number) => `c${index}-${number}`),
          ),
        ),
      );
      watching.abort();
      await watcher;
      const acknowledged = logs.flatMap((log) => log.acknowledged).sort();
      const refused = logs.flatMap((log) => log.refused);
      expect(refused).toHaveLength(requests / 4);
      expect(acknowledged).toHaveLength((requests * 3) / 4);
      const keys: { name: string }[] = await store.reader.query('SELECT "id" AS "name" FROM "idempotency_record"');
      const entries: { name: string }[] = await store.reader.query('SELECT "reason" AS "name" FROM "history_entry"');
      expect(keys.map(({ name }) => name).sort()).toEqual(acknowledged);
      expect(entries.map(({ name }) => name).sort()).toEqual(acknowledged);
      expect(halves).toBe(0);
    },
    300_000,
  );

  runs(
    'given a transaction that ended, when its manager is used again, then it fails instead of joining another one',
    async () => {
      const unitOfWork = await unitOfWorkOn(database.store);
      let escaped: Tx | undefined;
      await unitOfWork.run(NOBODY, async (tx) => {
        escaped = tx;
        return writePair(tx, `${dialect}-escaped`, 'never');
      });
      await expect(writePair(escaped as Tx, `${dialect}-late`, 'never')).rejects.toThrow();
      const found = await database.store.reader.query(
        `SELECT COUNT(*) AS "n" FROM "idempotency_record" WHERE "id" = '${dialect}-late'`,
      );
      expect(Number(found[0].n)).toBe(0);
    },
  );
});

describe('two processes on one SQLite file', () => {
  it('given two stores on the same file, when both write, then all writes stand and the event loop never freezes', async () => {
    const first = await openTestStore('sqlite');
    const second = await openTestStore('sqlite', first.dataDir);
    let worst = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      worst = Math.max(worst, performance.now() - last - 5);
      last = performance.now();
    }, 5);
    const units = [await unitOfWorkOn(first.store), await unitOfWorkOn(second.store)];
    const logs = await Promise.all(
      units.flatMap((unit, process) =>
        Array.from({ length: 8 }, (_, index) =>
          client(
            unit,
            index,
            Array.from({ length: 40 }, (_unused, number) => `p${process}-c${index}-${number}`),
          ),
        ),
      ),
    );
    clearInterval(pulse);
    const acknowledged = logs.flatMap((log) => log.acknowledged);
    const [{ n }] = await first.store.reader.query('SELECT COUNT(*) AS "n" FROM "idempotency_record"');
    expect(acknowledged).toHaveLength(480);
    expect(Number(n)).toBe(480);
    expect(worst).toBeLessThan(500);
    await second.store.close();
    await first.drop();
  }, 60_000);
});
