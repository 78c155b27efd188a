import { prepareDatabase, programmeOf } from '@daegaejo/composition';
import { type DemoMode, readEnv } from '@daegaejo/config';
import { DEMO_PASSWORD } from '@daegaejo/rehearsal';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/api/src/create-app.js';
import { carryWithBoard } from '../../apps/api/src/queue-board.js';
import { type Dialect, openTestStore, type TestStore } from './stores.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  // Tests read answers field by field; a wrong field fails the expectation.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly text: string;
  readonly raw: Buffer;
}

export interface Ask {
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const SCRAPE_TOKEN = 'scrape-token-of-the-tests';

/** The whole application on a database of its own, spoken to over HTTP (in process). */
export class TestApp {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: TestStore,
    readonly adminPassword: string | null,
  ) {}

  /** With a Redis, jobs are carried by BullMQ. Files lie beside the database, unless `settings` say otherwise. */
  static async boot(
    dialect: Dialect = 'sqlite',
    demo: DemoMode = 'people',
    redisUrl: string | null = null,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<TestApp> {
    const database = await openTestStore(dialect);
    const env = readEnv({ DEMO: demo, METRICS_TOKEN: SCRAPE_TOKEN, DATA_DIR: database.dataDir, ...settings });
    const { installation, adminPassword } = await prepareDatabase(database.store, env);
    const { app } = await createApp(programmeOf(env, database.store, installation.rehearsal), 'silent', (made) =>
      carryWithBoard(made, { role: 'all', redisUrl, pollMs: 50 }),
    );
    return new TestApp(app, database, adminPassword);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** One request; `as` signs in as that demo person (once, the token is kept). Paths are below /api/v1 unless they start with "//". */
  async ask(method: string, path: string, ask: Ask = {}): Promise<Answer> {
    const token = ask.as === undefined ? undefined : await this.tokenOf(ask.as);
    const response = await this.app.inject({
      method: method as 'GET',
      url: path.startsWith('//') ? path.slice(1) : `/api/v1${path}`,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...ask.headers },
      ...(ask.body === undefined ? {} : { payload: ask.body as object }),
    });
    const text = response.payload;
    return {
      status: response.statusCode,
      headers: response.headers,
      body: text === '' || !/json/.test(String(response.headers['content-type'])) ? null : JSON.parse(text),
      text,
      raw: response.rawPayload,
    };
  }

  async tokenOf(username: string): Promise<string> {
    const known = this.tokens.get(username);
    if (known !== undefined) return known;
    const { status, body } = await this.ask('POST', '/auth/login', { body: { username, password: DEMO_PASSWORD } });
    if (status !== 200) throw new Error(`cannot sign in as ${username}: ${JSON.stringify(body)}`);
    this.tokens.set(username, body.accessToken);
    return body.accessToken;
  }

  /** Id of an organisation by our code. */
  async organisation(code: string): Promise<string> {
    const { body } = await this.ask('GET', '/organisations?limit=200');
    return body.items.find((item: { code: string }) => item.code === code).id;
  }

  /** Id of a person by user name. */
  async person(username: string): Promise<string> {
    const { body } = await this.ask('GET', '/people?limit=200', { as: 'admin' });
    return body.items.find((item: { username: string }) => item.username === username).id;
  }

  /** Moves the rehearsal clock forward. */
  async clock(now: string): Promise<void> {
    const { status, text } = await this.ask('PUT', '/rehearsal/clock', { as: 'admin', body: { now } });
    if (status !== 200) throw new Error(`clock: ${text}`);
  }
}
