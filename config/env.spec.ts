import { EnvError, readEnv } from './env.js';

describe('the settings', () => {
  it('have defaults that need nothing', () => {
    expect(readEnv({})).toEqual({
      port: 3000,
      dataDir: './data',
      databaseUrl: null,
      redisUrl: null,
      role: 'all',
      smtpUrl: null,
      mailFrom: 'daegaejo@localhost.invalid',
      publicUrl: null,
      metricsToken: null,
      filesUrl: null,
      clamdUrl: null,
      mostFileBytes: 104_857_600,
      demo: 'full',
      rehearsal: false,
      logLevel: 'info',
    });
  });

  it('make no demo in somebody’s PostgreSQL unless told to', () => {
    expect(readEnv({ DATABASE_URL: 'postgres://a@b/c' }).demo).toBe('off');
    expect(readEnv({ DATABASE_URL: 'postgres://a@b/c', DEMO: 'people' }).demo).toBe('people');
    expect(readEnv({ DATABASE_URL: ' ', REHEARSAL: '1' })).toMatchObject({
      databaseUrl: null,
      demo: 'full',
      rehearsal: true,
    });
  });

  it.each([
    ['PORT', 'hush-80', 'a port number'],
    ['PORT', '70000', 'a port number'],
    ['DATABASE_URL', 'mysql://user:hush@host/db', 'postgres://'],
    ['REDIS_URL', 'hush:6379', 'redis://'],
    ['SMTP_URL', 'hush', 'smtp://'],
    ['MAIL_FROM', 'hush', 'mail address'],
    ['PUBLIC_URL', 'hush.example', 'https://host'],
    ['METRICS_TOKEN', 'hush', '16 to 200 characters'],
    ['FILES_URL', 'https://hush.example.com/bucket', 's3://name'],
    ['FILES_URL', 's3://files?endpoint=https://key:hush@host', 's3://name'],
    ['FILES_URL', 's3://files?secret=hush', 's3://name'],
    ['CLAMD_URL', 'hush:3310', 'tcp://host:port'],
    ['MAX_FILE_MB', 'hush', '1 to 2000'],
    ['MAX_FILE_MB', '2001', '1 to 2000'],
    ['ROLE', 'hush', 'all, api, worker'],
    ['DEMO', 'hush', 'full, people, off'],
    ['REHEARSAL', 'hush', '0 or 1'],
    ['LOG_LEVEL', 'hush', 'info'],
  ])(
    'given a wrong %s, then the start is refused with its name and what would be right, never its value',
    (name, value, right) => {
      const attempt = () => readEnv({ [name]: value });
      expect(attempt).toThrow(EnvError);
      try {
        attempt();
      } catch (error) {
        expect(error).toBeInstanceOf(EnvError);
        expect(String(error)).toContain(name);
        expect(String(error)).toContain(right);
        expect(String(error)).not.toContain(value);
      }
    },
  );

  it.each(['s3://files', 's3://files.example/plans', 's3://files?endpoint=http://127.0.0.1:9000&region=kr-standard'])(
    'take %s as the place of files',
    (address) => {
      expect(readEnv({ FILES_URL: address, CLAMD_URL: 'tcp://clamd:3310', MAX_FILE_MB: '200' })).toMatchObject({
        filesUrl: address,
        clamdUrl: 'tcp://clamd:3310',
        mostFileBytes: 200 * 1024 * 1024,
      });
    },
  );

  it('names every wrong setting at once', () => {
    expect(() => readEnv({ PORT: 'x', ROLE: 'y' })).toThrow(/PORT[\s\S]*ROLE/);
  });
});
