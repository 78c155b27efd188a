import { rmSync } from 'node:fs';
import { EnvError, type Env, readEnv } from '@daegaejo/config';
import { ENTITIES, markDemoLoaded, MIGRATIONS, prepareDatabase, programmeOf } from '@daegaejo/composition';
import { openStore, sqliteFile, type Store } from '@daegaejo/platform';
import { DEMO_PASSWORD } from '@daegaejo/rehearsal';
import { loadFullDemo } from '@daegaejo/rehearsal/demo';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { carryWithBoard } from './queue-board.js';

/** Opens, prepares and serves everything; answers the application and its address. */
export async function start(env: Env): Promise<{ app: NestFastifyApplication; url: string; note: string }> {
  if (env.role === 'worker')
    throw new EnvError('wrong settings, expected\n  ROLE: all or api (a worker is another program)');
  const { store, adminPassword, demo } = await openPrepared(env);
  try {
    const installation = demo.installation;
    const programme = programmeOf(env, store, installation.rehearsal);
    const { app, logger } = await createApp(programme, env.logLevel, (made) =>
      carryWithBoard(made, { role: env.role === 'api' ? 'api' : 'all', redisUrl: env.redisUrl }),
    );
    // The demo speaks 800 requests into the server and Fastify names every address it listens on: one line is enough.
    logger.level = 'warn';
    if (installation.demo === 'loading') {
      await loadFullDemo(app.getHttpAdapter().getInstance());
      await markDemoLoaded(store);
    }
    await app.listen(env.port, '0.0.0.0');
    logger.level = env.logLevel;
    const address = app.getHttpServer().address();
    const port = typeof address === 'object' && address !== null ? address.port : env.port;
    const people =
      installation.demo === 'off'
        ? ''
        : `, demo sign-ins admin, kicox-secretary, molit-officer, gyeongbuk-writer … (password ${DEMO_PASSWORD}; all: /api/v1/demo/accounts)`;
    const first =
      adminPassword === null ? '' : `, first administrator: admin / ${adminPassword} (shown once; must be changed)`;
    return { app, url: `http://localhost:${port}`, note: `${people}${first}` };
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}

/** A full demo that was cut off while it was being played is thrown away and played anew; it was never served. */
async function openPrepared(
  env: Env,
): Promise<{ store: Store; adminPassword: string | null; demo: Awaited<ReturnType<typeof prepareDatabase>> }> {
  const options = { databaseUrl: env.databaseUrl, dataDir: env.dataDir, entities: ENTITIES, migrations: MIGRATIONS };
  let store = await openStore(options);
  let known = await prepareDatabase(store, env);
  if (known.installation.demo === 'loading' && !known.fresh) {
    if (store.dialect === 'postgres')
      throw new EnvError('the demo in this database is half loaded; give DATABASE_URL an empty database');
    await store.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${sqliteFile(env.dataDir)}${suffix}`, { force: true });
    store = await openStore(options);
    known = await prepareDatabase(store, env);
  }
  return { store, adminPassword: known.adminPassword, demo: known };
}

/** Runs the process: one line with the address, or one with what is wrong. */
export async function main(): Promise<void> {
  try {
    const { url, note } = await start(readEnv(process.env));
    console.log(`Daegaejo is ready: ${url}${note}`);
  } catch (error) {
    console.error(error instanceof EnvError ? error.message : error);
    process.exitCode = 1;
  }
}
