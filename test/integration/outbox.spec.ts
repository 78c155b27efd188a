import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AnyJob,
  ID_SCHEMA,
  type JobDefinition,
  JobRefused,
  payloadOf,
  PayloadError,
  type Tx,
} from '@daegaejo/platform';
import { CARRIERS, Machine } from '../support/machine.js';
import { type Dialect, openTestStore, type TestStore } from '../support/stores.js';
import { NOBODY } from '../support/unit-of-work.js';

type Payload = { readonly id: string };

const define = (name: string, more: Partial<JobDefinition<Payload>> = {}): JobDefinition<Payload> => ({
  name,
  queue: 'tested',
  summary: { ko: '시험', en: 'tested' },
  payload: payloadOf({ id: ID_SCHEMA }),
  attempts: 3,
  backoff: { firstMs: 10, factor: 1, maxMs: 10 },
  concurrency: 2,
  leaseMs: 5_000,
  ...more,
});

const EFFECT = define('effect');
const POISON = define('poison');
const HOPELESS = define('hopeless');
const OUTSIDE = define('outside', { leaseMs: 600, concurrency: 4 });
const SHY = define('shy', { dedupeKey: () => 'one' });
const LISTENING = define('listening', {
  hears: { types: ['Tested'], payload: ({ subject }) => ({ id: subject.id }) },
});
const JOBS: readonly AnyJob[] = [EFFECT, POISON, HOPELESS, OUTSIDE, SHY, LISTENING];

/** The effect of a test job: one history entry, told by its reason. */
const effect = (tx: Tx, name: string, id: string): Promise<void> =>
  tx.record({ type: 'Effect', subject: { kind: 'effect', id }, reason: name });

async function build(database: TestStore, performs: string[] = []): Promise<Machine> {
  const machine = await Machine.on(database.store, JOBS);
  const { catalogue } = machine.outbox;
  catalogue.handle(EFFECT, { store: (tx, { id }) => effect(tx, 'effect', id) });
  catalogue.handle(SHY, { store: (tx, { id }) => effect(tx, 'shy', id) });
  catalogue.handle(LISTENING, { store: (tx, { id }) => effect(tx, 'listening', id) });
  catalogue.handle(POISON, {
    store: async (tx, { id }) => {
      await effect(tx, 'poison', id); // must not survive the failure
      throw new Error('always fails');
    },
  });
  catalogue.handle(HOPELESS, {
    store: () => Promise.reject(new JobRefused('the receiver refuses')),
  });
  catalogue.handle(OUTSIDE, {
    perform: async ({ id }) => {
      performs.push(id);
      await sleep(performs.length === 1 ? 300 : 20);
      return undefined;
    },
    store: (tx, { id }) => effect(tx, 'outside', id),
  });
  catalogue.assertComplete();
  return machine;
}

async function effects(machine: Machine, name: string): Promise<string[]> {
  const rows = await machine.rows<{ id: string }>(
    `SELECT "subjectId" AS "id" FROM "history_entry" WHERE "type" = 'Effect' AND "reason" = ? ORDER BY "seq"`,
    [name],
  );
  return rows.map(({ id }) => id);
}

const promise = (machine: Machine, job: JobDefinition<Payload>, ids: readonly string[]): Promise<void> =>
  machine.unitOfWork.run(NOBODY, (tx) =>
    tx.enqueueAll(
      job,
      ids.map((id) => ({ id })),
    ),
  );

const ids = (n: number): string[] => Array.from({ length: n }, () => randomUUID());
const redisUrl = (): string => process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

