import path from 'node:path';

/** The program of the thread, as it was built. */
export const THREAD_FILE = path.join(__dirname, 'document-thread.js');
