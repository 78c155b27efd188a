import { randomUUID } from 'node:crypto';
import { MESSAGES, type Programme, ProgrammeModule } from '@daegaejo/composition';
import {
  createLogger,
  JobCatalogue,
  NestLog,
  ProblemFilter,
  Standing,
  Traffic,
  validationPipe,
} from '@daegaejo/platform';
import cookie from '@fastify/cookie';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { browserHeaders } from './browser-headers.js';
import { HealthController } from './health.controller.js';
import { HomeController } from './home.controller.js';
import { keepStandingAnswers } from './standing-answers.js';
import { versionTags } from './version-tags.js';
import { setUpOpenApi } from './openapi.js';
import { takeUploads } from './upload-bodies.js';
import { takeWorkbooks } from './workbook-bodies.js';

const BODY_LIMIT = 2 * 1024 * 1024;
const REQUEST_ID = /^[\w-]{8,100}$/;

@Module({})
class ApiModule {
  static with(programme: Programme): DynamicModule {
    return {
      module: ApiModule as Type,
      imports: [ProgrammeModule.with(programme)],
      controllers: [HealthController, HomeController],
    };
  }
}

/** The HTTP application on an open, prepared store. A rehearsal marks every answer. `beforeInit` may still add routes. */
export async function createApp(
  programme: Programme,
  logLevel: string,
  beforeInit: (app: NestFastifyApplication) => Promise<{ readonly board: boolean }> = async () => ({ board: false }),
): Promise<{ app: NestFastifyApplication; logger: Logger }> {
  const logger = createLogger(logLevel);
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    bodyLimit: BODY_LIMIT,
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    routerOptions: { caseSensitive: true, maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(programme), adapter, {
    logger: new NestLog(logger),
    abortOnError: false,
  });
  await app.register(cookie);
  const fastify = app.getHttpAdapter().getInstance();
  const traffic = app.get(Traffic);
  const always = {
    ...browserHeaders(),
    'Cache-Control': 'private, no-store',
    ...(programme.rehearsal ? { 'X-Rehearsal': 'true' } : {}),
  };
  fastify.addHook('onRequest', (request, reply, next) => {
    traffic.noticed();
    void reply.headers(always).header('X-Request-Id', request.id);
    next();
  });
  takeWorkbooks(fastify);
  takeUploads(fastify);
  keepStandingAnswers(fastify, app.get(Standing));
  fastify.addHook('preSerialization', versionTags);
  fastify.addHook('onClose', () => programme.store.close());
  app.setGlobalPrefix('api/v1', { exclude: ['/', 'health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(MESSAGES));
  app.enableShutdownHooks();
  app.get(JobCatalogue).assertComplete();
  const { board } = await beforeInit(app);
  setUpOpenApi(app, programme.rehearsal, board);
  await app.init();
  await fastify.ready();
  return { app, logger };
}