describe.each(
  (['sqlite', 'postgres'] as Dialect[]).flatMap((dialect) => CARRIERS.map((carrier) => ({ dialect, carrier }))),
)('the outbox on $dialect, carried by $carrier', ({ dialect, carrier }) => {
  const here =
    (dialect === 'sqlite' || process.env.TEST_POSTGRES === '1') &&
    (carrier === 'lease runner' || process.env.TEST_REDIS === '1');
  const test = here ? it : it.skip;
  let database: TestStore;
  let machine: Machine;
  let stop: () => Promise<void> = async () => undefined;
  const performs: string[] = [];

  beforeEach(async () => {
    if (!here) return;
    performs.length = 0;
    database = await openTestStore(dialect);
    machine = await build(database, performs);
  });
  afterEach(async () => {
    if (!here) return;
    await stop();
    stop = async () => undefined;
    await database.drop();
  });

  test('given a transaction that fails, when it promised a job, then there is none; given one that commits, then its effect is there once', async () => {
    stop = machine.carry(carrier, redisUrl());
    const [lost, kept] = ids(2) as [string, string];
    await expect(
      machine.unitOfWork.run(NOBODY, async (tx) => {
        await tx.enqueue(EFFECT, { id: lost });
        throw new Error('business');
      }),
    ).rejects.toThrow('business');
    await promise(machine, EFFECT, [kept]);
    await machine.settled();
    expect(await effects(machine, 'effect')).toEqual([kept]);
    expect(await machine.states()).toEqual({ done: 1 });
  });

  test('given 200 jobs, when three processes carry the same outbox, then each effect is there exactly once', async () => {
    const others = [await build(database), await build(database)];
    const installation = randomUUID();
    const stops = [machine, ...others].map((one) => one.carry(carrier, redisUrl(), installation));
    stop = async () => void (await Promise.all(stops.map((end) => end())));
    const wanted = ids(200);
    await promise(machine, EFFECT, wanted.slice(0, 100));
    await promise(machine, OUTSIDE, wanted.slice(100));
    await machine.settled();
    expect((await effects(machine, 'effect')).toSorted()).toEqual(wanted.slice(0, 100).toSorted());
    expect((await effects(machine, 'outside')).toSorted()).toEqual(wanted.slice(100).toSorted());
  }, 60_000);

  test('given a poison job and one that is refused, then both become dead letters with their reasons, and the others are done', async () => {
    stop = machine.carry(carrier, redisUrl());
    const wanted = ids(20);
    await promise(machine, POISON, ids(1));
    await promise(machine, HOPELESS, ids(1));
    await promise(machine, EFFECT, wanted);
    await machine.settled();
    expect(await machine.states()).toEqual({ done: 20, dead: 2 });
    expect(await effects(machine, 'poison')).toEqual([]);
    expect((await effects(machine, 'effect')).toSorted()).toEqual(wanted.toSorted());
    const dead = await machine.rows<{ name: string; failures: number; error: string }>(
      `SELECT "name", "failures", "error" FROM "outbox_job" WHERE "state" = 'dead' ORDER BY "name"`,
    );
    expect(dead).toEqual([
      { name: 'hopeless', failures: 1, error: 'JobRefused: the receiver refuses' },
      { name: 'poison', failures: 3, error: 'Error: always fails' },
    ]);
  });

  test('given rows that do not parse or that nobody knows, then they become dead letters and block nothing', async () => {
    for (const [name, payload] of [
      ['effect', 'no json'],
      ['effect', '{"id":"no-uuid"}'],
      ['from-a-later-version', '{}'],
    ] as const)
      await machine.write(
        `INSERT INTO "outbox_job" ("id", "name", "queue", "payload", "state", "failures", "leases", "dueAt", "enqueuedAt")
         VALUES (?, ?, 'tested', ?, 'waiting', 0, 0, '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z')`,
        [randomUUID(), name, payload],
      );
    stop = machine.carry(carrier, redisUrl());
    const wanted = ids(5);
    await promise(machine, EFFECT, wanted);
    await machine.settled();
    expect(await machine.states()).toEqual({ done: 5, dead: 3 });
    expect((await effects(machine, 'effect')).toSorted()).toEqual(wanted.toSorted());
  });

  test('given a job with a dedupe key that waits, when it is promised again and again, then it runs once for all of them', async () => {
    for (const id of ids(30)) await promise(machine, SHY, [id]);
    stop = machine.carry(carrier, redisUrl());
    await machine.settled();
    expect(await effects(machine, 'shy')).toHaveLength(1);
  });

  test('given a run whose lease ran out, when another process takes the job over, then the effect is there once', async () => {
    const [id] = ids(1) as [string];
    await promise(machine, OUTSIDE, [id]);
    const first = machine.executor.runDue('outside', 1);
    while (performs.length === 0) await sleep(5);
    await machine.write(`UPDATE "outbox_job" SET "leaseUntil" = '2020-01-01T00:00:00.000Z' WHERE "name" = 'outside'`);
    const second = await build(database, performs);
    expect(await second.executor.runDue('outside', 1)).toBe(1);
    await first;
    expect(performs).toEqual([id, id]);
    expect(await effects(machine, 'outside')).toEqual([id]);
    expect(await machine.states()).toEqual({ done: 1 });
  });

  test('given a delay, then the job waits for it; given an event, then whoever hears of it is set off in its transaction', async () => {
    stop = machine.carry(carrier, redisUrl());
    const [late, heard] = ids(2) as [string, string];
    await machine.unitOfWork.run(NOBODY, async (tx) => {
      await tx.enqueue(EFFECT, { id: late }, { delayMs: 600 });
      await tx.record({ type: 'Tested', subject: { kind: 'test', id: heard } });
    });
    await sleep(300);
    expect(await effects(machine, 'effect')).toEqual([]);
    await machine.settled();
    expect(await effects(machine, 'effect')).toEqual([late]);
    expect(await effects(machine, 'listening')).toEqual([heard]);
  });

  test('given a payload that does not fit its schema, then it cannot be promised, and the transaction stores nothing', async () => {
    await expect(promise(machine, EFFECT, ['not an id'])).rejects.toThrow(PayloadError);
    expect(await machine.states()).toEqual({});
  });
});

