import type { TransitionTable } from './transition-table.js';

export const JOB_STATES = ['waiting', 'running', 'done', 'superseded', 'dead'] as const;
/** A job of the outbox: waiting (maybe for its time), running (on lease), done, superseded (a younger one covers it), dead (given up). */
export type JobState = (typeof JOB_STATES)[number];
export type JobAction = 'start' | 'finish' | 'fail' | 'give-up' | 'supersede' | 'retry';

/** Life of a job. `waiting` finishes directly where claim and effect are one transaction; `dead` waits for a person. */
export const JOB_TABLE: TransitionTable<JobState, JobAction> = {
  initial: 'waiting',
  finals: ['done', 'superseded'],
  moves: {
    waiting: { start: 'running', finish: 'done', fail: 'waiting', 'give-up': 'dead' },
    running: { start: 'running', finish: 'done', fail: 'waiting', supersede: 'superseded', 'give-up': 'dead' },
    done: {},
    superseded: {},
    dead: { retry: 'waiting' },
  },
};

/** How long a failed job waits before it is tried again: `firstMs`, then `factor` times longer each time, at most `maxMs`. */
export interface Backoff {
  readonly firstMs: number;
  readonly factor: number;
  readonly maxMs: number;
}

/** Milliseconds to wait after the n-th failure (n ≥ 1). */
export function retryAfterMs({ firstMs, factor, maxMs }: Backoff, failures: number): number {
  return Math.min(maxMs, Math.round(firstMs * factor ** Math.max(0, failures - 1)));
}
