import { type IdentifiedRequest, sessionTokenOf } from '@daegaejo/identity';
import { type Calm, sha256, type Standing } from '@daegaejo/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** An answer as it left, and how long the session lasts it was given to. */
interface Answer {
  readonly type: string;
  readonly bytes: Buffer;
  readonly until: number;
}

/** Where an answer is to be kept once it is given. */
interface Place {
  readonly calm: Calm;
  readonly key: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    stands?: boolean;
  }
  interface FastifyRequest {
    place: Place | null;
  }
}

/**
 * Routes that stand (docs/adr/0029) are answered once per session and address and then from what was kept, as long as nothing
 * at all is committed: no right, no session, no person and no record can have changed since the guard and the use case let
 * this session through. The calm is known before they look. To be called after everything else that runs on a request.
 */
export function keepStandingAnswers(fastify: FastifyInstance, standing: Standing): void {
  fastify.decorateRequest('place', null);
  fastify.addHook('onRequest', (request, reply, next) => {
    const token = request.routeOptions.config.stands === true ? tokenOf(request) : null;
    if (token === null || request.method !== 'GET') return next();
    const key = `${sha256(token)} ${request.url}`;
    const look = (calm: Calm): void => {
      const answer = calm.get<Answer>(key);
      if (answer !== undefined && Date.now() < answer.until) return void send(reply, answer);
      request.place = { calm, key };
      next();
    };
    const goOn = (): void => next();
    const calm = calmOf(standing);
    if (calm === null) goOn();
    else if (calm instanceof Promise) calm.then(look, goOn);
    else look(calm);
  });
  fastify.addHook('onSend', (request, reply, payload, next) => {
    if (request.place !== null && reply.statusCode === 200) keep(request, reply, payload, request.place);
    next(null, payload);
  });
}

/** null where the store is in trouble: whoever reads will tell it. */
function calmOf(standing: Standing): Calm | Promise<Calm> | null {
  try {
    return standing.calm();
  } catch {
    return null;
  }
}

/** The token a request came with; what is none is the guard's to refuse. */
function tokenOf(request: FastifyRequest): string | null {
  try {
    return sessionTokenOf(request);
  } catch {
    return null;
  }
}

function send(reply: FastifyReply, { type, bytes }: Answer): void {
  void reply.header('Content-Type', type).send(bytes);
}

function keep(request: IdentifiedRequest, reply: FastifyReply, payload: unknown, { calm, key }: Place): void {
  const type = reply.getHeader('Content-Type');
  const until = Date.parse(request.signedIn?.session.expiresAt ?? '');
  if (Buffer.isBuffer(payload) && typeof type === 'string' && until > 0)
    calm.keep(key, { type, bytes: payload, until } satisfies Answer);
}
