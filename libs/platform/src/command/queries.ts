import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Store } from '../data/store.js';
import { unavailableOr } from '../data/store-fault.js';
import type { Instant } from '../rules/index.js';
import { ProgrammeClock } from './clock.js';
import { STORE } from './store-token.js';

/** What a read may use: committed data, and the time it is. */
export interface Reading {
  readonly manager: EntityManager;
  readonly dialect: 'sqlite' | 'postgres';
  readonly now: Instant;
}

/** Runs reads, on the connection that sees committed data only. */
@Injectable()
export class Queries {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly clock: ProgrammeClock,
  ) {}

  /** A read that asks no time: the programme's clock may itself be a statement. */
  timeless<T>(read: (reading: Omit<Reading, 'now'>) => Promise<T>): Promise<T> {
    return read({ manager: this.store.reader, dialect: this.store.dialect }).catch(asUnavailable);
  }

  async run<T>(read: (reading: Reading) => Promise<T>): Promise<T> {
    return this.timeless(async ({ manager, dialect }) =>
      read({ manager, dialect, now: await this.clock.now(manager) }),
    );
  }
}

function asUnavailable(error: unknown): never {
  throw unavailableOr(error);
}
