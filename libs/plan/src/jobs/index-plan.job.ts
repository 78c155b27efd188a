import { ID_SCHEMA, JobCatalogue, type JobDefinition, payloadOf, Queries } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { INDEX_RULES, type PlanToIndex, readForIndex, storeIndex } from '../search/index-plan.js';
import { plansBehind } from '../store/search-index.js';

/** Puts what a plan submitted last into the search index. */
export const INDEX_PLAN: JobDefinition<{ planId: string }> = {
  name: 'index-plan',
  queue: 'plans',
  summary: {
    ko: '제출된 계획의 내용을 검색 색인에 넣습니다.',
    en: 'Puts what a plan submitted last into the search index.',
  },
  payload: payloadOf({ planId: ID_SCHEMA }),
  attempts: 10,
  backoff: { firstMs: 500, factor: 2, maxMs: 60_000 },
  concurrency: 2,
  leaseMs: 30_000,
  dedupeKey: ({ planId }) => planId,
  hears: {
    types: ['PlanSubmitted', 'PlanConfirmed', 'PlanChanged', 'AttachmentRefused'],
    payload: ({ subject }) => ({ planId: subject.id }),
  },
};

/** Plans taken up in one turn; the next turn takes the rest. */
const MOST = 500;

/** Finds plans the index is behind with: versions no event told of, and documents made by earlier rules. */
export const CATCH_UP_SEARCH: JobDefinition = {
  name: 'catch-up-search',
  queue: 'plans',
  summary: {
    ko: '검색 색인이 뒤처진 계획을 찾아 다시 색인하게 합니다.',
    en: 'Finds plans the search index is behind with and has them indexed.',
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
export class IndexPlanJob {
  constructor(catalogue: JobCatalogue, queries: Queries) {
    catalogue.handle<{ planId: string }, PlanToIndex | null>(INDEX_PLAN, {
      perform: ({ planId }) => queries.run((reading) => readForIndex(reading, planId)),
      store: storeIndex,
    });
    catalogue.handle(CATCH_UP_SEARCH, {
      store: async (tx) => {
        const behind = await plansBehind(tx, INDEX_RULES, MOST);
        await tx.enqueueAll(
          INDEX_PLAN,
          behind.map((planId) => ({ planId })),
        );
      },
    });
  }
}
