import { randomUUID } from 'node:crypto';
import { MESSAGES, ProgrammeModule } from '@daegaejo/composition';
import { createLogger, NestLog, ProblemFilter, type Store, validationPipe } from '@daegaejo/platform';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { HealthController } from './health.controller.js';
import { HomeController } from './home.controller.js';
import { versionTags } from './version-tags.js';
import { setUpOpenApi } from './openapi.js';

const BODY_LIMIT = 2 * 1024 * 1024;
const REQUEST_ID = /^[\w-]{8,100}$/;

@Module({})
class ApiModule {
  static with(store: Store, rehearsal: boolean): DynamicModule {
    return {
      module: ApiModule as Type,
      imports: [ProgrammeModule.with(store, rehearsal)],
      controllers: [HealthController, HomeController],
    };
  }
}

/** The HTTP application on an open, prepared store. `rehearsal` marks every answer. */
export async function createApp(
  store: Store,
  options: { rehearsal: boolean; logLevel: string },
): Promise<{ app: NestFastifyApplication; logger: Logger }> {
  const logger = createLogger(options.logLevel);
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    bodyLimit: BODY_LIMIT,
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    routerOptions: { caseSensitive: true, maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(store, options.rehearsal), adapter, {
    logger: new NestLog(logger),
    abortOnError: false,
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        upgradeInsecureRequests: null,
      },
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('X-Request-Id', request.id);
    void reply.header('Cache-Control', 'private, no-store');
    if (options.rehearsal) void reply.header('X-Rehearsal', 'true');
  });
  fastify.addHook('preSerialization', versionTags);
  fastify.addHook('onClose', () => store.close());
  app.setGlobalPrefix('api/v1', { exclude: ['/', 'health/live', 'health/ready'] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(MESSAGES));
  app.enableShutdownHooks();
  setUpOpenApi(app, options.rehearsal);
  await app.init();
  await fastify.ready();
  return { app, logger };
}
