import {
  BullTransport,
  JobExecutor,
  JobRunner,
  JobSchedule,
  JobStore,
  Outbox,
  ShutdownSteps,
  STORE,
  type Store,
  Traffic,
  UnitOfWork,
} from '@daegaejo/platform';
import type { INestApplicationContext } from '@nestjs/common';

export interface CarriageOptions {
  readonly role: 'all' | 'api' | 'worker';
  readonly redisUrl: string | null;
  /** How often to look for jobs nobody told us of, in milliseconds. */
  readonly pollMs?: number;
}

/** Most jobs of one transaction. */
const BATCH = 50;

/**
 * Starts carrying the outbox out, as the settings say: BullMQ with REDIS_URL, else the lease runner over the outbox itself
 * (on PostgreSQL side by side with other workers). A process of role `api` only promises jobs, and with Redis tells of them.
 * It ends with the application: nothing new is taken, and what is under way is waited for.
 */
export async function carryJobs(
  app: INestApplicationContext,
  options: CarriageOptions,
): Promise<{ readonly bull: BullTransport | null }> {
  const works = options.role !== 'api';
  const steps = app.get(ShutdownSteps);
  const schedule = app.get(JobSchedule);
  if (works) {
    schedule.start();
    steps.add(async () => schedule.stop());
  }
  if (options.redisUrl !== null) {
    const bull = new BullTransport(
      {
        outbox: app.get(Outbox),
        executor: app.get(JobExecutor),
        jobs: app.get(JobStore),
        unitOfWork: app.get(UnitOfWork),
      },
      { redisUrl: options.redisUrl, installation: await installationOf(app.get<Store>(STORE)), works, batch: BATCH },
    );
    bull.start();
    steps.add(() => bull.stop());
    return { bull };
  }
  if (works) {
    const runner = app.get(JobRunner);
    const traffic = app.get(Traffic);
    runner.start({ pollMs: options.pollMs ?? 500, batch: BATCH, giveWay: () => traffic.isBusy });
    steps.add(() => runner.stop());
  }
  return { bull: null };
}

/** What tells this database from every other one: the id of the first entry of its history. */
async function installationOf(store: Store): Promise<string> {
  const [first] = await store.reader.query('SELECT "id" FROM "history_entry" ORDER BY "seq" LIMIT 1');
  return String(first?.id ?? '');
}
