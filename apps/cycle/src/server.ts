import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A server of the play's own: a rehearsal database with the demo's people, in a folder that is removed afterwards. */
export async function temporaryServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'daegaejo-cycle-'));
  const main = path.resolve(__dirname, '../../../../api/apps/api/src/main.js');
  const {
    DATABASE_URL: _database,
    REDIS_URL: _redis,
    SMTP_URL: _smtp,
    REHEARSAL: _rehearsal,
    ROLE: _role,
    ...rest
  } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { ...rest, DATA_DIR: dataDir, PORT: '0', DEMO: 'people', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /is ready: (http:\/\/\S+?),?\s/.exec(output)?.[1];
      if (found !== undefined) resolve(found.replace(/,$/, ''));
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready\n${output}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
