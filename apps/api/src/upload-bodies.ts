import { PIECE_TYPE } from '@daegaejo/plan';
import type { FastifyInstance } from 'fastify';

/** Where pieces of files are sent to; everywhere else their content type is refused (415) as before. */
const UPLOAD_ROUTE = '/api/v1/uploads/:uploadId';

/**
 * Hands pieces of files on as the stream they come in: nothing is read before the use case knows who sends it, and how much may
 * come is checked there. Whoever is refused before his file was read is disconnected. To be called before there are routes.
 */
export function takeUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(PIECE_TYPE, (request, payload, done) => {
    if (request.method === 'PATCH' && request.routeOptions.url === UPLOAD_ROUTE) done(null, payload);
    else done(Object.assign(new Error('no piece of a file is taken here'), { statusCode: 415 }), undefined);
  });
  fastify.addHook('onSend', (request, reply, body, next) => {
    const unread = request.routeOptions.url === UPLOAD_ROUTE && request.method === 'PATCH' && reply.statusCode >= 400;
    if (unread && !request.raw.readableEnded) void reply.header('Connection', 'close');
    next(null, body);
  });
}
