import { type OperationId, rolesOf } from '@daegaejo/identity/rules';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { BOARD_PATH } from './queue-board.js';

const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'in the language of Accept-Language: ko (default) or en' },
    code: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    allowed: { type: 'array', items: { type: 'string' }, description: 'with 409: the actions open now' },
    deadline: { type: 'string', format: 'date-time', description: 'with 409 after a deadline: the deadline' },
    now: { type: 'string', format: 'date-time', description: "with 409 after a deadline: the server's clock" },
    current: {
      type: 'object',
      description: 'with 412 on a section of a draft: the section as it stands',
      required: ['version', 'content', 'savedBy', 'savedAt'],
      properties: {
        version: { type: 'integer' },
        content: { description: 'title and theme, a text, or the rows of a table' },
        savedBy: { type: ['string', 'null'], description: 'name of the person' },
        savedAt: { type: ['string', 'null'], format: 'date-time' },
      },
    },
    merge: {
      type: ['object', 'null'],
      description:
        'with 412 on a section of a draft: both changes in one; null where the version started from is not kept',
      required: ['content', 'conflicts'],
      properties: {
        content: { description: 'the section merged; at the place of a conflict what stands there now' },
        conflicts: {
          type: 'array',
          items: {
            type: 'object',
            required: ['path', 'base', 'yours', 'theirs'],
            properties: {
              path: { type: 'string', description: 'by keys, e.g. "subProjects[smart].name"' },
              base: {},
              yours: {},
              theirs: {},
            },
          },
        },
      },
    },
  },
};

/** Serves the OpenAPI 3.1 document at /openapi.json and Swagger UI at /docs. `board`: there are transport queues to look into. */
export function setUpOpenApi(app: NestFastifyApplication, rehearsal: boolean, board: boolean): void {
  const config = new DocumentBuilder()
    .setTitle('대개조 (Daegaejo)')
    .setDescription(`${rehearsal ? '**모의 운영 (rehearsal)** ' : ''}산업단지 대개조: 공모에서 지정·고시까지`)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  const document = toOpenApi31(
    SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method }),
  );
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA as never },
  };
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path as Record<string, { 'x-roles'?: string[]; security?: object[] }>))
      operation.security = operation['x-roles']?.includes('public') === true ? [] : [{ bearer: [] }];
  document.paths['/openapi.json'] = page('getOpenApi', 'OpenAPI 문서', 'application/json');
  if (board) document.paths[BOARD_PATH] = page('getQueueBoard', '전송 대기열 살펴보기', 'text/html');
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: rehearsal ? '[모의 운영] 대개조 API' : '대개조 API',
    swaggerOptions: { persistAuthorization: true },
  });
}

const page = (operationId: OperationId, summary: string, type: string): never =>
  ({
    get: {
      operationId,
      summary,
      tags: ['home'],
      'x-roles': rolesOf(operationId),
      security: rolesOf(operationId).includes('public') ? [] : [{ bearer: [] }],
      responses: { 200: { description: summary, content: { [type]: {} } } },
    },
  }) as never;

/** `nullable: true` belongs to OpenAPI 3.0; in 3.1 null is a type of its own. */
export function toOpenApi31(document: OpenAPIObject): OpenAPIObject {
  return walk(document) as OpenAPIObject;
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, walk(item)] as const);
  const { nullable, ...rest } = Object.fromEntries(entries) as { nullable?: unknown; type?: unknown; enum?: unknown[] };
  if (nullable !== true) return Object.fromEntries(entries);
  if (typeof rest.type === 'string')
    return { ...rest, type: [rest.type, 'null'], ...(rest.enum ? { enum: [...rest.enum, null] } : {}) };
  return { anyOf: [rest, { type: 'null' }] };
}
