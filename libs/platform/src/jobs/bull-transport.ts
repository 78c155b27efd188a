import { createHash, randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { Queue, Worker } from 'bullmq';
import type { UnitOfWork } from '../command/unit-of-work.js';
import type { JobExecutor } from './job-executor.js';
import type { JobStore } from './job-store.js';
import type { Outbox, Promised } from './outbox.js';

export interface BullOptions {
  readonly redisUrl: string;
  /** Tells the queues of one installation from those of another on the same Redis. */
  readonly installation: string;
  /** Does this process also do jobs, or only tell of them? */
  readonly works: boolean;
  readonly batch: number;
}

interface Parts {
  readonly outbox: Outbox;
  readonly executor: JobExecutor;
  readonly jobs: JobStore;
  readonly unitOfWork: UnitOfWork;
}

const SYSTEM = { personId: null, requestId: null } as const;
const SWEEP_MS = 1_000;
/** A nudge gets this long before a sweep repeats it; then again every so often. */
const GRACE_MS = 2_000;
const AGAIN_MS = 5_000;
const SWEEP_LIMIT = 500;
const ADD_TIMEOUT_MS = 2_000;
/** What is under way may take this long at the end. */
const STOP_MS = 15_000;
/** A worker that dies again and again over one job must not make Redis give the job up: that is for the outbox to decide. */
const MAX_STALLED = 50;

/**
 * BullMQ as the carrier of the outbox's news (docs/adr/0008). A Bull job says "this one is due" and holds an id, nothing else;
 * whoever gets it takes the job from the outbox as always. Lost nudges, delayed jobs and retries are told by a sweep,
 * each time under a new Bull id. While Redis is away a working process does what is due straight from the outbox.
 */
export class BullTransport {
  private readonly log = new Logger('jobs');
  private readonly queues = new Map<string, Queue>();
  private readonly workers: Worker[] = [];
  private readonly prefix: string;
  private unsubscribe: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private reachable = true;
  private stopping = false;

  constructor(
    private readonly parts: Parts,
    private readonly options: BullOptions,
  ) {
    this.prefix = `daegaejo-${createHash('sha256').update(options.installation).digest('hex').slice(0, 12)}`;
  }

  /** The transport queues, for a board to look into. */
  get board(): readonly Queue[] {
    return [...this.queues.values()];
  }

  start(): void {
    const names = new Set(this.parts.outbox.catalogue.all.map(({ queue }) => queue));
    for (const name of names) {
      const queue = new Queue(name, {
        connection: this.connection(1),
        prefix: this.prefix,
        defaultJobOptions: { removeOnComplete: true, removeOnFail: { count: 100 } },
      });
      queue.on('error', (error) => this.trouble(error));
      this.queues.set(name, queue);
      if (this.options.works) this.workers.push(this.workerOn(name));
    }
    this.unsubscribe = this.parts.outbox.onPromise((promised) => void this.tell(promised));
    this.timer = setInterval(() => this.sweep(), SWEEP_MS);
    this.sweep();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.unsubscribe?.();
    clearInterval(this.timer);
    await this.sweeping;
    const workers = this.workers.map((worker) => worker.close(!this.reachable));
    const queues = [...this.queues.values()].map((queue) => (this.reachable ? queue.close() : queue.disconnect()));
    // A Redis that never answered has nothing to say goodbye to; its connections end with their next try.
    const patience = this.reachable ? STOP_MS : ADD_TIMEOUT_MS;
    await withTimeout(Promise.allSettled([...workers, ...queues]), patience).catch(() => undefined);
  }

  /** Redis is looked for until the process stops. */
  private connection(maxRetriesPerRequest: number | null) {
    const retryStrategy = (times: number): number | null => (this.stopping ? null : Math.min(times * 100, 2_000));
    return { ...connectionOf(this.options.redisUrl), maxRetriesPerRequest, retryStrategy };
  }

  private workerOn(queue: string): Worker {
    const mine = this.parts.outbox.catalogue.all.filter((definition) => definition.queue === queue);
    const worker = new Worker(queue, (job) => this.take(job.name), {
      connection: this.connection(null),
      prefix: this.prefix,
      concurrency: mine.reduce((sum, { concurrency }) => sum + concurrency, 0),
      lockDuration: 30_000,
      stalledInterval: 5_000,
      maxStalledCount: MAX_STALLED,
    });
    worker.on('error', (error) => this.trouble(error));
    return worker;
  }

  /**
   * Does what is due under this name until nothing is left that nobody else is doing: the nudge that came may stand for a job
   * that is done, and a job for which none came may lie beside it.
   */
  private async take(name: string): Promise<void> {
    const { executor } = this.parts;
    const limit = executor.worksOutside(name) ? 1 : this.options.batch;
    while ((await executor.runDue(name, limit)) > 0);
  }

  /** Never awaited by a request, never throws: what is not told now is told by the sweep. */
  private async tell(promised: readonly Promised[]): Promise<void> {
    const now = promised.filter(({ delayMs }) => delayMs === 0);
    await this.add(now.map(({ id, name }) => ({ id, name, jobId: id }))).catch((error: unknown) => this.trouble(error));
  }

  private async add(jobs: readonly { id: string; name: string; jobId: string }[]): Promise<void> {
    const nudges = this.nudgesFor(jobs);
    for (const [queueName, queue] of this.queues) {
      const own = nudges.filter(({ name }) => (this.parts.outbox.catalogue.find(name)?.queue ?? '') === queueName);
      if (own.length === 0) continue;
      const adding = queue.addBulk(own.map(({ id, name, jobId }) => ({ name, data: { id }, opts: { jobId } })));
      await withTimeout(adding, ADD_TIMEOUT_MS);
    }
    this.reachable = true;
  }

  /** Jobs done in batches need one nudge a batch; whatever works outside a transaction is done side by side, one a nudge. */
  private nudgesFor<J extends { readonly name: string }>(jobs: readonly J[]): J[] {
    const counts = new Map<string, number>();
    return jobs.filter(({ name }) => {
      const before = counts.get(name) ?? 0;
      counts.set(name, before + 1);
      return before % this.options.batch === 0 || this.parts.executor.worksOutside(name);
    });
  }

  private sweep(): void {
    this.sweeping = this.sweeping
      .then(() => this.sweepOnce())
      .catch((error: unknown) => this.log.warn(`sweep: ${error instanceof Error ? error.message : String(error)}`));
  }

  private async sweepOnce(): Promise<void> {
    const { jobs, unitOfWork, outbox } = this.parts;
    const grace = this.reachable ? GRACE_MS : 0;
    const left = await jobs.unannounced(grace, this.reachable ? AGAIN_MS : 0, SWEEP_LIMIT);
    if (left.length === 0) return;
    // What this version does not know has no queue; it is looked at once and becomes a dead letter.
    for (const name of new Set(left.map((job) => job.name)))
      if (this.options.works && outbox.catalogue.find(name) === undefined) await this.take(name);
    const ids = left.map(({ id }) => id);
    // Marked first: a nudge must not find its row locked by the mark.
    await unitOfWork.run(SYSTEM, ({ manager }) => jobs.announced(manager, ids));
    const stamp = randomBytes(6).toString('hex');
    try {
      await this.add(left.map(({ id, name }) => ({ id, name, jobId: `${id}-${stamp}` })));
    } catch (error) {
      this.trouble(error);
      if (!this.options.works) return;
      for (const name of new Set(left.map((job) => job.name))) await this.take(name);
    }
  }

  private trouble(error: unknown): void {
    if (this.reachable) this.log.warn(`Redis is away; the outbox is carried out directly: ${String(error)}`);
    this.reachable = false;
  }
}

function connectionOf(redisUrl: string) {
  const url = new URL(redisUrl);
  const database = Number(url.pathname.slice(1));
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    ...(Number.isSafeInteger(database) && database > 0 ? { db: database } : {}),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
    connectTimeout: 2_000,
  };
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  work.catch(() => undefined); // a late failure is nobody's any more
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
