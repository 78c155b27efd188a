import { DURABILITY, type Engine } from './database.js';
import { atOnce } from './hand-in.js';
import { type Bench, type Effort, type Entry, entryOf, inTurn, median } from './measure.js';
import { RawClient } from './raw-client.js';
import { type OpenSheet, openScoring } from './round-world.js';
import { startServer } from './server.js';

/** Plans of a small and of a large round, five sheets each, and how many are handed in at a turn. */
const [SMALL, LARGE, FEW] = [20, 10_000, 12];

/** The same in a small round and in a large one: the work for a sheet must not grow with the others. */
async function submitSize(name: string, engine: Engine, { pairs }: Effort): Promise<Entry> {
  const worlds = [];
  try {
    for (const plans of [SMALL, LARGE]) worlds.push(await openWorld(engine, plans));
    const [small, large] = worlds.map(({ client, sheets }) => async (): Promise<number> => {
      const times: number[] = [];
      for (let left = FEW; left > 0; left -= 1) {
        const sheet = sheets.shift();
        if (sheet === undefined) throw new RangeError('no sheet is left to be handed in');
        times.push(...(await atOnce(client, sheet, sheets.length)));
      }
      return median(times);
    });
    if (small === undefined || large === undefined) throw new RangeError('two sizes are compared');
    return entryOf(await inTurn(pairs, large, small), {
      name,
      referenceName: `the same in a round of ${SMALL} plans`,
      target: 1.25,
      unit: 'ms p50 of a sheet, 1 client, one request',
      n: LARGE,
      engine: DURABILITY[engine],
    });
  } finally {
    for (const { close } of worlds) await close();
  }
}

/** A round of that size being scored, with a server of its own. */
async function openWorld(
  engine: Engine,
  plans: number,
): Promise<{ client: RawClient; sheets: OpenSheet[]; close: () => Promise<void> }> {
  const { database, sheets } = await openScoring(engine, plans);
  try {
    const server = await startServer(database.dataDir, database.url);
    const client = await RawClient.open(server.url);
    const close = async (): Promise<void> => {
      client.close();
      await server.stop();
      await database.drop();
    };
    return { client, sheets: [...sheets], close };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

const NAMES: Readonly<Record<string, Engine>> = { 'submit-size': 'sqlite', 'submit-size-postgres': 'postgres' };

export const SUBMIT_SIZE: Bench = {
  names: Object.keys(NAMES),
  needs: (name) => (NAMES[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) yield await submitSize(name, NAMES[name] ?? 'sqlite', effort);
  },
};
