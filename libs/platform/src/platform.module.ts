import { type DynamicModule, Module } from '@nestjs/common';
import { ProgrammeClock } from './command/clock.js';
import { Commands } from './command/commands.js';
import { JOURNAL, type Journal } from './command/journal.js';
import { Queries } from './command/queries.js';
import { STORE, UnitOfWork } from './command/unit-of-work.js';
import type { Store } from './data/store.js';
import type { Messages } from './errors/messages.js';
import { SENTENCES, Sentences } from './errors/sentences.js';

/** The technical ground, made of an open store, the journal that keeps the history and the catalogue of sentences. */
@Module({})
export class PlatformModule {
  static with(store: Store, journal: Journal, messages: Messages): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: STORE, useValue: store },
        { provide: JOURNAL, useValue: journal },
        { provide: SENTENCES, useValue: new Sentences(messages) },
        ProgrammeClock,
        UnitOfWork,
        Commands,
        Queries,
      ],
      exports: [STORE, SENTENCES, ProgrammeClock, UnitOfWork, Commands, Queries],
    };
  }
}
