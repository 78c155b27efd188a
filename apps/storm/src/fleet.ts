import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from './member.js';

/** Longest wait for processes to come up, on a slow machine too. */
const PATIENCE_MS = 300_000;
const MOST_CRASHES = 5;

/** All processes of one run. */
export class Fleet {
  constructor(
    private readonly members: readonly Member[],
    /** Address of each api. */
    readonly origins: readonly string[],
    private readonly mayBeAway: number,
  ) {}

  get crashes(): string[] {
    return this.members.flatMap(({ crashes }) => crashes);
  }

  get strays(): number {
    return this.members.reduce((sum, { strays }) => sum + strays, 0);
  }

  /** Starts everything; the first process of the programme alone at first, because it makes the database. */
  async launch(): Promise<void> {
    const first = this.members.find(({ program }) => program.kind !== 'redis');
    for (const member of this.members) if (member.program.kind === 'redis') member.start();
    first?.start();
    await this.until(() => first?.state === 'up');
    this.startAll();
  }

  startAll(): void {
    for (const member of this.members) member.start();
  }

  async allUp(): Promise<void> {
    this.startAll();
    await this.until(() => this.members.every(({ state }) => state === 'up'));
  }

  /** Waits until so many work that a blow tells something; `early` = until anything is there at all. */
  async settled(early: boolean): Promise<void> {
    await this.until(() => this.targets(early).length > 0 && (early || this.away <= this.mayBeAway));
  }

  /** Who can be hit: whoever works, and `early` also who is only just starting. */
  targets(early: boolean): Member[] {
    return this.members.filter(({ state }) => state === 'up' || (early && state === 'starting'));
  }

  /** The end of all of them, as sudden as every other. */
  async retire(): Promise<void> {
    await Promise.all(this.members.map((member) => member.retire()));
  }

  retireNow(): void {
    for (const member of this.members) member.retireNow();
  }

  private get away(): number {
    return this.members.filter(({ program, state }) => program.kind !== 'redis' && state !== 'up').length;
  }

  private async until(reached: () => boolean): Promise<void> {
    const started = performance.now();
    while (!reached()) {
      if (this.crashes.length > MOST_CRASHES) throw new Error(`processes end by themselves\n${this.crashes.at(-1)}`);
      if (performance.now() - started > PATIENCE_MS)
        throw new Error(
          `after ${PATIENCE_MS / 1_000} s: ${this.members.map(({ program, state }) => `${program.name} ${state}`).join(', ')}`,
        );
      await sleep(10);
    }
  }
}
