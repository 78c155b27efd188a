import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { byLoop } from './aggregate-floors.js';
import { Corrections } from './corrections.js';
import { type BenchDatabase, DURABILITY, type Engine } from './database.js';
import { verifyList } from './list-check.js';
import { type Bench, type Effort, type Entry, entryOf, inTurn, median, mustEqual, timed } from './measure.js';
import { asked, RawClient } from './raw-client.js';
import { type LockedRound, openLocked } from './round-world.js';
import { type Server, startBareServer, startLoader, startServer } from './server.js';

const CLIENTS = 16;
/** One list after the other until this much time is up, in milliseconds. */
const LONG_ENOUGH = { quick: 700, full: 2_000 };
const LOAD = { quick: 2_500, full: 6_000 };
/** Between two changes of the scores, in milliseconds. */
const WRITE_EVERY = 1_000;
/** Beyond this a change is taken for lost. */
const PATIENCE = 60_000;

/** The product on a locked round, and the framework alone with the same bytes. */
interface Scene {
  readonly database: BenchDatabase;
  readonly round: LockedRound;
  readonly ours: Server;
  readonly bare: Server;
  /** The list as it is served. */
  readonly list: Buffer;
}

const listPath = ({ roundId }: LockedRound): string => `/api/v1/rounds/${roundId}/ranking-list`;
const signedIn = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

/** The list, once it is the last word on the scores. */
async function settledList(client: RawClient, round: LockedRound): Promise<Buffer> {
  const giveUp = performance.now() + PATIENCE;
  for (;;) {
    const list = await asked(client, listPath(round), signedIn(round.secretariat));
    if (list.toString('latin1', 0, 16) === '{"pending":false') return list;
    if (performance.now() > giveUp) throw new Error(`the ranking was not computed within ${PATIENCE} ms`);
    await sleep(20);
  }
}

async function onScene<T>(engine: Engine, plans: number, work: (scene: Scene) => Promise<T>): Promise<T> {
  const { database, rounds } = await openLocked(engine, [plans]);
  const round = rounds[0] as LockedRound;
  try {
    const ours = await startServer(database.dataDir, database.url);
    try {
      const client = await RawClient.open(ours.url);
      const list = await settledList(client, round);
      client.close();
      verifyList(list, round, byLoop(round));
      const listFile = path.join(database.dataDir, 'list.json');
      writeFileSync(listFile, list);
      const bare = await startBareServer({ listFile });
      try {
        return await work({ database, round, ours, bare, list });
      } finally {
        await bare.stop();
      }
    } finally {
      await ours.stop();
    }
  } finally {
    await database.drop();
  }
}

/** One client, one list after the other: the median time of one. Every answer must be the list, byte for byte. */
async function unchanged(name: string, engine: Engine, plans: number, { quick, pairs }: Effort): Promise<Entry> {
  return onScene(engine, plans, async ({ round, ours, bare, list }) => {
    const once = (client: RawClient, at: string, token: string | null) => async (): Promise<number> => {
      const times: number[] = [];
      const question = token === null ? {} : signedIn(token);
      const end = performance.now() + (quick ? LONG_ENOUGH.quick : LONG_ENOUGH.full);
      while (performance.now() < end) {
        let body: Buffer | undefined;
        times.push(
          await timed(async () => {
            body = await asked(client, at, question);
          }),
        );
        mustEqual('the list is the same', body?.equals(list), true);
      }
      return median(times);
    };
    const [product, framework] = [await RawClient.open(ours.url), await RawClient.open(bare.url)];
    const measured = await inTurn(
      pairs,
      once(product, listPath(round), round.secretariat),
      once(framework, '/list', null),
    );
    product.close();
    framework.close();
    return entryOf(measured, {
      name,
      referenceName: 'the same bytes, ready, from a route of Nest on Fastify without guard or database',
      target: 2,
      unit: 'ms p50, 1 client',
      n: plans,
      engine: DURABILITY[engine],
      bytes: list.length,
    });
  });
}

/** Sixteen clients while a score changes every second; every list must be a whole version, and none older than the last. */
async function throughput(name: string, engine: Engine, plans: number, { quick, pairs }: Effort): Promise<Entry> {
  return onScene(engine, plans, async ({ database, round, ours, bare }) => {
    const ms = quick ? LOAD.quick : LOAD.full;
    const most = (pairs + 1) * Math.ceil(ms / WRITE_EVERY + 1);
    const corrections = await Corrections.on(database.bare, ours.url, round, most);
    const loader = startLoader();
    const client = await RawClient.open(ours.url);
    const load = { connections: CLIENTS, ms, plans };
    let [requests, seconds, writes, versions] = [0, 0, 0, 0];
    const measured = await inTurn(
      pairs,
      async () => {
        const end = performance.now() + ms;
        const loaded = loader.carryOut({ ...load, address: ours.url + listPath(round), token: round.secretariat });
        loaded.catch(() => undefined); // it is waited for below
        while (performance.now() < end && corrections.left > 0) {
          const started = performance.now();
          await corrections.approve(await corrections.propose());
          writes += 1;
          const rest = Math.max(0, WRITE_EVERY - (performance.now() - started));
          await Promise.race([sleep(rest), loaded]);
        }
        const seen = await loaded;
        if (seen.versions < 2) throw new Error('nobody saw a change of the list');
        requests += seen.requests;
        seconds += seen.seconds;
        versions += seen.versions;
        verifyList(await settledList(client, round), round, byLoop(round));
        return (seen.seconds / seen.requests) * 1_000;
      },
      async () => {
        const seen = await loader.carryOut({ ...load, address: `${bare.url}/list`, token: null });
        return (seen.seconds / seen.requests) * 1_000;
      },
    );
    corrections.close();
    client.close();
    await loader.stop();
    const entry = entryOf(measured, {
      name,
      referenceName: 'the same list from a route of Nest on Fastify without guard or database, and no writes',
      target: 4,
      unit: `ms a list, ${CLIENTS} clients, one score changed a second`,
      n: plans,
      engine: DURABILITY[engine],
      perSecond: Math.round(requests / seconds),
      writes,
      versionsSeen: versions,
    });
    return { ...entry, referencePerSecond: Math.round(1_000 / entry.reference) };
  });
}

type Measure = (name: string, engine: Engine, plans: number, effort: Effort) => Promise<Entry>;
const LISTS: Readonly<Record<string, readonly [Measure, number]>> = {
  'ranking-unchanged': [unchanged, 1_000],
  'ranking-unchanged-20': [unchanged, 20],
  'ranking-unchanged-10k': [unchanged, 10_000],
  'ranking-throughput': [throughput, 1_000],
};
const POSTGRES = '-postgres';

export const RANKING: Bench = {
  names: Object.keys(LISTS).flatMap((name) => [name, name + POSTGRES]),
  needs: (name) => (name.endsWith(POSTGRES) ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) {
      const isPostgres = name.endsWith(POSTGRES);
      const list = LISTS[isPostgres ? name.slice(0, -POSTGRES.length) : name];
      if (list !== undefined) yield await list[0](name, isPostgres ? 'postgres' : 'sqlite', list[1], effort);
    }
  },
};
