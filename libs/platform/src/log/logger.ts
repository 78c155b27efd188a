import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

/** Names of things that never reach a log line. */
const SECRETS = [
  'password',
  'newPassword',
  'currentPassword',
  'accessToken',
  'csrfToken',
  'authorization',
  'cookie',
  'token',
  'passwordHash',
];

/** The process's logger: JSON lines on stdout (or `destination`), secrets removed. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRETS.flatMap((name) => [
        name,
        `*.${name}`,
        `req.headers.${name}`,
        `req.headers["set-cookie"]`,
        `res.headers["set-cookie"]`,
      ]),
      remove: true,
    },
    serializers: {
      req: (req: { id: string; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: req.url.split('?')[0],
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Nest's own lines through the same logger. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
