import type { LoggedWrite, Weather } from './client.js';
import type { Tally } from './checks/tally.js';
import type { Mode } from './modes.js';
import type { Blows } from './storm.js';

/** What came of one run, as it is reported. */
export interface Result {
  readonly mode: Mode;
  readonly seed: number;
  readonly kills: number;
  readonly flushes: number;
  readonly committed: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly effects: number;
  readonly effectsLost: number;
  readonly effectsDuplicated: number;
  readonly effectsWithoutWrite: number;
  /** Writes nobody knows the end of. */
  readonly open: number;
  /** Jobs that were taken more than once. */
  readonly retaken: number;
  /** Requests cut off while they were under way. */
  readonly interrupted: number;
  /** Writes that had been done by a request whose answer never arrived. */
  readonly replayed: number;
  readonly brokenOff: number;
  readonly unreached: number;
  readonly unavailable: number;
  /** From the last start until everything the writes promised was done, and until the outbox was empty. */
  readonly drainMs: number | null;
  readonly emptyMs: number | null;
  readonly seconds: number;
  readonly ok: boolean;
  readonly faults: readonly string[];
  readonly killed: Readonly<Record<string, number>>;
}

/** So many kills must leave traces, or they proved nothing. */
const ROUGH = 30;
const VERY_ROUGH = 150;

export function resultOf({
  mode,
  seed,
  kills: wanted,
  log,
  blows,
  weather,
  tally,
  retaken,
  drainMs,
  emptyMs,
  seconds,
}: {
  mode: Mode;
  seed: number;
  kills: number;
  log: readonly LoggedWrite[];
  blows: Blows;
  weather: Weather;
  tally: Tally;
  retaken: number;
  drainMs: number | null;
  emptyMs: number | null;
  seconds: number;
}): Result {
  const { committed, lost, duplicated, effects, effectsLost, effectsDuplicated, withoutWrite, replayed } = tally;
  const kills = [...blows.kills.values()].reduce((sum, count) => sum + count, 0);
  const { interrupted, unreached, unavailable, hung, brokenOff } = weather;
  const open = log.filter(({ outcome }) => outcome.kind === 'open').length;
  if (open > 0) tally.fault(`${open} write(s) got no definite answer`);
  if (hung > 0) tally.fault(`${hung} request(s) got no answer at all`);
  if (kills < wanted) tally.fault(`only ${kills} of ${wanted} kills hit a process`);
  if (committed === 0 || effects === 0) tally.fault('nothing was written');
  if (kills >= ROUGH && interrupted === 0) tally.fault('too calm: no request was ever interrupted');
  if (kills >= VERY_ROUGH && replayed + retaken === 0)
    tally.fault('too calm: no write and no job was cut in the middle');
  return {
    mode,
    seed,
    kills,
    flushes: blows.flushes,
    committed,
    lost,
    duplicated,
    effects,
    effectsLost,
    effectsDuplicated,
    effectsWithoutWrite: withoutWrite,
    open,
    retaken,
    interrupted,
    replayed,
    brokenOff,
    unreached,
    unavailable,
    drainMs,
    emptyMs,
    seconds,
    ok: tally.clean,
    faults: tally.notes,
    killed: Object.fromEntries([...blows.kills].sort()),
  };
}
