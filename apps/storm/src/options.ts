import { type Mode, MODES } from './modes.js';

export interface Options {
  readonly modes: readonly Mode[];
  /** Nobody named the modes: those whose services are missing are left out. */
  readonly allModes: boolean;
  readonly kills: number;
  readonly seeds: readonly number[];
  readonly clients: number;
  /** Runs side by side. */
  readonly atOnce: number;
}

/** The embedded store with one process, PostgreSQL alone, PostgreSQL with Redis; `embedded-split` only where it is named. */
const ALL: readonly Mode[] = ['embedded', 'postgres', 'redis'];
const NAMES = ['--mode', '--kills', '--seed', '--clients', '--at-once'];
const USAGE = `usage: npm run storm -- [--mode ${[...MODES, 'all'].join('|')}] [--kills 200] [--seed 1,2,3] [--clients 8] [--at-once 1]`;

/** The settings are not understood; the message says what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export function readOptions(args: readonly string[]): Options {
  const given = new Map<string, string>();
  const words = args.filter((word) => word !== '--');
  for (let at = 0; at < words.length; at += 2) {
    const [name, value] = [words[at] ?? '', words[at + 1]];
    if (!NAMES.includes(name) || value === undefined) throw new UsageError(USAGE);
    given.set(name, value);
  }
  const modes = (given.get('--mode') ?? 'all').split(',');
  const allModes = modes.includes('all');
  if (!allModes && !modes.every((mode) => (MODES as readonly string[]).includes(mode))) throw new UsageError(USAGE);
  return {
    modes: allModes ? ALL : (modes as Mode[]),
    allModes,
    kills: wholeNumber(given.get('--kills') ?? '200'),
    seeds: (given.get('--seed') ?? '1').split(',').map(wholeNumber),
    clients: wholeNumber(given.get('--clients') ?? '8'),
    atOnce: wholeNumber(given.get('--at-once') ?? '1'),
  };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(USAGE);
  return Number(text);
}
