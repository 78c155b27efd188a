import { XLSX_LIMIT, XLSX_TYPE } from '@daegaejo/platform';
import type { FastifyInstance } from 'fastify';

/** Where a workbook may be sent to; everywhere else its content type is refused (415) as before. */
const WORKBOOK_ROUTES: readonly string[] = [
  '/api/v1/rubric-readings',
  '/api/v1/plans/:planId/table-readings',
  '/api/v1/plans/:planId/table-imports',
  '/api/v1/rounds/:roundId/candidate-readings',
  '/api/v1/rounds/:roundId/candidate-imports',
];

/** Takes workbooks as they are, a Buffer of at most 1 MiB, on the routes that read them. To be called before there are routes. */
export function takeWorkbooks(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (WORKBOOK_ROUTES.includes(route.url)) route.bodyLimit = XLSX_LIMIT;
  });
  fastify.addContentTypeParser(XLSX_TYPE, { parseAs: 'buffer', bodyLimit: XLSX_LIMIT }, (request, body, done) => {
    const taken = WORKBOOK_ROUTES.includes(request.routeOptions.url ?? '');
    if (taken) done(null, body);
    else done(Object.assign(new Error('no workbook is taken here'), { statusCode: 415 }));
  });
}
