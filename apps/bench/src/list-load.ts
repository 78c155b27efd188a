import { ListCheck } from './list-check.js';
import { asked, RawClient } from './raw-client.js';

/** What a load is to do. */
export interface Load {
  readonly address: string;
  readonly token: string | null;
  readonly connections: number;
  readonly ms: number;
  readonly plans: number;
}

/** What it came to. */
export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  /** Versions of the list that were seen. */
  readonly versions: number;
}

/**
 * A process of its own that asks for a list on so many connections, each as soon as it has its answer, for so long; every list
 * is looked at. Told a load it answers what it came to.
 */
async function carryOut({ address, token, connections, ms, plans }: Load): Promise<Loaded> {
  const { pathname } = new URL(address);
  const headers: Record<string, string> = token === null ? {} : { Authorization: `Bearer ${token}` };
  const check = new ListCheck(plans);
  const clients = await Promise.all(Array.from({ length: connections }, () => RawClient.open(address)));
  check.see(await asked(clients[0] as RawClient, pathname, { headers }));
  let requests = 0;
  const started = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      let least = 0;
      while (performance.now() - started < ms) {
        least = check.see(await asked(client, pathname, { headers }), least);
        requests += 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  for (const client of clients) client.close();
  return { requests, seconds, versions: check.versions };
}

process.on('message', (load: Load) => {
  carryOut(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
