import type { UnitOfWork } from '../command/unit-of-work.js';
import type { JobDefinition, JobRun } from './job-definition.js';
import type { JobStore, TakenJob } from './job-store.js';

const SYSTEM = { personId: null, requestId: null } as const;
const REPORT_MS = 1_000;

/** A run outside any transaction: keeps its lease alive and shows how far it is. */
export class LeasedRun implements JobRun {
  readonly jobId: string;
  readonly attempt: number;
  private timer: NodeJS.Timeout | undefined;
  private renewing: Promise<void> = Promise.resolve();
  private progress: string | null = null;
  private reportedAt = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobStore,
    private readonly definition: JobDefinition,
    job: TakenJob,
    private readonly holder: string,
  ) {
    this.jobId = job.id;
    this.attempt = job.failures + 1;
  }

  keepAlive(): void {
    this.timer = setInterval(() => this.renew(), Math.max(200, this.definition.leaseMs / 3));
    this.timer.unref();
  }

  report({ done, total }: { done: number; total: number }): void {
    this.progress = `${done}/${total}`;
    if (performance.now() - this.reportedAt < REPORT_MS) return;
    this.reportedAt = performance.now();
    this.renew();
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.renewing;
  }

  /** A lease that could not be renewed runs out: the store step then finds it lost and changes nothing. */
  private renew(): void {
    this.renewing = this.renewing.then(() => this.renewOnce());
  }

  private async renewOnce(): Promise<void> {
    const { jobs, jobId, holder, definition, progress } = this;
    await this.unitOfWork
      .run(SYSTEM, ({ manager }) => jobs.renew(manager, jobId, holder, definition.leaseMs, progress))
      .catch(() => undefined);
  }
}
