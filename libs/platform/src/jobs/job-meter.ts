import { Injectable } from '@nestjs/common';
import { Counter, Histogram, Registry } from 'prom-client';

/** What this process did, counted; the state of the outbox itself is read from the database when somebody asks. */
@Injectable()
export class JobMeter {
  readonly registry = new Registry();
  private readonly runs = new Counter({
    name: 'daegaejo_job_runs_total',
    help: 'Runs of jobs in this process by outcome (done, failed = to be tried again, dead = given up)',
    labelNames: ['name', 'outcome'],
    registers: [this.registry],
  });
  private readonly durations = new Histogram({
    name: 'daegaejo_job_duration_seconds',
    help: 'How long runs took in this process',
    labelNames: ['name'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60],
    registers: [this.registry],
  });

  ran(name: string, outcome: 'done' | 'failed' | 'dead', tookMs: number): void {
    this.runs.inc({ name, outcome });
    this.durations.observe({ name }, tookMs / 1_000);
  }
}
