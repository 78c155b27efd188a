import { sqliteFile } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { CRITERIA, POLICY } from './aggregate-world.js';
import { type BareSheet, createBareSheets } from './bare-sheets.js';
import { ask, type BenchDatabase, DURABILITY, type Engine } from './database.js';
import { type Bench, type Effort, type Entry, entryOf, figure, inTurn, median, mustEqual, timed } from './measure.js';
import { asked, RawClient } from './raw-client.js';
import { type OpenSheet, openScoring } from './round-world.js';
import { startBareServer, startServer } from './server.js';

const MANY = 16;
const OVERALL = '근거 자료가 충분하고 연계 계획이 구체적임.';

/** What is handed in for the `no`-th sheet: always the same marks, and a line of words beside two of them. */
function sheetOf({ id }: OpenSheet, no: number): BareSheet {
  const marks = POLICY.criteria.map(({ code }, at) => ({
    criterion: code,
    mark: formatScore(markOf(no, at)),
    ...(at % 3 === 0 ? { comment: '근거 자료가 충분함' } : {}),
  }));
  return { sheetId: id, overall: OVERALL, marks };
}
const markOf = (no: number, at: number): number => 5_000 + 50 * ((no * 7 + at * 13) % 101);
const sumOf = (no: number): number => POLICY.criteria.reduce((sum, _criterion, at) => sum + markOf(no, at), 0);

/** Saves a sheet and hands it in, as its evaluator does; answers the time of both steps. */
async function handIn(client: RawClient, { id, token }: OpenSheet, no: number): Promise<[number, number]> {
  const { marks, overall } = sheetOf({ id, token }, no);
  const headers = { Authorization: `Bearer ${token}` };
  const path = `/api/v1/score-sheets/${id}`;
  const body = JSON.stringify({ marks, overall });
  const saved = await timed(() =>
    asked(client, path, { method: 'PUT', headers: { ...headers, 'If-Match': '"1"' }, body }),
  );
  const submitted = await timed(async () => {
    const answer = await asked(client, `${path}/submission`, {
      method: 'POST',
      headers: { ...headers, 'If-Match': '"2"', 'Content-Type': 'application/json' },
      body: '{}',
    });
    mustEqual('state of the sheet', (JSON.parse(answer.toString('utf8')) as { state: string }).state, 'submitted');
  });
  return [saved, submitted];
}

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

/** So many sheets are handed in by so many clients at a time. */
async function submit(name: string, engine: Engine, clients: number, { quick, pairs }: Effort): Promise<Entry> {
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
      const steps: { save: number[]; submit: number[] } = { save: [], submit: [] };
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
            const [saved, submitted] = await handIn(product[client] as RawClient, sheet, no);
            steps.save.push(saved);
            steps.submit.push(submitted);
            return saved + submitted;
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
        unit: clients === 1 ? 'ms p50 of saving and submitting a sheet, 1 client' : `ms a sheet, ${clients} clients`,
        n: plans,
        engine: DURABILITY[engine],
        save: figure(median(steps.save)),
        submit: figure(median(steps.submit)),
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

const NAMES: Readonly<Record<string, readonly [Engine, number]>> = {
  submit: ['sqlite', 1],
  'submit-postgres': ['postgres', 1],
  'submit-16': ['sqlite', MANY],
  'submit-16-postgres': ['postgres', MANY],
};

export const SUBMIT: Bench = {
  names: Object.keys(NAMES),
  needs: (name) => (NAMES[name]?.[0] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) {
      const [engine, clients] = NAMES[name] ?? ['sqlite', 1];
      yield await submit(name, engine, clients, effort);
    }
  },
};
