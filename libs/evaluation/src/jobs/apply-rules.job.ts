import { ID_SCHEMA, JobCatalogue, type JobDefinition, payloadOf } from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { markScoresDirty } from '../results/mark-dirty.js';
import { ScoreProgressEntity } from '../store/evaluation.entity.js';

/** Has a round's ranking computed anew when its rules were amended; the rankings made by the old rules stay as they are. */
export const APPLY_RULES: JobDefinition<{ roundId: string }> = {
  name: 'apply-rules',
  queue: 'scores',
  summary: {
    ko: '개정된 평가계획으로 순위를 다시 계산하게 합니다.',
    en: 'Has the ranking computed anew by the amended rules.',
  },
  payload: payloadOf({ roundId: ID_SCHEMA }),
  attempts: 10,
  backoff: { firstMs: 500, factor: 2, maxMs: 60_000 },
  concurrency: 1,
  leaseMs: 15_000,
  dedupeKey: ({ roundId }) => roundId,
  hears: {
    types: ['RoundPolicyInForce'],
    payload: ({ roundId }) => (typeof roundId === 'string' ? { roundId } : null),
  },
};

@Injectable()
export class ApplyRulesJob {
  constructor(catalogue: JobCatalogue) {
    catalogue.handle<{ roundId: string }>(APPLY_RULES, {
      store: async (tx, { roundId }) => {
        // before the first sheet there is nothing to compute
        if (await tx.manager.existsBy(ScoreProgressEntity, { roundId })) await markScoresDirty(tx, roundId);
      },
    });
  }
}
