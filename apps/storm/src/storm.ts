import { setTimeout as sleep } from 'node:timers/promises';
import { flushRedis } from './flush-redis.js';
import type { Fleet } from './fleet.js';
import type { Shape } from './modes.js';
import type { Chance } from './random.js';

/** What the storm did. */
export interface Blows {
  /** kill -9 that hit a living process, by its name. */
  readonly kills: Map<string, number>;
  flushes: number;
}

export interface RageOptions {
  readonly interval: Shape['interval'];
  readonly redisPort: number | null;
  readonly tell: (line: string) => void;
}

/** A sign of life every so many kills. */
const TELL = 50;
const AWAY = { low: 0, high: 400 };
const LONG_AWAY = { low: 1_000, high: 3_000 };

/** Kills `count` processes one after another at random moments; each comes back after a random while. */
export async function rage(
  fleet: Fleet,
  count: number,
  { interval, redisPort, tell }: RageOptions,
  chance: Chance,
): Promise<Blows> {
  const blows: Blows = { kills: new Map(), flushes: 0 };
  const returning: Promise<void>[] = [];
  for (let killed = 0; killed < count;) {
    const early = chance.once(10);
    await fleet.settled(early);
    await sleep(chance.between(interval.low, interval.high));
    const targets = fleet.targets(early);
    if (targets.length === 0) continue;
    const victim = chance.pick(targets);
    if (victim.program.kind === 'redis' && redisPort !== null && chance.once(4)) {
      if (await flushRedis(redisPort)) blows.flushes += 1;
      continue;
    }
    if (!(await victim.kill())) continue;
    killed += 1;
    blows.kills.set(victim.program.name, (blows.kills.get(victim.program.name) ?? 0) + 1);
    if (killed % TELL === 0 && killed < count) tell(`${killed} kills`);
    const { low, high } = chance.once(10) ? LONG_AWAY : AWAY;
    returning.push(sleep(chance.between(low, high)).then(() => victim.start()));
  }
  await Promise.all(returning);
  return blows;
}
