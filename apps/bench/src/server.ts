import { type ChildProcess, fork, spawn } from 'node:child_process';
import path from 'node:path';
import type { BareOrder } from './bare-server.js';
import type { Seen } from './latency.js';
import type { Load, Loaded } from './list-load.js';

/** Settings that would lead the server of a bench somewhere else. */
const OURS = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'REHEARSAL', 'ROLE', 'PUBLIC_URL', 'METRICS_TOKEN'];

export interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The real api in a process of its own, doing its jobs itself, on a database that is prepared already. */
export async function startServer(dataDir: string, databaseUrl: string | null): Promise<Server> {
  const main = path.resolve(__dirname, '../../../../api/apps/api/src/main.js');
  const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.includes(name)));
  const child = spawn(process.execPath, [main], {
    env: {
      ...rest,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      DATA_DIR: dataDir,
      PORT: '0',
      DEMO: 'people',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = endOf(child);
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /is ready: (http:\/\/[^\s,]+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready\n${output}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The framework alone, in a process of its own. */
export async function startBareServer(order: BareOrder): Promise<Server> {
  const child = fork(path.resolve(__dirname, 'bare-server.js'), [JSON.stringify(order)]);
  const ended = endOf(child);
  const url = await Promise.race([
    new Promise<string>((resolve) => {
      child.once('message', (told) => resolve(String(told)));
    }),
    ended.then((): never => {
      throw new Error('the bare server ended before it was ready');
    }),
  ]);
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

/** Whoever asks for lists on many connections, from a process of his own. */
export interface Loader {
  carryOut(load: Load): Promise<Loaded>;
  stop(): Promise<void>;
}

export function startLoader(): Loader {
  const child = fork(path.resolve(__dirname, 'list-load.js'));
  const ended = endOf(child);
  return {
    carryOut: (load) => {
      const loaded = new Promise<Loaded>((resolve) => {
        child.once('message', (told) => resolve(told as Loaded));
      });
      child.send(load);
      return Promise.race([
        loaded,
        ended.then((): never => {
          throw new Error('a request failed');
        }),
      ]);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Somebody who asks all the time, from a process of his own. */
export interface Asker {
  /** What he sees from now until `work` is done. */
  during(work: () => Promise<void>): Promise<Seen>;
  stop(): Promise<void>;
}

export function startAsker(address: string, token: string, connections: number): Asker {
  const child = fork(path.resolve(__dirname, 'latency.js'), [address, token, String(connections)]);
  const ended = endOf(child);
  let stopping = false;
  const broken = ended.then((): never => {
    throw new Error(stopping ? 'stopped' : 'a request failed');
  });
  broken.catch(() => undefined);
  return {
    during: async (work) => {
      child.send('begin');
      await Promise.race([work(), broken]);
      const seen = new Promise<Seen>((resolve) => {
        child.once('message', (told) => resolve(told as Seen));
      });
      child.send('end');
      return Promise.race([seen, broken]);
    },
    stop: async () => {
      stopping = true;
      child.send('stop');
      await ended;
    },
  };
}

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
  });
