import { type DynamicModule, Module } from '@nestjs/common';
import { ProgrammeClock } from './command/clock.js';
import { Commands } from './command/commands.js';
import { JOURNAL, type Journal } from './command/journal.js';
import { Queries } from './command/queries.js';
import { Standing } from './command/standing.js';
import { STORE } from './command/store-token.js';
import { UnitOfWork } from './command/unit-of-work.js';
import type { Store } from './data/store.js';
import type { Messages } from './errors/messages.js';
import { SENTENCES, Sentences } from './errors/sentences.js';
import { Traffic } from './http/traffic.js';
import { JobCatalogue } from './jobs/job-catalogue.js';
import type { AnyJob } from './jobs/job-definition.js';
import { JobExecutor } from './jobs/job-executor.js';
import { JobMeter } from './jobs/job-meter.js';
import { JobRunner } from './jobs/job-runner.js';
import { JobSchedule } from './jobs/job-schedule.js';
import { JobStore } from './jobs/job-store.js';
import { Outbox } from './jobs/outbox.js';
import { PruneJobs } from './jobs/prune-jobs.job.js';
import { ShutdownSteps } from './jobs/shutdown-steps.js';

/** What the programme brings to the ground it stands on. */
export interface Ground {
  readonly store: Store;
  /** Keeps the history. */
  readonly journal: Journal;
  readonly messages: Messages;
  /** The catalogue of jobs; each needs exactly one handler before the process starts. */
  readonly jobs: readonly AnyJob[];
}

/** What every feature may ask for, beside the store and the sentences. */
const SERVICES = [
  ProgrammeClock,
  UnitOfWork,
  Commands,
  Queries,
  Standing,
  JobStore,
  JobMeter,
  JobExecutor,
  JobRunner,
  JobSchedule,
  ShutdownSteps,
  Traffic,
];

/** The technical ground. */
@Module({})
export class PlatformModule {
  static with({ store, journal, messages, jobs }: Ground): DynamicModule {
    const catalogue = new JobCatalogue(jobs);
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: STORE, useValue: store },
        { provide: JOURNAL, useValue: journal },
        { provide: SENTENCES, useValue: new Sentences(messages) },
        { provide: JobCatalogue, useValue: catalogue },
        { provide: Outbox, useValue: new Outbox(catalogue) },
        ...SERVICES,
        PruneJobs,
      ],
      exports: [STORE, SENTENCES, JobCatalogue, Outbox, ...SERVICES],
    };
  }
}
