import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StoreUnavailable } from '../data/store.js';
import { type Locale, localeOf, type Messages, sentence } from '../errors/messages.js';
import { Problem } from '../errors/problem.js';

const TITLES: Readonly<Record<number, { ko: string; en: string }>> = {
  400: { ko: '잘못된 요청', en: 'Bad Request' },
  401: { ko: '로그인 필요', en: 'Unauthorized' },
  403: { ko: '권한 없음', en: 'Forbidden' },
  404: { ko: '없음', en: 'Not Found' },
  409: { ko: '현재 상태에서 불가', en: 'Conflict' },
  412: { ko: '판이 다름', en: 'Precondition Failed' },
  413: { ko: '너무 큼', en: 'Content Too Large' },
  415: { ko: '지원하지 않는 형식', en: 'Unsupported Media Type' },
  422: { ko: '내용 오류', en: 'Unprocessable Content' },
  429: { ko: '요청이 너무 많음', en: 'Too Many Requests' },
  500: { ko: '서버 오류', en: 'Internal Server Error' },
  503: { ko: '일시적으로 불가', en: 'Service Unavailable' },
};

/** Every refusal leaves as application/problem+json (RFC 9457), in the reader's language; the unexpected without detail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly messages: Messages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Answers a request with the problem behind an error; also for what is served beside Nest. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = asProblem(error, request);
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
    const body = this.render(problem, localeOf(request.headers['accept-language']), request.url.split('?')[0] ?? '/');
    if (problem.extra.retryAfterSeconds !== undefined)
      void reply.header('Retry-After', String(problem.extra.retryAfterSeconds));
    if (problem.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    void reply
      .status(problem.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .header('Content-Language', localeOf(request.headers['accept-language']))
      .send(JSON.stringify(body));
  }

  private render(problem: Problem, locale: Locale, instance: string): object {
    const { findings, allowed, members } = problem.extra;
    return {
      ...members,
      type: `urn:daegaejo:problem:${problem.code}`,
      title: TITLES[problem.status]?.[locale] ?? 'Error',
      status: problem.status,
      detail: sentence(this.messages, locale, problem.code, problem.params),
      code: problem.code,
      instance,
      ...(findings === undefined
        ? {}
        : {
            errors: findings.map(({ field, code, params }) => ({
              field,
              code,
              message: sentence(this.messages, locale, code, params),
            })),
          }),
      ...(allowed === undefined ? {} : { allowed }),
    };
  }
}

/** Nest hands Fastify's own refusals (body, media type) on as HttpExceptions: only their status is left. */
function asProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreUnavailable)
    return new Problem(503, 'store.unavailable', { reason: error.reason }, { retryAfterSeconds: 5 });
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number } | null)?.statusCode;
  if (status === 404) return new Problem(404, 'route.not-found');
  if (status === 413)
    return new Problem(413, 'request.too-large', { limit: request.routeOptions.bodyLimit ?? 1_048_576 });
  if (status === 415) return new Problem(415, 'request.media-type');
  if (status === 400 && error instanceof Error && error.message.includes('JSON'))
    return new Problem(400, 'request.json');
  if (status !== undefined && status >= 400 && status < 500) return new Problem(400, 'request.malformed');
  return new Problem(500, 'server.error', { requestId: request.id });
}
