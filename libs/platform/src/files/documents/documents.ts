import { Worker } from 'node:worker_threads';
import type { DocumentTask } from './document-thread.js'; // so the build has it: nothing else but a thread loads it
import type { DocumentOutcome } from './outcome.js';
import { THREAD_FILE } from './thread-file.js';

/** How long a document may take, in milliseconds. */
const TIME_MS = 120_000;
/** What it may use beside its own bytes. */
const MEMORY_MB = 512;

const TOO_MUCH: DocumentOutcome = { obstacle: 'too-much', text: null };

/**
 * Looks through a document in a thread of its own: makes the copy without metadata at `copy` and reads the text. A document
 * that takes too long, needs too much memory or ends the thread costs that thread and nothing else: it has no copy and no text.
 * The thread is given no environment, and what it says is not listened to.
 */
export function lookThroughInThread(task: DocumentTask, timeMs: number = TIME_MS): Promise<DocumentOutcome> {
  const thread = new Worker(THREAD_FILE, {
    workerData: task,
    env: {},
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  thread.stdout.resume();
  thread.stderr.resume();
  return new Promise((resolve) => {
    const end = (outcome: DocumentOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
      void thread.terminate();
    };
    const timer = setTimeout(() => end(TOO_MUCH), timeMs);
    thread.once('message', (outcome: DocumentOutcome) => end(outcome));
    thread.once('error', () => end(TOO_MUCH));
    thread.once('exit', () => end(TOO_MUCH));
  });
}
