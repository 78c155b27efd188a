import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDatabase } from '@daegaejo/composition';
import { readEnv } from '@daegaejo/config';
import { addDays, atSeoul, seoulDay } from '@daegaejo/platform/rules';
import { DEMO_PASSWORD } from '@daegaejo/rehearsal';
import { ask, type BenchDatabase, DURABILITY, type Engine, fill, openDatabase } from './database.js';
import { type Bench, type Effort, type Entry, figure, mustEqual } from './measure.js';
import {
  assignmentRow,
  planRow,
  policyOf2020,
  SEEDED_AT,
  seedPeople,
  seedProvinces,
  seedRound,
  sheetRow,
} from './round-seed.js';
import { startAsker, startServer } from './server.js';
import type { Seen } from './latency.js';

const CONNECTIONS = 8;
const PLANS = 20;
const TIME_LIMIT = 240_000;

/** Evaluators with a sheet in hand each, in a round whose scoring ends tomorrow. */
async function seedEvaluators({ bare }: BenchDatabase, count: number): Promise<void> {
  const people = await seedPeople(bare, count);
  const owner = people[0] ?? '';
  const roundId = await seedRound(bare, policyOf2020(), owner);
  const plans = (await seedProvinces(bare, PLANS)).map((provinceId) => planRow(roundId, provinceId, owner));
  await fill(bare, 'plan', plans);
  await fill(
    bare,
    'panel_member',
    people.map((personId) => ({
      id: personId,
      roundId,
      personId,
      chair: false,
      state: 'pledged',
      invitedAt: SEEDED_AT,
      pledgedAt: SEEDED_AT,
      version: 1,
    })),
  );
  const assignments = people.map((personId, no) =>
    assignmentRow(roundId, plans[no % PLANS]?.id ?? '', personId, `E${Math.floor(no / PLANS) + 1}`),
  );
  await fill(bare, 'evaluator_assignment', assignments);
  await fill(
    bare,
    'score_sheet',
    assignments.map((assignment) => sheetRow(assignment, 'open', [])),
  );
  if (bare.engine === 'postgres') await ask(bare, 'ANALYZE');
  else bare.sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/** A minute after the reminders of the day before the deadline come due (09:00). */
const momentOfReminders = (): string => atSeoul(addDays(seoulDay(policyOf2020().calendar.deadlines.scoring), -1), 9, 1);

async function call<T>(url: string, method: string, path: string, body: object, token?: string): Promise<T> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const countOf = async ({ bare }: BenchDatabase, statement: string): Promise<number> =>
  Number((await ask<{ count: number | string }>(bare, statement))[0]?.count);

const UNDER_WAY = `SELECT COUNT(*) AS "count" FROM "outbox_job" WHERE "name" IN ('sweep-reminders', 'remind') AND "state" IN ('waiting', 'running')`;

/** Until nothing about reminders is promised or under way. */
async function quiet(database: BenchDatabase): Promise<void> {
  const giveUp = performance.now() + TIME_LIMIT;
  while ((await countOf(database, UNDER_WAY)) > 0) {
    if (performance.now() > giveUp) throw new Error(`not done within ${TIME_LIMIT} ms`);
    await sleep(50);
  }
}

/** Throws unless everybody has exactly one notice, of the right tick, and it has exactly one delivery. */
async function verifyNotices(database: BenchDatabase, n: number): Promise<void> {
  const expected: readonly [string, string][] = [
    ['notices', 'SELECT COUNT(*) AS "count" FROM "notice"'],
    ['people with a notice', 'SELECT COUNT(DISTINCT "personId") AS "count" FROM "notice" WHERE "step" = \'D-1\''],
    ['deliveries', 'SELECT COUNT(*) AS "count" FROM "delivery"'],
    [
      'notices with a delivery',
      'SELECT COUNT(DISTINCT d."noticeId") AS "count" FROM "delivery" d JOIN "notice" n ON n."id" = d."noticeId" AND n."personId" = d."personId"',
    ],
  ];
  for (const [what, statement] of expected) mustEqual(what, await countOf(database, statement), n);
  const undone = `SELECT COUNT(*) AS "count" FROM "outbox_job" WHERE "name" = 'remind' AND ("state" <> 'done' OR "failures" > 0)`;
  mustEqual('jobs that failed', await countOf(database, undone), 0);
}

async function remindAll(name: string, engine: Engine, { quick }: Effort): Promise<Entry> {
  const n = quick ? 5_000 : 100_000;
  const idleMs = quick ? 3_000 : 10_000;
  const database = await openDatabase(engine, false);
  try {
    await prepareDatabase(database.store, readEnv({ DEMO: 'people' }));
    await seedEvaluators(database, n);
    await database.closeStore();
    const server = await startServer(database.dataDir, database.url);
    try {
      const { accessToken } = await call<{ accessToken: string }>(server.url, 'POST', '/auth/login', {
        username: 'admin',
        password: DEMO_PASSWORD,
      });
      const asker = startAsker(`${server.url}/api/v1/auth/session`, accessToken, CONNECTIONS);
      const idle = async (): Promise<Seen> => {
        await quiet(database);
        await sleep(1_000);
        return asker.during(() => sleep(idleMs).then(() => undefined));
      };
      const before = await idle();
      let took = 0;
      const meanwhile = await asker.during(async () => {
        await call(server.url, 'PUT', '/rehearsal/clock', { now: momentOfReminders() }, accessToken);
        const started = performance.now();
        await quiet(database);
        took = performance.now() - started;
      });
      const after = await idle();
      await asker.stop();
      await verifyNotices(database, n);
      const calm = (before.p99 + after.p99) / 2;
      return {
        name,
        ours: figure(meanwhile.p99),
        reference: figure(calm),
        referenceName: `the p99 of the same request when nothing else happens (before ${figure(before.p99)}, after ${figure(after.p99)})`,
        ratio: figure(meanwhile.p99 / calm),
        target: 1.5,
        unit: 'ms p99 of GET /auth/session, 8 connections',
        n,
        engine: DURABILITY[engine],
        seconds: figure(took / 1_000),
        remindersPerSecond: Math.round((n / took) * 1_000),
        before: figures(before),
        meanwhile: figures(meanwhile),
        after: figures(after),
      };
    } finally {
      await server.stop();
    }
  } finally {
    await database.drop();
  }
}

const figures = (seen: Seen): Record<string, number> =>
  Object.fromEntries(Object.entries(seen).map(([what, value]: [string, number]) => [what, figure(value)]));

const ENGINE_OF: Readonly<Record<string, Engine>> = {
  'reminders-100k': 'sqlite',
  'reminders-100k-postgres': 'postgres',
};

export const REMINDERS: Bench = {
  names: Object.keys(ENGINE_OF),
  needs: (name) => (ENGINE_OF[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) yield await remindAll(name, ENGINE_OF[name] ?? 'sqlite', effort);
  },
};
