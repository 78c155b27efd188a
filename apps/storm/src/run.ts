import { setTimeout as sleep } from 'node:timers/promises';
import { type Cast, castAt, signIn } from './cast.js';
import { checkApi } from './checks/check-api.js';
import { checkEffects } from './checks/check-effects.js';
import { checkJobs } from './checks/check-jobs.js';
import { checkScores } from './checks/check-scores.js';
import { checkSheets, checkWrites } from './checks/check-writes.js';
import { type Before, gather, standing } from './checks/evidence.js';
import { Tally } from './checks/tally.js';
import { type LoggedWrite, runClient, type Weather } from './client.js';
import { openRunDatabase, type RunDatabase } from './database.js';
import { Fleet } from './fleet.js';
import { Member } from './member.js';
import { type Mode, SHAPES } from './modes.js';
import { programsOf } from './programs.js';
import { Chance } from './random.js';
import { type Result, resultOf } from './result.js';
import { type Blows, rage } from './storm.js';
import { authorsOf } from './writes.js';

export interface RunOptions {
  readonly mode: Mode;
  readonly seed: number;
  readonly kills: number;
  readonly clients: number;
  readonly tell: (line: string) => void;
  /** What must be undone should the storm itself be ended in the middle. */
  readonly undo: Set<Undo>;
}

/** Ends the processes at once; removes the database. */
export interface Undo {
  readonly now: () => void;
  readonly later: () => Promise<void>;
}

/** How long clients go on asking after the last blow, and how long the outbox may take to empty. */
const GRACE_MS = 60_000;
const DRAIN_MS = 180_000;
/** Jobs that the clients' writes promise. */
const PROMISED = ['notify', 'aggregate-scores'];

/** One storm over one fresh database, and what was left of it. */
export async function runStorm(options: RunOptions): Promise<Result> {
  const started = performance.now();
  const { mode, seed, kills, tell } = options;
  const shape = SHAPES[mode];
  const database = await openRunDatabase(shape.store);
  const { programs, origins, redisPort } = await programsOf(shape, {
    dataDir: database.dataDir,
    databaseUrl: database.url,
  });
  const fleet = new Fleet(
    programs.map((program) => new Member(program)),
    origins,
    shape.mayBeAway,
  );
  const undo: Undo = { now: () => fleet.retireNow(), later: () => database.drop() };
  options.undo.add(undo);
  try {
    await fleet.launch();
    const cast = await castAt(origins[0] ?? '');
    await fleet.allUp();
    tell(`the stage is set after ${secondsSince(started)} s`);
    const chance = new Chance(seed);
    const before = await standing(database, cast.scoringRound);
    const { log, blows, weather } = await weatherIt(fleet, cast, redisPort, chance, options);
    tell(`${kills} kills survived after ${secondsSince(started)} s, ${log.length} writes`);
    const tally = new Tally();
    const { drainMs, emptyMs, left } = await drained(database);
    if (emptyMs === null) tally.fault(`the outbox is not empty after ${DRAIN_MS / 1_000} s: ${left.join('; ')}`);
    const retaken = await checkAll(cast, log, before, { database, tally });
    for (const crash of fleet.crashes) tally.fault(crash);
    if (fleet.strays > 0) tell(`${fleet.strays} more end(s) by somebody outside`);
    await fleet.retire();
    for (const fault of database.faults()) tally.fault(fault);
    const seconds = secondsSince(started);
    return resultOf({ mode, seed, kills, log, blows, weather, tally, retaken, drainMs, emptyMs, seconds });
  } finally {
    await fleet.retire();
    await database.drop();
    options.undo.delete(undo);
  }
}

/** Clients write while the storm rages, and ask on until they know what became of everything. */
async function weatherIt(
  fleet: Fleet,
  cast: Cast,
  redisPort: number | null,
  chance: Chance,
  { mode, seed, kills, clients, tell }: RunOptions,
): Promise<{ log: LoggedWrite[]; blows: Blows; weather: Weather }> {
  const weather: Weather = { interrupted: 0, unreached: 0, unavailable: 0, hung: 0, brokenOff: 0 };
  const tokens = new Map<string, string>();
  for (const person of cast.writers) tokens.set(person.username, await signIn(fleet.origins[0] ?? '', person));
  let [writing, asking] = [true, true];
  const logs = authorsOf(cast, clients, chance.fork()).map((author, index) =>
    runClient(author, {
      name: `storm-${seed}-c${index + 1}`,
      origins: fleet.origins,
      tokens,
      weather,
      chance: chance.fork(),
      writing: () => writing,
      asking: () => asking,
    }),
  );
  try {
    const blows = await rage(fleet, kills, { interval: SHAPES[mode].interval, redisPort, tell }, chance);
    writing = false;
    await fleet.allUp();
    const grace = setTimeout(() => (asking = false), GRACE_MS);
    const log = (await Promise.all(logs)).flat();
    clearTimeout(grace);
    return { log, blows, weather };
  } finally {
    [writing, asking] = [false, false];
    await Promise.allSettled(logs);
  }
}

/**
 * Waits until nothing is promised any more; answers when what the clients' writes promised was done, and when everything was
 * (a recurring job that died is only taken up again when its lease has run out). null = not in time.
 */
async function drained(
  database: RunDatabase,
): Promise<{ drainMs: number | null; emptyMs: number | null; left: readonly string[] }> {
  const started = performance.now();
  for (let drainMs: number | null = null; ;) {
    const jobs = await database.rows<OpenJob>(
      `SELECT "name", "state", "leases", "failures", "dueAt", "leaseUntil", "error" FROM "outbox_job" WHERE "state" IN ('waiting', 'running')`,
    );
    const tookMs = Math.round(performance.now() - started);
    if (drainMs === null && !jobs.some(({ name }) => PROMISED.includes(name))) drainMs = tookMs;
    if (jobs.length === 0) return { drainMs, emptyMs: tookMs, left: [] };
    if (tookMs > DRAIN_MS) return { drainMs, emptyMs: null, left: jobs.slice(0, 5).map((job) => JSON.stringify(job)) };
    await sleep(100);
  }
}

/** A job that was promised and is not done. */
interface OpenJob {
  readonly name: string;
  readonly [column: string]: unknown;
}

async function checkAll(
  cast: Cast,
  log: readonly LoggedWrite[],
  before: Before,
  { database, tally }: { database: RunDatabase; tally: Tally },
): Promise<number> {
  const evidence = await gather(database);
  const at = { database, evidence, tally };
  checkWrites(log, evidence, before, tally);
  await checkSheets(cast.sheets, log, at);
  checkEffects(log, evidence, before, tally);
  await checkScores(cast.scoringRound, before, at);
  await checkApi(cast, log, tally).catch((error: unknown) => tally.fault(`asked over HTTP: ${String(error)}`));
  return checkJobs(evidence, before, tally);
}

const secondsSince = (started: number): number => Number(((performance.now() - started) / 1_000).toFixed(1));
