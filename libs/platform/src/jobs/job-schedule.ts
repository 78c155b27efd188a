import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../command/unit-of-work.js';
import type { JobDefinition } from './job-definition.js';
import { Outbox } from './outbox.js';

const SYSTEM = { personId: null, requestId: null } as const;

/**
 * Promises the jobs that recur. A turn that is missed (process down, store in trouble) is made up by the next one:
 * recurring jobs look for what is due, they never count turns. Several processes may keep the same schedule.
 */
@Injectable()
export class JobSchedule {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  start(): void {
    for (const definition of this.outbox.catalogue.all)
      if (definition.everySeconds !== undefined) {
        this.promise(definition);
        this.timers.push(setInterval(() => this.promise(definition), definition.everySeconds * 1_000));
      }
  }

  stop(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
  }

  private promise(definition: JobDefinition): void {
    void this.unitOfWork.run(SYSTEM, (tx) => tx.enqueue(definition, {})).catch(() => undefined);
  }
}