(process.env.TEST_REDIS === '1' ? describe : describe.skip)('BullMQ as a carrier that fails', () => {
  let database: TestStore;
  let machine: Machine;
  beforeEach(async () => {
    database = await openTestStore('sqlite');
    machine = await build(database);
  });
  afterEach(() => database.drop());

  it('given a Redis that never answers, then writes are as fast as ever and the jobs are done all the same', async () => {
    const stop = machine.carry('BullMQ', 'redis://127.0.0.1:1');
    const wanted = ids(20);
    const started = performance.now();
    for (const id of wanted) await promise(machine, EFFECT, [id]);
    expect(performance.now() - started).toBeLessThan(1_500);
    await machine.settled();
    expect((await effects(machine, 'effect')).toSorted()).toEqual(wanted.toSorted());
    await stop();
  }, 40_000);

  it('given nudges that were lost (a flushed Redis), then a sweep tells of the jobs again and each is done once', async () => {
    const wanted = ids(20);
    await promise(machine, EFFECT, wanted); // nobody listens yet: their nudges are lost
    await machine.write(
      `UPDATE "outbox_job" SET "dueAt" = '2020-01-01T00:00:00.000Z', "enqueuedAt" = '2020-01-01T00:00:00.000Z'`,
    );
    const stop = machine.carry('BullMQ', redisUrl());
    await machine.settled();
    expect((await effects(machine, 'effect')).toSorted()).toEqual(wanted.toSorted());
    await stop();
  }, 40_000);
});

describe('the catalogue', () => {
  it.each([
    ['a job nobody does', [] as string[], /effect: 0 handlers/],
    ['a job done by two', ['effect', 'effect'], /effect: 2 handlers/],
    ['a handler without a job', ['effect', 'nothing'], /nothing: a handler without a job/],
  ])('refuses to start with %s', async (_what, handled, message) => {
    const database = await openTestStore('sqlite');
    const machine = await Machine.on(database.store, [EFFECT]);
    for (const name of handled) machine.outbox.catalogue.handle(define(name), { store: async () => undefined });
    expect(() => machine.outbox.catalogue.assertComplete()).toThrow(message);
    await database.drop();
  });
});
