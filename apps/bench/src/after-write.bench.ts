import { setTimeout as sleep } from 'node:timers/promises';
import { formatScore } from '@daegaejo/platform/rules';
import { byLoop } from './aggregate-floors.js';
import { CRITERIA, type ScoredRound, scoreTable, SHEETS } from './aggregate-world.js';
import { Corrections } from './corrections.js';
import { ask, type Bare, DURABILITY, type Engine } from './database.js';
import { verifyList } from './list-check.js';
import { type Bench, type Effort, type Entry, entryOf, figure, inTurn, median, timed } from './measure.js';
import { asked, RawClient } from './raw-client.js';
import { type LockedRound, openLocked } from './round-world.js';
import { startServer } from './server.js';

const PLANS = 1_000;
const PATIENCE = 60_000;

/** The marks as one text the database puts together: the quickest way to get them all out of it. */
const textOfMarks = (bare: Bare, plans: number): string =>
  bare.engine === 'sqlite'
    ? `SELECT group_concat("mark") AS "marks" FROM (SELECT "mark" FROM "${scoreTable(plans)}" ORDER BY "plan", "evaluator", "criterion")`
    : `SELECT string_agg("mark"::text, ',' ORDER BY "plan", "evaluator", "criterion") AS "marks" FROM "${scoreTable(plans)}"`;

/** The floor: all marks read fresh, ranked over typed arrays and written as a list of the same form; nothing around it. */
async function freshList(bare: Bare, round: ScoredRound): Promise<string> {
  const [row] = await ask<{ marks: string }>(bare, textOfMarks(bare, round.planIds.length));
  const marks = Float64Array.from((row?.marks ?? '').split(','), Number);
  const { final, rank } = byLoop({ ...round, marks });
  const order = Uint32Array.from(round.planIds, (_id, place) => place).sort((a, b) => rank[a]! - rank[b]!);
  const plans = Array.from(order, (place) => ({
    rank: rank[place],
    planId: round.planIds[place],
    label: `시·도 ${place + 1}`,
    base: formatScore(final[place]! - round.bonuses[place]!),
    bonus: formatScore(round.bonuses[place]!),
    final: formatScore(final[place]!),
    passes: true,
    unresolvedTie: false,
    sheets: SHEETS,
  }));
  return JSON.stringify({ pending: false, roundId: round.roundId, no: 1, plans });
}

/** Tells the floor's table of a change that was approved. */
async function tellFloor(bare: Bare, { planIds }: ScoredRound, at: number, mark: number): Promise<void> {
  await ask(
    bare,
    `UPDATE "${scoreTable(planIds.length)}" SET "mark" = ? WHERE "plan" = ? AND "evaluator" = ? AND "criterion" = ?`,
    [mark, Math.floor(at / (SHEETS * CRITERIA)), Math.floor(at / CRITERIA) % SHEETS, at % CRITERIA],
  );
}

/** Asks until a list later than `no` is served; the first one must have the change in it. */
async function laterList(client: RawClient, round: LockedRound, no: number): Promise<{ list: Buffer; asked: number }> {
  const giveUp = performance.now() + PATIENCE;
  const headers = { Authorization: `Bearer ${round.secretariat}` };
  for (let times = 1; ; times += 1) {
    const list = await asked(client, `/api/v1/rounds/${round.roundId}/ranking-list`, { headers });
    if (versionOf(list) > no) return { list, asked: times };
    if (performance.now() > giveUp) throw new Error(`the change was not ranked within ${PATIENCE} ms`);
    await sleep(1);
  }
}

const versionOf = (list: Buffer): number => Number(/"no":(\d+)/.exec(list.toString('latin1', 0, 300))?.[1]);

async function afterWrite(name: string, engine: Engine, { quick, pairs }: Effort): Promise<Entry> {
  const times = quick ? 5 : 20;
  const { database, rounds } = await openLocked(engine, [PLANS]);
  const round = rounds[0] as LockedRound;
  const { bare } = database;
  try {
    const ours = await startServer(database.dataDir, database.url);
    try {
      const client = await RawClient.open(ours.url);
      const corrections = await Corrections.on(bare, ours.url, round, times * (pairs + 1));
      const approvals: number[] = [];
      const asks: number[] = [];
      let no = versionOf((await laterList(client, round, 0)).list);
      const measured = await inTurn(
        pairs,
        async () => {
          const took: number[] = [];
          for (let time = 0; time < times; time += 1) {
            const proposed = await corrections.propose();
            let list: Buffer = Buffer.alloc(0);
            took.push(
              await timed(async () => {
                approvals.push(await timed(() => corrections.approve(proposed)));
                const later = await laterList(client, round, no);
                list = later.list;
                asks.push(later.asked);
              }),
            );
            no = versionOf(list);
            verifyList(list, round, byLoop(round));
            await tellFloor(bare, round, proposed.at, proposed.mark);
          }
          return median(took);
        },
        async () => {
          const took: number[] = [];
          const expected = byLoop(round);
          for (let time = 0; time < times; time += 1) {
            let fresh = '';
            took.push(
              await timed(async () => {
                fresh = await freshList(bare, round);
              }),
            );
            verifyList(Buffer.from(fresh), round, expected);
          }
          return median(took);
        },
      );
      client.close();
      corrections.close();
      return entryOf(measured, {
        name,
        referenceName: 'read all marks as one text, rank over typed arrays, serialise; no write, no HTTP, no programme',
        target: 3,
        unit: 'ms p50 from approving a correction until its rank is served',
        n: PLANS,
        engine: DURABILITY[engine],
        approval: figure(median(approvals)),
        listsAskedFor: median(asks),
      });
    } finally {
      await ours.stop();
    }
  } finally {
    await database.drop();
  }
}

const ENGINE_OF: Readonly<Record<string, Engine>> = {
  'ranking-after-write': 'sqlite',
  'ranking-after-write-postgres': 'postgres',
};

export const AFTER_WRITE: Bench = {
  names: Object.keys(ENGINE_OF),
  needs: (name) => (ENGINE_OF[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) yield await afterWrite(name, ENGINE_OF[name] ?? 'sqlite', effort);
  },
};
