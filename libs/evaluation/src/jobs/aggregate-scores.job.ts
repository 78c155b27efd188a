import { ID_SCHEMA, JobCatalogue, type JobDefinition, payloadOf, Queries, STORE, type Store } from '@daegaejo/platform';
import { Inject, Injectable } from '@nestjs/common';
import { computeScores, type Computed, storeScores } from '../aggregate-scores.js';

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

@Injectable()
export class AggregateScoresJob {
  constructor(catalogue: JobCatalogue, queries: Queries, @Inject(STORE) store: Store) {
    catalogue.handle<{ roundId: string }, Computed | null>(AGGREGATE_SCORES, {
      perform: ({ roundId }) => queries.run((reading) => computeScores(reading, store.dialect, roundId)),
      store: storeScores,
    });
  }
}
