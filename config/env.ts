import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

export const ROLES_OF_PROCESS = ['all', 'api', 'worker'] as const;
export const DEMO_MODES = ['full', 'people', 'off'] as const;
export type DemoMode = (typeof DEMO_MODES)[number];

/** A bucket, a folder in it where one is wanted, and where it is; keys of access are never part of an address. */
const FILES_ADDRESS =
  /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/[\w./-]*)?(?:\?(?:(?:endpoint=https?:\/\/[^\s&?@]+|region=[\w-]+)&?)*)?$/;

/** Settings as the operator writes them; every one has a default, see README. */
class EnvVariables {
  @IsInt({ message: 'a port number from 0 to 65535 (0 = any free port)' })
  @Min(0, { message: 'a port number from 0 to 65535 (0 = any free port)' })
  @Max(65535, { message: 'a port number from 0 to 65535 (0 = any free port)' })
  PORT = 3000;

  @IsString({ message: 'a folder the process may write to' })
  @MinLength(1, { message: 'a folder the process may write to' })
  DATA_DIR = './data';

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'a PostgreSQL address postgres://user:password@host:port/database' })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: 'a Redis address redis://host:port' })
  REDIS_URL?: string;

  @IsIn(ROLES_OF_PROCESS, { message: `one of ${ROLES_OF_PROCESS.join(', ')}` })
  ROLE: (typeof ROLES_OF_PROCESS)[number] = 'all';

  @IsOptional()
  @Matches(/^smtps?:\/\//, { message: 'a mail server address smtp://host:port' })
  SMTP_URL?: string;

  @IsOptional()
  @Matches(/^[^\s<>@]+@[^\s<>@]+$/, { message: 'the mail address that mails come from' })
  MAIL_FROM?: string;

  @IsOptional()
  @Matches(/^https?:\/\/[^\s]+$/, { message: 'the address people reach this server at, https://host' })
  PUBLIC_URL?: string;

  @IsOptional()
  @Matches(/^[\w.~+/=-]{16,200}$/, { message: 'a secret of 16 to 200 characters A-Z a-z 0-9 . _ ~ + / = -' })
  METRICS_TOKEN?: string;

  @IsOptional()
  @Matches(FILES_ADDRESS, {
    message: 'a bucket s3://name?endpoint=https://host&region=name (keys in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)',
  })
  FILES_URL?: string;

  @IsOptional()
  @Matches(/^tcp:\/\/(?:[\w.-]+|\[[\da-fA-F:]+\])(?::\d{1,5})?$/, { message: 'the address of clamd, tcp://host:port' })
  CLAMD_URL?: string;

  @IsInt({ message: 'a size in MB from 1 to 2000' })
  @Min(1, { message: 'a size in MB from 1 to 2000' })
  @Max(2000, { message: 'a size in MB from 1 to 2000' })
  MAX_FILE_MB = 100;

  @IsOptional()
  @IsIn(DEMO_MODES, { message: `one of ${DEMO_MODES.join(', ')}` })
  DEMO?: DemoMode;

  @IsOptional()
  @IsIn(['0', '1'], { message: '0 or 1' })
  REHEARSAL?: '0' | '1';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    message: 'one of trace, debug, info, warn, error, silent',
  })
  LOG_LEVEL = 'info';
}

/** Settings of one process, checked. */
export interface Env {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly role: 'all' | 'api' | 'worker';
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where people reach this server, for links in mails and calendars; null = http://localhost:PORT. */
  readonly publicUrl: string | null;
  /** Opens /metrics to whoever collects them; null = administrators only. */
  readonly metricsToken: string | null;
  /** Bucket that keeps files; null = a folder in `dataDir`. */
  readonly filesUrl: string | null;
  /** Where clamd looks for viruses; null = files are not scanned. */
  readonly clamdUrl: string | null;
  /** Most bytes of one file. */
  readonly mostFileBytes: number;
  /** `full` where nothing is said and the store is the embedded one; `off` with DATABASE_URL. */
  readonly demo: DemoMode;
  readonly rehearsal: boolean;
  readonly logLevel: string;
}

/** A setting is wrong. The message names the variable and what would be right, never the value. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

const OPTIONAL = [
  'DATABASE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'PUBLIC_URL',
  'METRICS_TOKEN',
  'FILES_URL',
  'CLAMD_URL',
  'DEMO',
  'REHEARSAL',
];

const NUMBERS = ['PORT', 'MAX_FILE_MB'];

/** Reads and checks the settings; throws EnvError naming every wrong variable. Empty strings count as absent. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const known = Object.keys(new EnvVariables()).concat(OPTIONAL);
  const given: Record<string, unknown> = {};
  for (const name of new Set(known)) {
    const text = source[name]?.trim();
    if (text) given[name] = NUMBERS.includes(name) ? (/^\d+$/.test(text) ? Number(text) : Number.NaN) : text;
  }
  const env = plainToInstance(EnvVariables, given, { exposeDefaultValues: true });
  const faults = validateSync(env);
  if (faults.length > 0) {
    const lines = faults.map(
      (fault) => `${fault.property}: ${Object.values(fault.constraints ?? {})[0] ?? 'not valid'}`,
    );
    throw new EnvError(`wrong settings, expected\n  ${lines.join('\n  ')}`);
  }
  return {
    port: env.PORT,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    role: env.ROLE,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'daegaejo@localhost.invalid',
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    filesUrl: env.FILES_URL ?? null,
    clamdUrl: env.CLAMD_URL ?? null,
    mostFileBytes: env.MAX_FILE_MB * 1024 * 1024,
    demo: env.DEMO ?? (env.DATABASE_URL ? 'off' : 'full'),
    rehearsal: env.REHEARSAL === '1',
    logLevel: env.LOG_LEVEL,
  };
}
