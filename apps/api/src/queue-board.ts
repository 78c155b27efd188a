import { authorise, Sessions, sessionTokenOf } from '@daegaejo/identity';
import { type BullTransport, Problem, ProblemFilter } from '@daegaejo/platform';
import { type CarriageOptions, carryJobs, MESSAGES } from '@daegaejo/composition';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export const BOARD_PATH = '/admin/queues';

/** Starts carrying jobs, from the first request on; with Redis administrators may look into its queues. */
export async function carryWithBoard(
  app: NestFastifyApplication,
  options: CarriageOptions,
): Promise<{ board: boolean }> {
  const { bull } = await carryJobs(app, options);
  if (bull !== null) await mountQueueBoard(app, bull);
  return { board: bull !== null };
}

/**
 * A window into the transport queues for administrators, where Redis carries the news. It only shows: what becomes of a job is
 * decided in the outbox (GET /jobs), and a Bull job is no more than a nudge.
 */
async function mountQueueBoard(app: NestFastifyApplication, bull: BullTransport): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: bull.board.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: '대개조' } },
  });
  const problems = new ProblemFilter(MESSAGES);
  const sessions = app.get(Sessions);
  await app
    .getHttpAdapter()
    .getInstance()
    .register(
      async (scope) => {
        scope.addHook('onRequest', async (request, reply) => {
          try {
            const token = sessionTokenOf(request);
            const signedIn = token === null ? null : await sessions.find(token);
            if (signedIn === null) throw new Problem(401, 'access.sign-in');
            authorise(signedIn.actor, 'getQueueBoard');
          } catch (error) {
            problems.answer(error, request, reply); // the board would answer it in its own words
            return reply;
          }
        });
        await scope.register(adapter.registerPlugin(), { prefix: '' });
      },
      { prefix: BOARD_PATH },
    );
}
