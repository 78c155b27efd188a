import { parentPort, workerData } from 'node:worker_threads';
import { type DocumentTask, lookThrough } from './look-through.js';

export type { DocumentTask };

/** Looks through one document, tells what came out of it, and ends. */
void lookThrough(workerData as DocumentTask).then((outcome) => parentPort?.postMessage(outcome));
