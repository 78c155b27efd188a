import { programmeOf, ProgrammeModule } from '@daegaejo/composition';
import { readEnv } from '@daegaejo/config';
import { EVALUATION_JOBS } from '@daegaejo/evaluation';
import { JobCatalogue, type JobRun } from '@daegaejo/platform';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { byLoop, bySql, type Result } from './aggregate-floors.js';
import { CRITERIA, type ScoredRound, seedScores, SHEETS } from './aggregate-world.js';
import { type BenchDatabase, DURABILITY, type Engine, openDatabase } from './database.js';
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
  type Side,
  timed,
} from './measure.js';

const SIZES: Readonly<Record<string, number>> = { '1k': 1_000, '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };
/** Small rounds are computed over and over until this much time is up, in milliseconds. */
const LONG_ENOUGH = 400;
/** Means may differ by so much: floors compute them in floating point, ours is a fraction. */
const TOLERANCE = 1e-9;

@Module({})
class BenchModule {}

/** The part of a ranking that is compared (libs/evaluation/src/rules/rank-round.ts). */
interface Ranking {
  readonly ok: boolean;
  readonly plans: readonly { planId: string; mean: string; final: number; rank: number }[];
}

type Compute = (roundId: string) => Promise<Ranking>;

/** What the aggregation job does before it stores: reads every sheet and ranks exactly. Taken from the catalogue, as the runner does. */
function computeOf(app: INestApplicationContext): Compute {
  const job = EVALUATION_JOBS.find(({ name }) => name === 'aggregate-scores');
  const perform = app.get(JobCatalogue).handlerOf(job?.name ?? '').perform;
  const run: JobRun = { jobId: 'bench', attempt: 1, report: () => undefined };
  return async (roundId) => {
    const computed = (await perform?.({ roundId }, run)) as { ranking: Ranking } | null | undefined;
    if (computed?.ranking.ok !== true) throw new Error('the round could not be ranked');
    return computed.ranking;
  };
}

async function ofSize(
  name: string,
  database: BenchDatabase,
  compute: Compute,
  round: ScoredRound,
  { pairs }: Effort,
): Promise<Entry> {
  const ours = await compute(round.roundId);
  verify('typed arrays', ours, byLoop(round), round);
  verify('SQL', ours, await bySql(database.bare, round), round);
  const sides = [
    await repeated(() => compute(round.roundId)),
    await repeated(() => byLoop(round)),
    await repeated(() => bySql(database.bare, round)),
  ];
  const [own = [], loop = [], sql = []] = await inTurns(round.scores > 500_000 ? Math.min(pairs, 5) : pairs, sides);
  const isSqlSlower = median(sql) >= median(loop);
  return entryOf(pairsOf(own, isSqlSlower ? sql : loop), {
    name,
    referenceName: isSqlSlower
      ? 'one SQL statement over a normalised table: window functions, RANK()'
      : 'a plain loop over typed arrays that lie ready',
    target: 2,
    unit: 'ms',
    n: round.scores,
    engine: DURABILITY[database.engine],
    plans: round.planIds.length,
    typedArrays: figure(median(loop)),
    sql: figure(median(sql)),
  });
}

/** A side long enough to be measured: its time is that of one run among many. */
async function repeated(work: () => unknown): Promise<Side> {
  const once = await timed(work);
  const times = Math.max(1, Math.ceil(LONG_ENOUGH / once));
  return async () => {
    const took = await timed(async () => {
      for (let time = 0; time < times; time += 1) await work();
    });
    return took / times;
  };
}

/** Throws unless a floor came to the very same ranking. */
function verify(what: string, { plans }: Ranking, floor: Result, { planIds }: ScoredRound): void {
  mustEqual('ranked plans', plans.length, planIds.length);
  const places = new Map(planIds.map((id, place) => [id, place]));
  for (const { planId, mean, final, rank } of plans) {
    const plan = places.get(planId) ?? -1;
    const [n, d] = mean.split('/').map(Number) as [number, number];
    if (!(Math.abs(n / d - (floor.mean[plan] ?? Number.NaN)) <= TOLERANCE))
      throw new Error(`${what}: the mean of plan ${plan} is ${floor.mean[plan]}, ours ${n / d}`);
    mustEqual(`${what}: final score of plan ${plan}`, floor.final[plan], final);
    mustEqual(`${what}: rank of plan ${plan}`, floor.rank[plan], rank);
  }
}

/** How the time of ours grows from size to size: 1 = in proportion. */
function growthOf(name: string, entries: readonly Entry[]): Entry {
  const exponents = entries.slice(1).map(({ ours, n }, at) => {
    const smaller = entries[at];
    return Math.log10(ours / (smaller?.ours ?? Number.NaN)) / Math.log10(n / (smaller?.n ?? Number.NaN));
  });
  const worst = Math.max(...exponents);
  return {
    name,
    ours: figure(worst),
    reference: 1,
    referenceName: 'linear growth',
    ratio: figure(worst),
    target: 1.1,
    unit: 'exponent per decade (the worst)',
    n: entries.at(-1)?.n ?? 0,
    engine: entries[0]?.engine ?? '',
    exponents: Object.fromEntries(
      exponents.map((exponent, at) => [`${entries[at]?.n} → ${entries[at + 1]?.n}`, figure(exponent)]),
    ),
  };
}

async function* onEngine(engine: Engine, names: readonly string[], effort: Effort): AsyncGenerator<Entry> {
  const suffix = engine === 'sqlite' ? '' : '-postgres';
  const growth = `aggregate-growth${suffix}`;
  const largest = effort.quick || engine === 'postgres' ? 100_000 : 1_000_000;
  const sizes = Object.entries(SIZES).filter(
    ([size, scores]) =>
      scores <= largest && (names.includes(`aggregate-${size}${suffix}`) || (names.includes(growth) && scores > 1_000)),
  );
  const database = await openDatabase(engine);
  const env = readEnv({ DEMO: 'off' });
  const app = await NestFactory.createApplicationContext(
    { module: BenchModule, imports: [ProgrammeModule.with(programmeOf(env, database.store, false))] },
    { logger: false, abortOnError: false },
  );
  try {
    const measured: Entry[] = [];
    for (const [size, scores] of sizes) {
      const round = await seedScores(database.bare, scores);
      mustEqual('scores', round.marks.length, round.planIds.length * SHEETS * CRITERIA);
      const entry = await ofSize(`aggregate-${size}${suffix}`, database, computeOf(app), round, effort);
      if (scores > 1_000) measured.push(entry);
      yield entry;
    }
    if (names.includes(growth) && measured.length > 1) yield growthOf(growth, measured);
  } finally {
    await app.close();
    await database.drop();
  }
}

const NAMES: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [...Object.keys(SIZES), 'growth'].map((part) => `aggregate-${part}`),
  postgres: ['1k', '10k', '100k', 'growth'].map((part) => `aggregate-${part}-postgres`),
};

export const AGGREGATE: Bench = {
  names: [...NAMES.sqlite, ...NAMES.postgres],
  needs: (name) => (NAMES.postgres.includes(name) ? ['postgres'] : []),
  async *run(names, effort) {
    for (const engine of ['sqlite', 'postgres'] as const) {
      const wanted = names.filter((name) => NAMES[engine].includes(name));
      if (wanted.length > 0) yield* onEngine(engine, wanted, effort);
    }
  },
};
