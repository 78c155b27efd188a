import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { Paper } from '../../rules/index.js';
import type { PaperOrder } from './paper-thread.js';
import { Papers } from './papers.js';

/** A thread that does what the spec tells it to. */
class ToldThread extends EventEmitter {
  readonly orders: PaperOrder[] = [];
  ended = false;
  postMessage(order: PaperOrder): void {
    this.orders.push(order);
  }
  answer(): void {
    const order = this.orders.shift();
    this.emit('message', { no: order?.no, file: new Uint8Array([1, 2, 3]) });
  }
  async terminate(): Promise<number> {
    this.ended = true;
    this.emit('exit', 1);
    return 1;
  }
  ref(): void {}
  unref(): void {}
}

describe('the thread that makes documents', () => {
  let threads: ToldThread[];
  let papers: Papers;
  const paper = (no: number): Paper => ({
    title: `문서 ${no}`,
    contentHash: 'ab'.repeat(32),
    issuedAt: '2026-11-24T09:00:00.000Z',
    rehearsal: false,
    blocks: [],
  });
  beforeEach(() => {
    threads = [];
    papers = new Papers(() => {
      const thread = new ToldThread();
      threads.push(thread);
      return thread as unknown as Worker;
    });
  });
  afterEach(() => jest.useRealTimers());
  const settle = () => new Promise((done) => setImmediate(done));

  it('given more documents than may wait, then the next is asked to come again, and those that wait are made', async () => {
    const orders = Array.from({ length: 40 }, (_none, no) => papers.make('pdf', paper(no)));
    await settle();
    await expect(papers.make('pdf', paper(40))).rejects.toMatchObject({
      status: 503,
      code: 'document.busy',
      extra: { retryAfterSeconds: 10 },
    });
    for (let no = 0; no < 40; no += 1) threads[0]?.answer();
    expect(await Promise.all(orders)).toHaveLength(40);
    const again = papers.make('pdf', paper(40)); // what was refused is not remembered as a file
    await settle();
    threads[0]?.answer();
    expect(await again).toEqual(Buffer.from([1, 2, 3]));
    expect(threads).toHaveLength(1);
  });

  it.each([
    ['ends', (thread: ToldThread) => thread.emit('exit', 1)],
    ['runs out of memory', (thread: ToldThread) => thread.emit('error', new Error('ERR_WORKER_OUT_OF_MEMORY'))],
  ])('given the thread %s, then what waits fails, and the next document starts another', async (_how, end) => {
    const [first, second] = [papers.make('pdf', paper(1)), papers.make('hwpx', paper(2))];
    const failed = Promise.allSettled([first, second]);
    await settle();
    end(threads[0] as ToldThread);
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = papers.make('pdf', paper(1));
    await settle();
    expect(threads).toHaveLength(2);
    threads[1]?.answer();
    expect(await next).toEqual(Buffer.from([1, 2, 3]));
  });

  it('given a document that takes too long, then its thread is ended and nobody waits for it', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
    const failed = Promise.allSettled([papers.make('pdf', paper(1))]);
    await settle();
    jest.advanceTimersByTime(119_000);
    expect(threads[0]?.ended).toBe(false);
    jest.advanceTimersByTime(2_000);
    expect(threads[0]?.ended).toBe(true);
    expect((await failed)[0]?.status).toBe('rejected');
  });
});
