import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const KILLS = 15;
const ROOT = path.resolve(__dirname, '../..');

interface Run {
  readonly mode: string;
  readonly ok: boolean;
  readonly faults: readonly string[];
  readonly [figure: string]: unknown;
}

/** Why the storm over PostgreSQL and Redis cannot be had here; null = it can. */
function missing(): string | null {
  if (process.env.TEST_POSTGRES !== '1') return 'no PostgreSQL answers';
  if (process.env.TEST_REDIS !== '1') return 'no Redis answers';
  // The storm starts and kills a Redis of its own.
  return spawnSync('redis-server', ['--version']).status === 0 ? null : 'there is no redis-server to start';
}

const reason = missing();
const onRedis = reason === null ? it : it.skip;

/** The short form of `npm run storm`: the processes are built ones, which it builds itself where they are older than the sources. */
describe('a short fault storm', () => {
  let storm: ChildProcess | undefined;
  let runs: readonly Run[] = [];
  let said = '';

  beforeAll(async () => {
    if (reason !== null) {
      if (process.env.REQUIRE_SERVICES === '1') throw new Error(`REQUIRE_SERVICES=1, but ${reason}`);
      console.warn(`!! the storm over PostgreSQL and Redis is left out: ${reason}`);
    }
    const modes = reason === null ? 'embedded,redis' : 'embedded';
    const args = ['--mode', modes, '--kills', String(KILLS), '--seed', '20', '--at-once', '2'];
    storm = spawn(process.execPath, ['config/run.cjs', 'storm', ...args], { cwd: ROOT });
    storm.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    storm.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    await new Promise((resolve) => storm?.once('close', resolve));
    const last = said.trimEnd().split('\n').at(-1) ?? '';
    runs = last.startsWith('{') ? (JSON.parse(last) as { runs: Run[] }).runs : [];
  }, 900_000);
  afterAll(() => storm?.kill('SIGTERM'));

  const expectCalmAfter = (mode: string): void => {
    const run = runs.find((one) => one.mode === mode);
    if (run === undefined || !run.ok) console.error(said);
    expect(run).toMatchObject({
      ok: true,
      faults: [],
      kills: KILLS,
      lost: 0,
      duplicated: 0,
      effectsLost: 0,
      effectsDuplicated: 0,
      effectsWithoutWrite: 0,
      open: 0,
    });
    // Not because nothing happened: writes were cut in the middle, and done all the same.
    expect(run?.['committed']).toBeGreaterThan(50);
    expect(run?.['effects']).toBeGreaterThan(100);
    expect(run?.['interrupted']).toBeGreaterThan(0);
    expect(run?.['replayed']).toBeGreaterThan(0);
  };

  it('loses nothing and does nothing twice in one process on the embedded store', () => expectCalmAfter('embedded'));

  onRedis('loses nothing and does nothing twice on PostgreSQL with a Redis that forgets everything', () =>
    expectCalmAfter('redis'),
  );
});
