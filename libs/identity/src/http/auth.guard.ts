import { notFound, Problem } from '@daegaejo/platform';
import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { csrfTokenFits, Sessions, type SignedIn } from '../auth/sessions.js';
import { forbidden } from '../authorise.js';
import { ACCESS, ANONYMOUS, mayEver, type OperationId } from '../rules/index.js';
import type { FastifyRequest } from 'fastify';
import type { IdentifiedRequest } from './call.js';
import { OPERATION } from './route.decorator.js';

/** Under this the token of whoever collects the metrics is injected; null = there is none. */
export const SCRAPE_TOKEN = Symbol('SCRAPE_TOKEN');

export const SESSION_COOKIE = 'daegaejo_session';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What somebody who must first change his password may still do. */
const BEFORE_PASSWORD_CHANGE = new Set<OperationId>(['changePassword', 'getSession', 'logout', 'rotateSession']);

/** Who is asking. Denies what has no entry in the access table, and whoever may never call the operation. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(SCRAPE_TOKEN) private readonly scrapeToken: string | null,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = this.reflector.get<OperationId | undefined>(OPERATION, context.getHandler());
    if (operation === undefined || !(operation in ACCESS)) throw notFound();
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    request.operationId = operation;
    if (operation === 'getMetrics' && this.mayScrape(request)) return true;
    const signedIn = await this.identify(request);
    if (signedIn !== null) request.signedIn = signedIn;
    if (ACCESS[operation] === 'public') return true;
    if (signedIn === null) throw new Problem(401, 'access.sign-in');
    if (signedIn.person.mustChangePassword && !BEFORE_PASSWORD_CHANGE.has(operation))
      throw new Problem(403, 'login.change-password-first');
    // A record in the path is the use case's to judge: it alone knows whether the caller may know it exists.
    const hasRecord = Object.keys((request.params as object | undefined) ?? {}).length > 0;
    if (!hasRecord && !mayEver(signedIn.actor ?? ANONYMOUS, operation)) throw forbidden(operation);
    return true;
  }

  /** The scrape token opens the metrics and nothing else. */
  private mayScrape(request: IdentifiedRequest): boolean {
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (this.scrapeToken === null || given === undefined) return false;
    const [a, b] = [Buffer.from(given), Buffer.from(this.scrapeToken)];
    request.scrapes = a.length === b.length && timingSafeEqual(a, b);
    return request.scrapes;
  }

  private async identify(request: IdentifiedRequest): Promise<SignedIn | null> {
    const bearer = bearerOf(request);
    const token = sessionTokenOf(request);
    if (token === null) return null;
    const signedIn = await this.sessions.find(token);
    if (signedIn === null) {
      if (bearer !== null) throw new Problem(401, 'access.token');
      return null;
    }
    if (bearer === null && !SAFE.has(request.method) && request.operationId !== 'login') {
      const csrf = request.headers['x-csrf-token'];
      if (!csrfTokenFits(signedIn.session, typeof csrf === 'string' ? csrf : undefined))
        throw new Problem(403, 'access.csrf');
    }
    return signedIn;
  }
}

/** The token of the Authorization header; 401 where it is no token. */
function bearerOf(request: FastifyRequest): string | null {
  const { authorization } = request.headers;
  if (authorization === undefined) return null;
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(authorization)?.[1];
  if (bearer === undefined) throw new Problem(401, 'access.token');
  return bearer;
}

/** The session token a request came with, in its header or its cookie; null where it came with none. */
export function sessionTokenOf(request: FastifyRequest): string | null {
  const cookie = (request as { cookies?: Record<string, string | undefined> }).cookies?.[SESSION_COOKIE];
  return bearerOf(request) ?? cookie ?? null;
}
