import type { JobExecutor } from './job-executor.js';
import { JobRunner } from './job-runner.js';
import type { JobStore } from './job-store.js';
import type { Outbox } from './outbox.js';

/** A runner over `jobs` jobs that each take no time; what it asked for, portion by portion, and how long it took. */
async function drained(jobs: number, giveWay?: () => boolean): Promise<{ portions: number[]; tookMs: number }> {
  const portions: number[] = [];
  let left = jobs;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const executor = {
    worksOutside: () => false,
    runDue: async (_name: string, limit: number): Promise<number> => {
      const taken = Math.min(limit, left);
      left -= taken;
      if (taken > 0) portions.push(taken);
      else finish();
      return taken;
    },
  } as unknown as JobExecutor;
  const outbox = { onPromise: () => () => undefined, catalogue: { find: () => ({ concurrency: 1 }) } };
  const store = { dueNames: async () => ['job'] };
  const runner = new JobRunner(outbox as unknown as Outbox, executor, store as unknown as JobStore);
  const started = performance.now();
  runner.start({ pollMs: 10_000, batch: 50, ...(giveWay === undefined ? {} : { giveWay }) });
  await finished;
  const tookMs = performance.now() - started;
  await runner.stop();
  return { portions, tookMs };
}

describe('the lease runner', () => {
  it('takes whole batches while nobody waits for an answer of this process', async () => {
    expect((await drained(120, () => false)).portions).toEqual([50, 50, 20]);
    expect((await drained(120)).portions).toEqual([50, 50, 20]);
  });

  it('takes small portions and rests between them while requests are answered, and still comes to the end', async () => {
    const { portions, tookMs } = await drained(35, () => true);
    expect(portions).toEqual([10, 10, 10, 5]);
    expect(tookMs).toBeGreaterThanOrEqual(4 * 2 - 1); // four rests of two milliseconds at least; timers may be a hair early
  });

  it('goes back to whole batches as soon as it is quiet', async () => {
    let asked = 0;
    const { portions } = await drained(100, () => (asked += 1) <= 2);
    expect(portions).toEqual([10, 50, 40]);
  });
});
