import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../command/unit-of-work.js';
import { StoreUnavailable } from '../data/store.js';
import { retryAfterMs } from '../rules/index.js';
import { type JobCatalogue, PayloadError } from './job-catalogue.js';
import { type JobDefinition, JobRefused } from './job-definition.js';
import { JobMeter } from './job-meter.js';
import { JobStore, type TakenJob } from './job-store.js';
import { Outbox } from './outbox.js';
import { LeasedRun } from './leased-run.js';

const SYSTEM = { personId: null, requestId: null } as const;
/** On the embedded store a transaction takes no further job after this long: everybody else's writes wait for it. */
const TURN_MS = 8;
/** A job taken so often without an end kills the process that runs it. */
const MOST_LEASES = 60;

/** Takes due jobs and does them; the one place where a job becomes an effect, whatever carried the news of it. */
@Injectable()
export class JobExecutor {
  private readonly log = new Logger('jobs');
  /** Who holds the leases this process takes. */
  private readonly me = randomUUID().slice(0, 13);
  private readonly catalogue: JobCatalogue;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobStore,
    private readonly meter: JobMeter,
    outbox: Outbox,
  ) {
    this.catalogue = outbox.catalogue;
  }

  /** Does this kind of job work outside a transaction before it stores? */
  worksOutside(name: string): boolean {
    return this.catalogue.find(name) !== undefined && this.catalogue.handlerOf(name).perform !== undefined;
  }

  /**
   * Does up to `limit` due jobs called `name`; answers how many were taken (0 = nothing is due, or others have it).
   * `onTaken` is called once the jobs are this process's and before they are done: there may be more for somebody else. `likely`
   * spares the look whether anything is due, where the last portion was a full one.
   */
  async runDue(name: string, limit: number, onTaken: () => void = () => undefined, likely = false): Promise<number> {
    if (!likely && !(await this.jobs.hasDue(name))) return 0;
    const definition = this.catalogue.find(name);
    if (definition !== undefined && this.worksOutside(name)) return this.runOutside(definition, limit, onTaken);
    // Most batches have no bad job in them: only where one shows up is the batch done again with a savepoint for each.
    try {
      return await this.runWithin(name, definition, limit, false);
    } catch (error) {
      if (!(error instanceof SpoiledBatch)) throw error;
      return this.runWithin(name, definition, limit, true);
    }
  }

  /** Jobs of one transaction, taken, done and marked done in it. */
  private async runWithin(
    name: string,
    definition: JobDefinition | undefined,
    limit: number,
    careful: boolean,
  ): Promise<number> {
    let done: { readonly id: string; readonly tookMs: number }[] = [];
    const count = await this.unitOfWork.run(SYSTEM, async (tx) => {
      done = []; // the store may run the work again
      let taken = 0;
      const begun = performance.now();
      for (const job of await this.jobs.take(tx.manager, name, limit)) {
        const started = performance.now();
        if (tx.dialect === 'sqlite' && taken > 0 && started - begun > TURN_MS) break;
        taken += 1;
        const isDone = careful ? await this.spared(tx, definition, job) : await this.within(tx, definition, job);
        if (isDone) done.push({ id: job.id, tookMs: performance.now() - started });
      }
      if (done.length > 0)
        await this.jobs.finish(
          tx.manager,
          done.map(({ id }) => id),
        );
      return taken;
    });
    for (const { tookMs } of done) this.meter.ran(name, 'done', tookMs);
    return count;
  }

  /** One job inside the transaction that took it. Throws SpoiledBatch where it fails: nothing of the batch may stay then. */
  private async within(tx: Tx, definition: JobDefinition | undefined, job: TakenJob): Promise<true> {
    try {
      await this.storeOf(tx, definition, job);
      return true;
    } catch (error) {
      if (error instanceof StoreUnavailable || isStoreTrouble(error)) throw error;
      throw new SpoiledBatch();
    }
  }

  /** The same with a savepoint of its own, so that a bad one spoils nothing else. */
  private async spared(tx: Tx, definition: JobDefinition | undefined, job: TakenJob): Promise<boolean> {
    const started = performance.now();
    await tx.manager.query('SAVEPOINT job');
    try {
      await this.storeOf(tx, definition, job);
      await tx.manager.query('RELEASE SAVEPOINT job');
      return true;
    } catch (error) {
      if (error instanceof StoreUnavailable || isStoreTrouble(error)) throw error;
      await tx.manager.query('ROLLBACK TO SAVEPOINT job');
      await tx.manager.query('RELEASE SAVEPOINT job');
      await this.failed(tx, definition, job, error, performance.now() - started);
      return false;
    }
  }

  private async storeOf(tx: Tx, definition: JobDefinition | undefined, job: TakenJob): Promise<void> {
    if (definition === undefined) throw new PayloadError(`there is no job ${job.name} in this process`);
    const payload = this.catalogue.parse(definition, job.payload);
    const behalf = tx.for({ personId: null, requestId: job.requestId ?? job.id });
    await this.catalogue.handlerOf(job.name).store(behalf, payload, undefined);
  }

  /** Jobs that work outside a transaction first: leased, performed side by side, then stored and marked done in one. */
  private async runOutside(definition: JobDefinition, limit: number, onTaken: () => void): Promise<number> {
    const taken = await this.unitOfWork.run(SYSTEM, async (tx) => {
      const jobs = await this.jobs.take(tx.manager, definition.name, limit);
      for (const job of jobs) await this.jobs.lease(tx.manager, job.id, this.holderOf(job), definition.leaseMs);
      return jobs;
    });
    if (taken.length === limit) onTaken();
    await Promise.all(taken.map((job) => this.outside(definition, job)));
    return taken.length;
  }

  private async outside(definition: JobDefinition, job: TakenJob): Promise<void> {
    const started = performance.now();
    const holder = this.holderOf(job);
    const run = new LeasedRun(this.unitOfWork, this.jobs, definition, job, holder);
    try {
      if (job.leases >= MOST_LEASES) throw new JobRefused(`taken ${job.leases} times without an end`);
      const handler = this.catalogue.handlerOf(job.name);
      const payload = this.catalogue.parse(definition, job.payload);
      run.keepAlive();
      const result = await handler.perform?.(payload, run);
      await run.end();
      await this.unitOfWork.run({ personId: null, requestId: job.requestId ?? job.id }, async (tx) => {
        if (!(await this.jobs.finishLeased(tx.manager, job.id, holder))) throw new LeaseLost();
        await handler.store(tx, payload, result);
      });
      this.meter.ran(job.name, 'done', performance.now() - started);
    } catch (error) {
      await run.end();
      if (error instanceof LeaseLost) return; // somebody else has it now, and will do it
      const trouble = error instanceof StoreUnavailable || isStoreTrouble(error);
      await this.unitOfWork
        .run(SYSTEM, (tx) =>
          trouble
            ? this.jobs.letGo(tx.manager, job.id, holder, 1_000)
            : this.failed(tx, definition, job, error, performance.now() - started),
        )
        .catch((cause: unknown) =>
          this.log.warn(`${job.name} ${job.id}: its failure was not stored: ${textOf(cause)}`),
        ); // the lease runs out
    }
  }

  private async failed(
    tx: Tx,
    definition: JobDefinition | undefined,
    job: TakenJob,
    error: unknown,
    tookMs: number,
  ): Promise<void> {
    const failures = job.failures + 1;
    const hopeless = error instanceof PayloadError || error instanceof JobRefused || definition === undefined;
    const text = textOf(error);
    if (hopeless || failures >= definition.attempts) {
      await this.jobs.bury(tx.manager, job, text);
      this.meter.ran(job.name, 'dead', tookMs);
      this.log.error(`${job.name} ${job.id} is given up after ${failures} failure(s): ${text}`);
      return;
    }
    await this.jobs.putBack(tx.manager, job, retryAfterMs(definition.backoff, failures), text);
    this.meter.ran(job.name, 'failed', tookMs);
    this.log.warn(`${job.name} ${job.id} failed (${failures} of ${definition.attempts}): ${text}`);
  }

  private holderOf(job: TakenJob): string {
    return `${this.me}:${job.leases + 1}`;
  }
}

/** A job of a batch failed, so the whole batch is to be done once more, each job by itself. */
class SpoiledBatch extends Error {
  override readonly name = 'SpoiledBatch';
}

class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The error's name and message: what an administrator needs; never a stack, never a payload. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code;
  return `${error.name}${typeof code === 'string' && code !== error.message ? ` ${code}` : ''}: ${error.message}`;
}

/** Disk full, lock, lost connection: the whole transaction is to be tried again, the job is not to blame. */
function isStoreTrouble(error: unknown): boolean {
  const code =
    (error as { driverError?: { code?: unknown } } | null)?.driverError?.code ?? (error as { code?: unknown }).code;
  return (
    typeof code === 'string' && /^(SQLITE_(FULL|BUSY|IOERR|CANTOPEN|READONLY)|40001|40P01|55P03|08|57P|53)/.test(code)
  );
}
