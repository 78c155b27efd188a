import { type CommandMeta, Problem } from '@daegaejo/platform';
import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '../auth/sessions.js';
import { type Actor, ANONYMOUS, type OperationId } from '../rules/index.js';

/** One request, as use cases and queries see it. */
export interface Call extends CommandMeta {
  readonly actor: Actor;
  /** Version named in If-Match; null where the caller named none. */
  readonly expectedVersion: number | null;
  readonly signedIn: SignedIn | null;
  /** Came with the scrape token: may read the metrics, and nothing else. */
  readonly scrapes: boolean;
}

/** What the guard leaves on the request. */
export interface IdentifiedRequest extends FastifyRequest {
  signedIn?: SignedIn;
  operationId?: OperationId;
  scrapes?: boolean;
}

const KEY = /^[A-Za-z0-9._:-]{8,200}$/;

/** The call behind a request: who, on which version, with which idempotency key. 400 for malformed headers. */
export const CurrentCall = createParamDecorator((_data: unknown, context: ExecutionContext): Call => {
  const request = context.switchToHttp().getRequest<IdentifiedRequest>();
  const idempotencyKey = headerOf(request, 'idempotency-key');
  if (idempotencyKey !== null && !KEY.test(idempotencyKey))
    throw malformedHeader('Idempotency-Key', 'idempotency-key.form');
  const signedIn = request.signedIn ?? null;
  return {
    actor: signedIn?.actor ?? ANONYMOUS,
    personId: signedIn?.person.id ?? null,
    requestId: request.id,
    operation: request.operationId ?? 'unknown',
    idempotencyKey,
    request: { path: request.url, body: askedIn(request.body), version: request.headers['if-match'] ?? null },
    expectedVersion: versionOf(headerOf(request, 'if-match')),
    signedIn,
    scrapes: request.scrapes ?? false,
  };
});

/** What a body asks, for telling whether two requests are the same; of a file its hash. */
const askedIn = (body: unknown): unknown =>
  Buffer.isBuffer(body) ? createHash('sha256').update(body).digest('hex') : (body ?? null);

/** The version a draft-like record must be saved against: 400 where the caller names none. */
export function requireVersion(call: Call): number {
  if (call.expectedVersion === null) throw malformedHeader('If-Match', 'if-match.required');
  return call.expectedVersion;
}

/** The session behind a call of an operation that is open to signed-in people only. */
export function requireSignedIn(call: Call): SignedIn {
  if (call.signedIn === null) throw new Problem(401, 'access.sign-in');
  return call.signedIn;
}

function versionOf(header: string | null): number | null {
  if (header === null || header === '*') return null;
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (digits === undefined) throw malformedHeader('If-Match', 'if-match.form');
  return Number(digits);
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

const malformedHeader = (field: string, code: string): Problem =>
  new Problem(400, 'request.malformed', {}, { findings: [{ field, code }] });
