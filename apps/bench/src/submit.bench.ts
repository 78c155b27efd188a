import { sqliteFile } from '@daegaejo/platform';
import { CRITERIA } from './aggregate-world.js';
import { createBareSheets } from './bare-sheets.js';
import { ask, type BenchDatabase, DURABILITY, type Engine } from './database.js';
import { atOnce, type HandIn, inTwo, sheetOf, sumOf } from './hand-in.js';
import { type Bench, type Effort, type Entry, entryOf, figure, inTurn, median, mustEqual, timed } from './measure.js';
import { asked, RawClient } from './raw-client.js';
import { type OpenSheet, openScoring } from './round-world.js';
import { startBareServer, startServer } from './server.js';

const MANY = 16;
/** Sums over what is stored after so many sheets. */
interface Kept {
  readonly sheets: number;
  readonly marks: number;
  readonly sum: number;
}

const numbersOf = async ({ bare }: BenchDatabase, statement: string): Promise<Kept> => {
  const [row] = await ask<Record<keyof Kept, number | string | null>>(bare, statement);
  return { sheets: Number(row?.sheets), marks: Number(row?.marks), sum: Number(row?.sum) };
};

/** Of the product: submitted sheets, their versions and history entries, with the sum of the marks read back from the versions. */
async function verifyOurs(database: BenchDatabase, expected: Kept): Promise<void> {
  const { bare } = database;
  const each =
    bare.engine === 'sqlite' ? `json_each(v."marks") e` : `json_array_elements(v."marks"::json) AS e("value")`;
  const mark = bare.engine === 'sqlite' ? `json_extract(e."value", '$.mark')` : `(e."value"->>'mark')::integer`;
  const kept = await numbersOf(
    database,
    `SELECT COUNT(DISTINCT s."id") AS "sheets", COUNT(*) AS "marks", SUM(${mark}) AS "sum" FROM "score_sheet_version" v
     JOIN "score_sheet" s ON s."id" = v."sheetId" AND s."state" = 'submitted' CROSS JOIN ${each}`,
  );
  mustEqual('sheets handed in', kept.sheets, expected.sheets);
  mustEqual('marks', kept.marks, expected.marks);
  mustEqual('sum of the marks', kept.sum, expected.sum);
  const { sheets } = await numbersOf(
    database,
    `SELECT COUNT(DISTINCT "subjectId") AS "sheets" FROM "history_entry" WHERE "type" = 'ScoreSheetSubmitted'`,
  );
  mustEqual('history entries', sheets, expected.sheets);
}

async function verifyBare(database: BenchDatabase, expected: Kept): Promise<void> {
  const kept = await numbersOf(
    database,
    `SELECT COUNT(DISTINCT "reviewId") AS "sheets", COUNT(*) AS "marks", SUM("mark") AS "sum" FROM "bench_mark" JOIN "bench_review" ON "id" = "reviewId"`,
  );
  mustEqual('reviews', kept.sheets, expected.sheets);
  mustEqual('marks of the floor', kept.marks, expected.marks);
  mustEqual('sum of the marks of the floor', kept.sum, expected.sum);
}

/** How the sheets of an entry are handed in. */
interface Way {
  readonly engine: Engine;
  /** So many at a time. */
  readonly clients: number;
  readonly handIn: HandIn;
}

/** So many sheets are handed in, and as many taken by a programme that does nothing but keep them. */
async function submit(name: string, { engine, clients, handIn }: Way, { quick, pairs }: Effort): Promise<Entry> {
  const batch = quick ? 100 : 500;
  const plans = quick ? 200 : 1_000;
  const { database, sheets } = await openScoring(engine, plans);
  try {
    await createBareSheets(database.bare);
    const ours = await startServer(database.dataDir, database.url);
    const bare = await startBareServer(
      database.url === null ? { sqliteFile: sqliteFile(database.dataDir) } : { databaseUrl: database.url },
    );
    try {
      const product = await Promise.all(Array.from({ length: clients }, () => RawClient.open(ours.url)));
      const framework = await Promise.all(Array.from({ length: clients }, () => RawClient.open(bare.url)));
      const steps: (readonly number[])[] = [];
      const [done, floorDone] = [counter(), counter()];
      /** One after the other: the median of one. Many at a time: the time of all of them by their number. */
      const batchOf = async (one: (client: number) => Promise<number>): Promise<number> => {
        const times: number[] = [];
        let left = batch;
        const took = await timed(() =>
          Promise.all(
            Array.from({ length: clients }, async (_, client) => {
              while (left > 0) {
                left -= 1;
                times.push(await one(client));
              }
            }),
          ),
        );
        return clients === 1 ? median(times) : took / batch;
      };
      const measured = await inTurn(
        pairs,
        async () => {
          const time = await batchOf(async (client) => {
            const no = done.next();
            const sheet = sheets[no];
            if (sheet === undefined) throw new RangeError('no sheet is left to be handed in');
            const times = await handIn(product[client] as RawClient, sheet, no);
            steps.push(times);
            return times.reduce((sum, one) => sum + one, 0);
          });
          await verifyOurs(database, done.kept());
          return time;
        },
        async () => {
          const time = await batchOf((client) => {
            const no = floorDone.next();
            const body = JSON.stringify(sheetOf(sheets[no] as OpenSheet, no));
            return timed(() => asked(framework[client] as RawClient, '/sheets', { method: 'POST', body }));
          });
          await verifyBare(database, floorDone.kept());
          return time;
        },
      );
      for (const client of [...product, ...framework]) client.close();
      const entry = entryOf(measured, {
        name,
        referenceName: 'Nest on Fastify, one request: one row and six rows of marks, one durable transaction',
        target: 2,
        unit: `${clients === 1 ? 'ms p50 of a sheet, 1 client' : `ms a sheet, ${clients} clients`}, ${handIn === atOnce ? 'one request' : 'two requests'}`,
        n: plans,
        engine: DURABILITY[engine],
        requests: steps[0]?.map((_, at) => figure(median(steps.map((times) => times[at] ?? Number.NaN)))),
      });
      return {
        ...entry,
        perSecond: Math.round(1_000 / entry.ours),
        referencePerSecond: Math.round(1_000 / entry.reference),
      };
    } finally {
      await bare.stop();
      await ours.stop();
    }
  } finally {
    await database.drop();
  }
}

/** Numbers sheets and remembers what must be stored of them. */
function counter(): { next: () => number; kept: () => Kept } {
  let [count, sum] = [0, 0];
  return {
    next: () => {
      sum += sumOf(count);
      count += 1;
      return count - 1;
    },
    kept: () => ({ sheets: count, marks: count * CRITERIA, sum }),
  };
}

const WAYS: readonly (readonly [string, HandIn])[] = [
  ['submit', atOnce],
  ['submit-in-two', inTwo],
];
const ENGINES: readonly (readonly [string, Engine])[] = [
  ['', 'sqlite'],
  ['-postgres', 'postgres'],
];

const NAMES = new Map<string, Way>(
  WAYS.flatMap(([name, handIn]) =>
    [1, MANY].flatMap((clients) =>
      ENGINES.map(([suffix, engine]): [string, Way] => [
        `${name}${clients === 1 ? '' : `-${clients}`}${suffix}`,
        { engine, clients, handIn },
      ]),
    ),
  ),
);
export const SUBMIT: Bench = {
  names: [...NAMES.keys()],
  needs: (name) => (name.endsWith('-postgres') ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) {
      const way = NAMES.get(name);
      if (way !== undefined) yield await submit(name, way, effort);
    }
  },
};
