import { budgetStatement } from '@daegaejo/results';
import { ask, DURABILITY, type Engine } from './database.js';
import { openDashboardWorld } from './dashboard-world.js';
import {
  type Bench,
  type Effort,
  type Entry,
  entryOf,
  figure,
  inTurns,
  median,
  mustEqual,
  pairsOf,
  timed,
} from './measure.js';
import { asked, RawClient } from './raw-client.js';
import { startServer } from './server.js';

const COHORTS = { full: 20, quick: 3 };
const PATH = '/api/v1/dashboards/budget';
/** The nation: every round, every year. */
const NATION = { fromYear: 2000, toYear: 2100, roundId: null, provinceIds: null };

/** What anybody would write for the stages of the budget alone. */
const LINES_ALONE = `SELECT o."code" AS "ministry", b."year", b."source", b."stage", CAST(SUM(b."amount") AS TEXT) AS "won"
  FROM "budget_line" b JOIN "organisation" o ON o."id" = b."ministryId"
 GROUP BY o."code", b."year", b."source", b."stage"`;

interface Cell {
  readonly ministry: string;
  readonly year: number;
  readonly source: string;
  readonly stage: string;
  readonly won: string;
}
const sumOf = (cells: readonly Cell[], stage: string): bigint =>
  cells.reduce((sum, cell) => sum + (cell.stage === stage ? BigInt(cell.won) : 0n), 0n);
const keyed = (cells: readonly Cell[]): string =>
  cells
    .map(({ ministry, year, source, stage, won }) => `${ministry} ${year} ${source} ${stage} ${won}`)
    .toSorted()
    .join('\n');

/** The dashboard of the nation over HTTP, against the statement it stands on through the bare driver. */
async function dashboard(name: string, engine: Engine, { quick, pairs }: Effort): Promise<Entry> {
  const cohorts = quick ? COHORTS.quick : COHORTS.full;
  const world = await openDashboardWorld(engine, cohorts);
  const { database, token, lines, total } = world;
  try {
    const server = await startServer(database.dataDir, database.url);
    try {
      const client = await RawClient.open(server.url);
      const headers = { Authorization: `Bearer ${token}` };
      const { sql, values } = budgetStatement(NATION);
      let [ours, floor, bytes] = ['', '', 0];
      const [http = [], bare = [], alone = []] = await inTurns(pairs, [
        async () => {
          let body = Buffer.alloc(0);
          const took = await timed(async () => {
            body = Buffer.from(await asked(client, PATH, { headers }));
          });
          const { cells } = JSON.parse(body.toString('utf8')) as { cells: Cell[] };
          mustEqual('won enacted', sumOf(cells, 'enacted'), total);
          [ours, bytes] = [keyed(cells), body.length];
          return took;
        },
        async () => {
          let cells: Cell[] = [];
          const took = await timed(async () => {
            cells = await ask<Cell>(database.bare, sql, values);
          });
          floor = keyed(cells);
          return took;
        },
        () => timed(() => ask(database.bare, LINES_ALONE)),
      ]);
      mustEqual('cells', ours, floor);
      client.close();
      return entryOf(pairsOf(http, bare), {
        name,
        referenceName: 'the same grouping as one bare SQL statement through the same driver, its rows read',
        target: 2,
        unit: 'ms to the last byte',
        n: lines,
        engine: DURABILITY[engine],
        cohorts,
        bytes,
        linesAlone: figure(median(alone)),
      });
    } finally {
      await server.stop();
    }
  } finally {
    await database.drop();
  }
}

const ENGINE_OF: Readonly<Record<string, Engine>> = {
  'national-dashboard': 'sqlite',
  'national-dashboard-postgres': 'postgres',
};

export const DASHBOARD: Bench = {
  names: Object.keys(ENGINE_OF),
  needs: (name) => (ENGINE_OF[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) yield await dashboard(name, ENGINE_OF[name] ?? 'sqlite', effort);
  },
};
