import path from 'node:path';

/** In tests threads run the sources: see compile-sources.cjs. */
export const THREAD_FILE = path.join(__dirname, 'thread-entry.cjs');
export const PAPER_THREAD_FILE = path.join(__dirname, 'paper-thread-entry.cjs');
