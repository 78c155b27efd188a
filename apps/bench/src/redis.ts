import { Redis } from 'ioredis';

export const REDIS_URL = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

/** Where BullMQ's queues live, as its own options want it. */
export function redisConnection() {
  const { hostname, port, username, password, pathname } = new URL(REDIS_URL);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    db: Number(pathname.slice(1) || 0),
    maxRetriesPerRequest: null,
  };
}

/** How Redis keeps what it is told, for the entry: the outbox does not rest on it. */
export async function redisDurability(): Promise<string> {
  const client = new Redis(redisConnection());
  try {
    const [, appendOnly] = (await client.config('GET', 'appendonly')) as [string, string];
    return `redis, appendonly=${appendOnly}`;
  } finally {
    client.disconnect();
  }
}

/** Does a Redis answer? */
export async function redisAnswers(): Promise<boolean> {
  const client = new Redis({
    ...redisConnection(),
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    retryStrategy: () => null,
  });
  client.on('error', () => undefined);
  try {
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
