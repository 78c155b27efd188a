import { Inject, Injectable } from '@nestjs/common';
import type { Store } from '../data/store.js';
import { STORE } from './store-token.js';

/** How much is kept in one calm; what was kept first goes first. */
const MOST = 1_000;

/**
 * A stretch of time in which nobody committed anything: what follows from the database alone stands as long as it lasts.
 * Whoever keeps something must have had it before he began to read, or he keeps what was true before it.
 */
export class Calm {
  private readonly kept = new Map<string, unknown>();

  /** What was kept under `key` in it. */
  get<T>(key: string): T | undefined {
    return this.kept.get(key) as T | undefined;
  }

  keep(key: string, value: unknown): void {
    if (this.kept.size >= MOST) for (const first of this.kept.keys()) if (this.kept.delete(first)) break;
    this.kept.set(key, value);
  }
}

/** Tells which calm it is (docs/adr/0029). */
@Injectable()
export class Standing {
  private stamp: number | string | null = null;
  private current = new Calm();

  constructor(@Inject(STORE) private readonly store: Store) {}

  /** The calm there is now: the database is asked each time, so what another process committed ends the last one too. */
  calm(): Calm | Promise<Calm> {
    const stamp = this.store.stamp();
    return stamp instanceof Promise ? stamp.then((known) => this.calmOf(known)) : this.calmOf(stamp);
  }

  private calmOf(stamp: number | string): Calm {
    if (stamp !== this.stamp) {
      this.stamp = stamp;
      this.current = new Calm();
    }
    return this.current;
  }
}
