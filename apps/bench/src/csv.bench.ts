import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { sqliteFile } from '@daegaejo/platform';
import { CRITERIA, SHEETS } from './aggregate-world.js';
import { DURABILITY, type Engine } from './database.js';
import { type Bench, type Effort, type Entry, entryOf, figure, inTurn, mustEqual, timed } from './measure.js';
import { type LockedRound, openLocked } from './round-world.js';
import { type Server, startBareServer, startServer } from './server.js';

const SMALL = 1_000;
const MB = 1_048_576;

/** A file as it comes over the socket, to its last byte. */
function download(address: string, token?: string): Promise<Buffer> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    get(address, { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(parts);
        if (response.statusCode === 200 && response.complete) resolve(body);
        else reject(new Error(`${address}: ${response.statusCode} ${body.toString('utf8', 0, 300)}`));
      });
    }).on('error', reject);
  });
}

/** Throws unless there is a line for every sheet and the marks sum to what they should; answers the line of headings. */
function verifyCsv(body: Buffer, { marks, planIds }: LockedRound): string {
  const text = body.toString('utf8');
  const [headings = '', ...lines] = text.split('\r\n');
  mustEqual('end of the last line', lines.pop(), '');
  mustEqual('lines', lines.length, planIds.length * SHEETS);
  let [sum, count] = [0, 0];
  for (const line of lines)
    for (const cell of line.split(',').slice(-CRITERIA)) {
      sum += Math.round(Number(cell) * 100);
      count += 1;
    }
  mustEqual('marks', count, marks.length);
  mustEqual(
    'sum of the marks',
    sum,
    marks.reduce((total, mark) => total + mark, 0),
  );
  return `${headings}\r\n`;
}

/** Throws unless the floor wrote the same file, byte for byte. */
function sameFile(ours: Buffer, floor: Buffer): void {
  if (ours.equals(floor)) return;
  const [own, other] = [ours, floor].map((file) => file.toString('utf8').split('\r\n'));
  const at = own?.findIndex((line, no) => line !== other?.[no]) ?? -1;
  throw new Error(`line ${at} of the floor is not the same:\n${own?.[at]}\n${other?.[at]}`);
}

/** The most memory a process ever had since `forget`; null where the system does not tell. */
function memoryOf({ pid }: Server): { forget: () => void; peak: () => number | null } {
  return {
    forget: () => {
      try {
        writeFileSync(`/proc/${pid}/clear_refs`, '5');
      } catch {
        // no such thing here
      }
    },
    peak: () => {
      try {
        const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return kilobytes === undefined ? null : (Number(kilobytes) * 1_024) / MB;
      } catch {
        return null;
      }
    },
  };
}

async function csvExport(name: string, engine: Engine, { quick, pairs }: Effort): Promise<Entry> {
  const plans = quick ? 3_000 : 10_000;
  const { database, rounds } = await openLocked(engine, [SMALL, plans]);
  const [small, large] = rounds as readonly [LockedRound, LockedRound];
  try {
    const ours = await startServer(database.dataDir, database.url);
    try {
      const exportOf = ({ roundId, secretariat }: LockedRound) =>
        download(`${ours.url}/api/v1/rounds/${roundId}/scores.csv`, secretariat);
      const memory = memoryOf(ours);
      const headings = verifyCsv(await exportOf(small), small);
      memory.forget();
      for (let time = 0; time < pairs; time += 1) verifyCsv(await exportOf(small), small);
      const before = memory.peak();
      memory.forget();
      const bare = await startBareServer({
        ...(database.url === null ? { sqliteFile: sqliteFile(database.dataDir) } : { databaseUrl: database.url }),
        csv: { roundId: large.roundId, headings, criteria: CRITERIA },
      });
      try {
        let last: Buffer = Buffer.alloc(0);
        const measured = await inTurn(
          pairs,
          async () => {
            const took = await timed(async () => {
              last = await exportOf(large);
            });
            verifyCsv(last, large);
            return took;
          },
          async () => {
            let body: Buffer = Buffer.alloc(0);
            const took = await timed(async () => {
              body = await download(`${bare.url}/scores.csv`);
            });
            sameFile(last, body);
            return took;
          },
        );
        const after = memory.peak();
        return entryOf(measured, {
          name,
          referenceName: 'one SQL statement that writes the same file as one text, sent by Nest on Fastify',
          target: 2,
          unit: 'ms to the last byte',
          n: large.marks.length,
          engine: DURABILITY[engine],
          lines: plans * SHEETS,
          bytes: last.length,
          memoryMb: before === null || after === null ? null : { small: figure(before), large: figure(after) },
          memoryGrowthMb: before === null || after === null ? null : Math.round(after - before),
        });
      } finally {
        await bare.stop();
      }
    } finally {
      await ours.stop();
    }
  } finally {
    await database.drop();
  }
}

const ENGINE_OF: Readonly<Record<string, Engine>> = { 'csv-export': 'sqlite', 'csv-export-postgres': 'postgres' };

export const CSV: Bench = {
  names: Object.keys(ENGINE_OF),
  needs: (name) => (ENGINE_OF[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) yield await csvExport(name, ENGINE_OF[name] ?? 'sqlite', effort);
  },
};
