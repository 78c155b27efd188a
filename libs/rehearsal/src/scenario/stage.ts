import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@daegaejo/platform/rules';
import type { PlayAnswer, PlayRequest, Transport } from './transport.js';

/** What a record answers with, as far as the play looks at it. */
export interface Answered {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** A refusal the play provoked, and what the server said. */
export interface Refusal {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** How long the play waits for work the server does in the background, and how long between two tries. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 100;

/** The server did not answer as the play expects. */
export class PlayError extends Error {
  override readonly name = 'PlayError';
}

/** The people of the play in front of one server: everybody signs in as himself and speaks public HTTP. */
export class Stage {
  private readonly tokens = new Map<string, string>();
  private readonly organisations = new Map<string, string>();
  private readonly people = new Map<string, string>();
  private keys = 0;
  readonly refusals: Refusal[] = [];
  requests = 0;

  constructor(
    private readonly transport: Transport,
    private readonly passwordOf: (username: string) => string,
    /** Makes idempotency keys of this play different from those of another one. */
    private readonly playId: string,
  ) {}

  /** A write or read that must succeed; while the server asks to come again (a ranking is being computed), it is tried again. */
  async act(
    who: string | null,
    method: PlayRequest['method'],
    path: string,
    body?: unknown,
    version?: number,
  ): Promise<Answered> {
    let answer = await this.send(who, method, path, body, version);
    for (const since = performance.now(); isToComeAgain(answer) && performance.now() - since < PATIENCE_MS;) {
      await sleep(PAUSE_MS);
      answer = await this.send(who, method, path, body, version);
    }
    if (answer.status >= 300)
      throw new PlayError(`${who ?? 'public'} ${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Answered;
  }

  /** All items of a list. */
  async list(who: string | null, path: string): Promise<Answered[]> {
    const items: Answered[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `${path.includes('?') ? '&' : '?'}limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = await this.act(who, 'GET', `${path}${query}`);
      items.push(...(page['items'] as Answered[]));
      cursor = page['nextCursor'] as string | null;
    }
    return items;
  }

  /** Something that must be refused, with this status and code. */
  async refuse(
    what: string,
    expected: { status: number; code: string },
    who: string | null,
    method: PlayRequest['method'],
    path: string,
    body?: unknown,
    version?: number,
  ): Promise<void> {
    const answer = await this.send(who, method, path, body, version);
    const { code, detail } = (answer.body ?? {}) as { code?: string; detail?: string };
    if (answer.status !== expected.status || code !== expected.code)
      throw new PlayError(
        `${what}: expected ${expected.status} ${expected.code}, got ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    this.refusals.push({ what, status: answer.status, code, detail: detail ?? '' });
  }

  /** Moves the rehearsal clock forward; a moment already past is left alone. */
  async clock(now: Instant): Promise<void> {
    const clock = await this.act(null, 'GET', '/rehearsal/clock');
    if (String(clock['now']) < now) await this.act('admin', 'PUT', '/rehearsal/clock', { now });
  }

  async organisation(code: string): Promise<string> {
    if (this.organisations.size === 0)
      for (const item of await this.list(null, '/organisations')) this.organisations.set(String(item['code']), item.id);
    return known(this.organisations, code);
  }

  async person(username: string): Promise<string> {
    if (this.people.size === 0)
      for (const item of await this.list('admin', '/people')) this.people.set(String(item['username']), item.id);
    return known(this.people, username);
  }

  private async send(
    who: string | null,
    method: PlayRequest['method'],
    path: string,
    body?: unknown,
    version?: number,
  ): Promise<PlayAnswer> {
    const token = who === null ? null : await this.tokenOf(who);
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    if (method !== 'GET') headers['idempotency-key'] = `play-${this.playId}-${(this.keys += 1)}`;
    this.requests += 1;
    return this.transport.send({ method, path: `/api/v1${path}`, headers, ...(body === undefined ? {} : { body }) });
  }

  private async tokenOf(username: string): Promise<string> {
    const token = this.tokens.get(username);
    if (token !== undefined) return token;
    const answer = await this.transport.send({
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { accept: 'application/json' },
      body: { username, password: this.passwordOf(username) },
    });
    if (answer.status !== 200)
      throw new PlayError(`${username} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    const { accessToken } = answer.body as { accessToken: string };
    this.tokens.set(username, accessToken);
    return accessToken;
  }
}

function isToComeAgain({ status, body }: PlayAnswer): boolean {
  const { errors } = (body ?? {}) as { errors?: readonly { code: string }[] };
  return status === 503 || (errors ?? []).some(({ code }) => code === 'evaluation.aggregate-pending');
}

function known(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key);
  if (id === undefined) throw new PlayError(`the server does not know ${key}`);
  return id;
}
