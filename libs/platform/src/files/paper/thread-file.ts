import path from 'node:path';

/** The program of the thread, as it was built. */
export const PAPER_THREAD_FILE = path.join(__dirname, 'paper-thread.js');
