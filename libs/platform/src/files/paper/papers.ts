import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../errors/problem.js';
import type { Paper } from '../../rules/index.js';
import type { PaperFormat, PaperOrder, PaperResult } from './paper-thread.js'; // so the build has it: nothing else but a thread loads it
import { PAPER_THREAD_FILE } from './thread-file.js';

/** The document as PDF with its font embedded. Equal documents are equal byte for byte. 503 where too many wait already. */
export const pdfOf = (paper: Paper): Promise<Buffer> => papers.make('pdf', paper);

/** The document as HWPX (KS X 6101), to be opened and edited in 한글. Equal documents are equal byte for byte. */
export const hwpxOf = (paper: Paper): Promise<Buffer> => papers.make('hwpx', paper);

/** Documents made lately: many readers open the same plan book on the same day. */
const KEPT = 8;
/** Documents that may wait; whoever comes after them is asked to come again. */
const MOST_WAITING = 40;
/** One that takes longer than this costs the thread, and whatever waits behind it. */
const TIME_MS = 120_000;
/** What it may use; young objects are many and short-lived, so they are given more room than usual. */
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 96 };

interface Waiting {
  readonly resolve: (file: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes documents in a thread of its own: a plan book of a hundred pages takes seconds of computing, in which this process would
 * answer nobody (ADR 0020). The thread starts with the first document and stays, because loading the library each time would cost
 * more than a short document does; it is given no environment, and does not keep the process alive.
 */
export class Papers {
  private thread: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private readonly kept = new Map<string, Promise<Buffer>>();
  private timer: NodeJS.Timeout | undefined;
  private orders = 0;

  constructor(private readonly newThread: () => Worker) {}

  /** The file of a document; of equal ones, asked for at once or lately, the same. */
  make(format: PaperFormat, paper: Paper): Promise<Buffer> {
    const key = createHash('sha256')
      .update(`${format} ${JSON.stringify(paper)}`)
      .digest('hex');
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const file = this.order(format, paper);
    if (this.kept.size >= KEPT) this.kept.delete([...this.kept.keys()][0] ?? '');
    this.kept.set(key, file);
    file.catch(() => this.kept.delete(key));
    return file;
  }

  private async order(format: PaperFormat, paper: Paper): Promise<Buffer> {
    if (this.waiting.size >= MOST_WAITING) throw new Problem(503, 'document.busy', {}, { retryAfterSeconds: 10 });
    this.orders += 1;
    const order: PaperOrder = { no: this.orders, format, paper };
    const thread = (this.thread ??= this.start());
    return new Promise((resolve, reject) => {
      this.waiting.set(order.no, { resolve, reject });
      if (this.waiting.size === 1) this.watch(thread);
      thread.ref();
      thread.postMessage(order);
    });
  }

  private start(): Worker {
    const thread = this.newThread();
    thread.on('message', (result: PaperResult) => this.finished(thread, result));
    thread.on('error', (error) => this.lost(thread, error));
    thread.on('exit', () => this.lost(thread, new Error('the thread that makes documents has ended')));
    return thread;
  }

  private finished(thread: Worker, result: PaperResult): void {
    const waiting = this.waiting.get(result.no);
    this.waiting.delete(result.no);
    clearTimeout(this.timer);
    if (this.waiting.size > 0) this.watch(thread);
    else thread.unref();
    if ('file' in result)
      waiting?.resolve(Buffer.from(result.file.buffer, result.file.byteOffset, result.file.byteLength));
    else waiting?.reject(new Error(`no document could be made: ${result.fault}`));
  }

  /** The thread makes one document after the other; this is the time of the one it is at. */
  private watch(thread: Worker): void {
    this.timer = setTimeout(() => {
      this.lost(thread, new Error('the document takes too long'));
      void thread.terminate();
    }, TIME_MS);
  }

  private lost(thread: Worker, error: Error): void {
    if (this.thread !== thread) return;
    this.thread = null;
    clearTimeout(this.timer);
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

const papers = new Papers(() => new Worker(PAPER_THREAD_FILE, { env: {}, resourceLimits: MEMORY }));
