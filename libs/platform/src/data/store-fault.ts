import { StoreUnavailable } from './store.js';

/** Serialisation failure and deadlock: PostgreSQL rolled back and asks for the same work again. */
const AGAIN = new Set(['40001', '40P01']);
/** What the pool says, without a code, when no connection came free in time. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';

export const isAgain = (code: string | undefined): boolean => code !== undefined && AGAIN.has(code);

export function postgresCode(error: unknown): string | undefined {
  const code =
    (error as { driverError?: { code?: unknown } } | null)?.driverError?.code ??
    (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** The error as it is, or `StoreUnavailable` where it only says that PostgreSQL cannot answer now: the caller may try again. */
export function unavailableOr(error: unknown): unknown {
  const code = postgresCode(error);
  if (code === '53100' || code === '53200') return new StoreUnavailable('full', error);
  if (isAgain(code) || code === '55P03') return new StoreUnavailable('busy', error);
  if (code !== undefined && (/^(08|57P|53)/.test(code) || isSocketError(error, code)))
    return new StoreUnavailable('connection', error);
  if (error instanceof Error && error.message === NO_CONNECTION) return new StoreUnavailable('busy', error);
  return error;
}

/**
 * A connection refused or broken, as Node says it. Code that works while it reads may talk to other servers (mail, webhooks):
 * what they refuse comes as an error of that channel, and is no word about the store.
 */
function isSocketError(error: unknown, code: string): boolean {
  const told = (error as { driverError?: unknown }).driverError ?? error;
  const { errno, path } = told as NodeJS.ErrnoException;
  // Of a name with several addresses Node tells in one error for all of them, without a number.
  return /^E[A-Z]+$/.test(code) && path === undefined && (typeof errno === 'number' || told instanceof AggregateError);
}
