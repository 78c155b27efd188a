/** How the programme is set up when the storm comes. */
export const MODES = ['embedded', 'embedded-split', 'postgres', 'redis'] as const;
export type Mode = (typeof MODES)[number];

export interface Shape {
  readonly store: 'sqlite' | 'postgres';
  readonly redis: boolean;
  /** The programme's processes; the first one makes the database. */
  readonly processes: readonly ('all' | 'api' | 'worker')[];
  /** How many of them may be away when the next one is killed: others must be there to take over. */
  readonly mayBeAway: number;
  /** Milliseconds between two blows. A lone process gets longer: right after its start it has hardly answered anybody. */
  readonly interval: { readonly low: number; readonly high: number };
}

const SHORT = { low: 120, high: 450 };
const LONGER = { low: 120, high: 900 };

export const SHAPES: Readonly<Record<Mode, Shape>> = {
  embedded: { store: 'sqlite', redis: false, processes: ['all'], mayBeAway: 0, interval: LONGER },
  'embedded-split': { store: 'sqlite', redis: false, processes: ['api', 'worker'], mayBeAway: 1, interval: SHORT },
  postgres: {
    store: 'postgres',
    redis: false,
    processes: ['api', 'api', 'worker', 'worker'],
    mayBeAway: 1,
    interval: SHORT,
  },
  redis: {
    store: 'postgres',
    redis: true,
    processes: ['api', 'api', 'worker', 'worker'],
    mayBeAway: 1,
    interval: SHORT,
  },
};
