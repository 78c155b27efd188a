import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './random.js';
import { type Acknowledged, type Author, type Write } from './writes.js';

/** What became of a write, as the client that made it knows: acknowledged, refused, or still open when the run ended. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly answer: Acknowledged; readonly attempt: number }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'open' };

export interface LoggedWrite extends Write {
  readonly outcome: Outcome;
}

/** How rough it was, over all clients. */
export interface Weather {
  /** Requests that were cut off after they had been sent. */
  interrupted: number;
  /** Requests nobody was there for. */
  unreached: number;
  /** Answers of the server that it cannot do it now (5xx). */
  unavailable: number;
  /** Requests without any answer in time. */
  hung: number;
  /** Requests the client itself broke off, to ask again while the first one may still be at work. */
  brokenOff: number;
}

export interface ClientOptions {
  readonly name: string;
  readonly origins: readonly string[];
  readonly tokens: ReadonlyMap<string, string>;
  readonly weather: Weather;
  readonly chance: Chance;
  /** Still writing? */
  readonly writing: () => boolean;
  /** Still asking for an answer to what was begun? */
  readonly asking: () => boolean;
}

const ANSWER_MS = 20_000;
/** One attempt in so many is broken off by the client after a few milliseconds. */
const IMPATIENT = 15;
const IMPATIENT_MS = { low: 1, high: 25 };

/** Writes one thing after another, each asked for under one key until there is a definite answer; answers its own log. */
export async function runClient(author: Author, options: ClientOptions): Promise<LoggedWrite[]> {
  const log: LoggedWrite[] = [];
  while (options.writing()) {
    const write = author.next(`${options.name}-${log.length + 1}`);
    const outcome = await insist(write, options);
    log.push({ ...write, outcome });
    if (outcome.kind === 'acknowledged') author.heard(write, outcome.answer);
    if (outcome.kind === 'open') break; // what comes next would rest on something unknown
    await sleep(options.chance.between(5, 60));
  }
  return log;
}

async function insist(write: Write, options: ClientOptions): Promise<Outcome> {
  const { weather, chance, origins } = options;
  for (let attempt = 1; attempt === 1 || options.asking(); attempt += 1) {
    const impatient = chance.once(IMPATIENT);
    const signal = AbortSignal.timeout(impatient ? chance.between(IMPATIENT_MS.low, IMPATIENT_MS.high) : ANSWER_MS);
    try {
      const response = await send(chance.pick(origins), write, attempt, options.tokens.get(write.who) ?? '', signal);
      const body: unknown = await response.json();
      if (response.ok) return { kind: 'acknowledged', answer: body as Acknowledged, attempt };
      if (response.status < 500) return { kind: 'refused', reason: `${response.status} ${JSON.stringify(body)}` };
      weather.unavailable += 1;
    } catch (error) {
      weather[signal.aborted && impatient ? 'brokenOff' : troubleOf(error)] += 1;
    }
    await sleep(chance.between(20, 120));
  }
  return { kind: 'open' };
}

function send(origin: string, write: Write, attempt: number, token: string, signal: AbortSignal): Promise<Response> {
  const { key, method, path, body, version } = write;
  return fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      // Tells in the history which attempt it was that did it.
      'x-request-id': `${key}-${attempt}`,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
}

function troubleOf(error: unknown): 'interrupted' | 'unreached' | 'hung' {
  if (error instanceof Error && error.name === 'TimeoutError') return 'hung';
  const code = ((error as { cause?: { code?: unknown } }).cause ?? {}).code;
  return code === 'ECONNREFUSED' ? 'unreached' : 'interrupted';
}
