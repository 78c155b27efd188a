import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { JobExecutor } from './job-executor.js';
import { JobStore } from './job-store.js';
import { Outbox, type Promised } from './outbox.js';

export interface RunnerOptions {
  /** How often to look for jobs nobody told us of (delayed, promised by another process, left by a dead one). */
  readonly pollMs: number;
  /** Most jobs of one transaction. */
  readonly batch: number;
  /** Is somebody waiting for an answer of this process? Jobs then come in small portions with long rests between them. */
  readonly giveWay?: () => boolean;
}

/** While requests are answered: so many jobs of one transaction, and a rest so many times as long as it took, at least. */
const PORTION = 10;
const REST = 3;
const LEAST_REST_MS = 2;
const LONGEST_REST_MS = 100;

/** After trouble of the store: disk full, connection lost. */
const TROUBLE_MS = 1_000;

/** Carries the outbox out in this process: told of a commit it starts at once, and it looks by itself from time to time. */
@Injectable()
export class JobRunner {
  private readonly log = new Logger('jobs');
  private readonly active = new Map<string, { slots: number; again: boolean }>();
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private options: RunnerOptions | null = null;
  private unsubscribe: (() => void) | undefined;
  private polling: Promise<void> = Promise.resolve();

  constructor(
    private readonly outbox: Outbox,
    private readonly executor: JobExecutor,
    private readonly jobs: JobStore,
  ) {}

  /** Starts looking after the outbox. */
  start(options: RunnerOptions): void {
    this.options = options;
    this.unsubscribe = this.outbox.onPromise((promised) => this.carry(promised));
    this.timer = setInterval(() => this.poll(), options.pollMs);
    this.poll();
  }

  /** Takes nothing new and waits for what is under way. */
  async stop(): Promise<void> {
    this.options = null;
    this.unsubscribe?.();
    clearInterval(this.timer);
    await this.polling;
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  /** Looks for due jobs now. */
  poll(): void {
    this.polling = this.polling.then(() => this.pollOnce());
  }

  private async pollOnce(): Promise<void> {
    if (this.options === null) return;
    const names = await this.jobs.dueNames().catch(() => []);
    for (const name of names) this.kick(name);
  }

  /** Is nothing under way in this process? For tests and a graceful end. */
  get idle(): boolean {
    return this.running.size === 0;
  }

  private carry(promised: readonly Promised[]): void {
    for (const name of new Set(promised.filter(({ delayMs }) => delayMs === 0).map(({ name: own }) => own)))
      this.kick(name);
  }

  /** Opens another line of work for this kind of job, up to its concurrency; a full house is told to look once more. */
  private kick(name: string): void {
    if (this.options === null) return;
    const state = this.active.get(name) ?? { slots: 0, again: false };
    this.active.set(name, state);
    const most = this.outbox.catalogue.find(name)?.concurrency ?? 1;
    if (state.slots >= most) {
      state.again = true;
      return;
    }
    state.slots += 1;
    const line = this.drain(name, state).finally(() => {
      state.slots -= 1;
      this.running.delete(line);
    });
    this.running.add(line);
  }

  private async drain(name: string, state: { again: boolean }): Promise<void> {
    let full = false;
    while (this.options !== null) {
      const { batch, giveWay } = this.options;
      const started = performance.now();
      const limit = this.executor.worksOutside(name) ? 1 : giveWay?.() ? Math.min(PORTION, batch) : batch;
      state.again = false;
      let count = 0;
      try {
        count = await this.executor.runDue(name, limit, () => this.kick(name), full);
      } catch (error) {
        this.log.warn(`${name}: the store did not take it: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(TROUBLE_MS);
        return;
      }
      if (count === 0 && !state.again) return;
      full = limit > 1 && count === limit;
      await nextTurn(); // requests that came in meanwhile are noticed now
      if (giveWay?.()) await sleep(restAfter(performance.now() - started));
    }
  }
}

const restAfter = (tookMs: number): number => Math.min(LONGEST_REST_MS, Math.max(LEAST_REST_MS, tookMs * REST));
