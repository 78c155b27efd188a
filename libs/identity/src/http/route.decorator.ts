import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { ACCESS, type OperationId, rolesOf } from '../rules/index.js';

export const OPERATION = 'daegaejo:operation';

interface RouteOptions {
  readonly summary: string;
  readonly answers?: Type;
  /** Status of success: 200 unless told. */
  readonly status?: 200 | 201 | 204;
  /** Creates or decides: takes an Idempotency-Key. */
  readonly decides?: boolean;
  /** Changes a record: takes If-Match, or insists on it. */
  readonly ifMatch?: 'taken' | 'required';
  /**
   * The answer is bytes that follow from who asks, the address and what is committed, and from nothing else (no time, no header):
   * it stands until something is committed (docs/adr/0029).
   */
  readonly stands?: boolean;
}

/** Names a route by its operation: who may call it comes from the access table, into the guard and the OpenAPI document alike. */
export function Route(operationId: OperationId, options: RouteOptions): MethodDecorator {
  const status = options.status ?? 200;
  const refusals = ACCESS[operationId] === 'public' ? [400] : [400, 401, 403, 404];
  return applyDecorators(
    SetMetadata(OPERATION, operationId),
    HttpCode(status),
    ...(options.stands === true ? [RouteConfig({ stands: true })] : []),
    ApiOperation({ operationId, summary: options.summary, 'x-roles': rolesOf(operationId) } as never),
    ApiResponse({ status, description: options.summary, ...(options.answers ? { type: options.answers } : {}) }),
    ...refusals.map((code) => ApiResponse({ status: code, description: 'problem', content: PROBLEM })),
    ...(options.decides === true
      ? [
          ApiHeader({ name: 'Idempotency-Key', required: false, description: 'same key and body: same answer' }),
          ApiResponse({
            status: 409,
            description: 'refused by state; `allowed` says what is open now',
            content: PROBLEM,
          }),
          ApiResponse({ status: 422, description: 'invalid content, field by field', content: PROBLEM }),
        ]
      : []),
    ...(options.ifMatch === undefined
      ? []
      : [
          ApiHeader({
            name: 'If-Match',
            required: options.ifMatch === 'required',
            description: 'version being changed, in quotes',
          }),
          ApiResponse({ status: 412, description: 'stale version', content: PROBLEM }),
        ]),
  );
}

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
