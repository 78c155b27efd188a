import { createServer } from 'node:net';
import path from 'node:path';
import type { Program } from './member.js';
import type { Shape } from './modes.js';

/** Below the ports the system gives to outgoing connections, so that nobody takes one while its process is away. */
const PORTS = { low: 20_000, high: 32_000 };

/** The programs of one run as the shape wants them, and where the apis answer. */
export async function programsOf(
  shape: Shape,
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl: string | null },
): Promise<{ programs: Program[]; origins: string[]; redisPort: number | null }> {
  const redisPort = shape.redis ? await freePort() : null;
  const settings = {
    ...cleanEnv(),
    DATA_DIR: dataDir,
    DEMO: 'people',
    LOG_LEVEL: 'error',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    ...(redisPort === null ? {} : { REDIS_URL: `redis://127.0.0.1:${redisPort}` }),
  };
  const programs: Program[] = redisPort === null ? [] : [redisProgram(redisPort, dataDir)];
  const origins: string[] = [];
  for (const [index, role] of shape.processes.entries()) {
    const kind = role === 'worker' ? 'worker' : 'api';
    const port = kind === 'api' ? await freePort() : 0;
    if (kind === 'api') origins.push(`http://127.0.0.1:${port}`);
    programs.push({
      name: `${role}-${index + 1}`,
      kind,
      command: process.execPath,
      args: [mainOf(kind)],
      env: { ...settings, ROLE: role, ...(kind === 'api' ? { PORT: String(port) } : {}) },
      ready: kind === 'api' ? /is ready: http/ : /worker is ready/,
    });
  }
  return { programs, origins, redisPort };
}

/** Redis as it is at its most forgetful: in memory only. */
function redisProgram(port: number, dir: string): Program {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir];
  return {
    name: 'redis',
    kind: 'redis',
    command: 'redis-server',
    args,
    env: process.env,
    ready: /Ready to accept connections/,
  };
}

const mainOf = (app: 'api' | 'worker'): string => path.resolve(__dirname, `../../../../${app}/apps/${app}/src/main.js`);

/** The environment without anything that would point the processes at a database, a Redis or a mail server of somebody else. */
function cleanEnv(): NodeJS.ProcessEnv {
  const foreign = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'PUBLIC_URL', 'REHEARSAL', 'METRICS_TOKEN', 'MAIL_FROM'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.includes(name)));
}

let nextPort = PORTS.low + (process.pid % (PORTS.high - PORTS.low));

async function freePort(): Promise<number> {
  for (;;) {
    nextPort = nextPort >= PORTS.high ? PORTS.low : nextPort + 1;
    const port = nextPort;
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
        .once('error', () => resolve(false))
        .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
