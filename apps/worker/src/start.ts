import { setTimeout as sleep } from 'node:timers/promises';
import { carryJobs, ENTITIES, MIGRATIONS, ProgrammeModule, programmeOf } from '@daegaejo/composition';
import { type Env, EnvError, readEnv } from '@daegaejo/config';
import { createLogger, InstallationEntity, JobCatalogue, NestLog, openStore, type Store } from '@daegaejo/platform';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const WAIT_MS = 60_000;

@Module({})
class WorkerModule {}

/** The same programme without HTTP: does jobs until it is told to stop. */
export async function start(env: Env): Promise<INestApplicationContext> {
  const logger = createLogger(env.logLevel);
  const store = await openStore({
    databaseUrl: env.databaseUrl,
    dataDir: env.dataDir,
    entities: ENTITIES,
    migrations: MIGRATIONS,
  });
  const { rehearsal } = await prepared(store);
  const app = await NestFactory.createApplicationContext(
    { module: WorkerModule, imports: [ProgrammeModule.with(programmeOf(env, store, rehearsal))] },
    { logger: new NestLog(logger), abortOnError: false },
  );
  app.get(JobCatalogue).assertComplete();
  app.enableShutdownHooks();
  await carryJobs(app, { role: 'worker', redisUrl: env.redisUrl });
  return app;
}

/** The api makes the database what it is; a worker that comes first waits for it. */
async function prepared(store: Store): Promise<InstallationEntity> {
  for (let waited = 0; waited < WAIT_MS; waited += 500) {
    const installation = await store.reader.findOneBy(InstallationEntity, { id: 1 });
    if (installation !== null) return installation;
    await sleep(500);
  }
  throw new EnvError('the database is empty; start an api on it first');
}

/** Runs the process: one line when it works, or one with what is wrong. */
export async function main(): Promise<void> {
  try {
    await start(readEnv(process.env));
    console.log('Daegaejo worker is ready');
  } catch (error) {
    console.error(error instanceof EnvError ? error.message : error);
    process.exitCode = 1;
  }
}
