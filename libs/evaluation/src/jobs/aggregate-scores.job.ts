import { ID_SCHEMA, JobCatalogue, type JobDefinition, payloadOf, Queries } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { computeScores, type Computed, storeScores } from '../results/aggregate-scores.js';
import { ScoreProgressEntity } from '../store/evaluation.entity.js';

/** Computes the ranking of a round anew from the raw sheets. */
export const AGGREGATE_SCORES: JobDefinition<{ roundId: string }> = {
  name: 'aggregate-scores',
  queue: 'scores',
  summary: {
    ko: '한 회차의 순위를 평가표에서 처음부터 다시 계산합니다.',
    en: 'Computes the ranking of a round anew from the raw sheets.',
  },
  payload: payloadOf({ roundId: ID_SCHEMA }),
  attempts: 10,
  backoff: { firstMs: 500, factor: 2, maxMs: 60_000 },
  concurrency: 2,
  leaseMs: 15_000,
  dedupeKey: ({ roundId }) => roundId,
};

/** Finds rounds whose ranking is behind without a job on its way: after a dead letter was cleared, or a move from an earlier version. */
export const CATCH_UP_SCORES: JobDefinition = {
  name: 'catch-up-scores',
  queue: 'scores',
  summary: {
    ko: '집계가 밀린 회차를 찾아 다시 계산하게 합니다.',
    en: 'Finds rounds whose ranking is behind and has it computed.',
  },
  payload: payloadOf({}),
  attempts: 3,
  backoff: { firstMs: 5_000, factor: 2, maxMs: 60_000 },
  concurrency: 1,
  leaseMs: 15_000,
  dedupeKey: () => 'all',
  everySeconds: 60,
};

@Injectable()
export class AggregateScoresJob {
  constructor(catalogue: JobCatalogue, queries: Queries) {
    catalogue.handle<{ roundId: string }, Computed | null>(AGGREGATE_SCORES, {
      perform: ({ roundId }) => queries.run((reading) => computeScores(reading, roundId)),
      store: storeScores,
    });
    catalogue.handle(CATCH_UP_SCORES, {
      store: async (tx) => {
        const behind = await tx.manager
          .createQueryBuilder(ScoreProgressEntity, 'progress')
          .where('progress.aggregated < progress.revision')
          .getMany();
        await tx.enqueueAll(
          AGGREGATE_SCORES,
          behind.map(({ roundId }) => ({ roundId })),
        );
      },
    });
  }
}
