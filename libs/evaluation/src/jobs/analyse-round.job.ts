import {
  ID_SCHEMA,
  JobCatalogue,
  type JobDefinition,
  JobRefused,
  payloadOf,
  Queries,
  sha256,
} from '@daegaejo/platform';
import { Injectable } from '@nestjs/common';
import { readAnalysisInput } from '../analysis/analysis-input.query.js';
import { analyseRound } from '../rules/analysis/index.js';
import { AnalysisRunEntity } from '../store/scoring.entity.js';

export interface AnalysisOrder {
  readonly runId: string;
  readonly roundId: string;
  /** Version of the ranking it is about: what came after it is another run. */
  readonly aggregateNo: number;
  readonly seed: number;
  readonly replicates: number;
  readonly requestedBy: string;
  readonly purpose: string;
}

/** Works out what the numbers of a round can carry, beside its ranking. */
export const ANALYSE_ROUND: JobDefinition<AnalysisOrder> = {
  name: 'analyse-round',
  queue: 'scores',
  summary: {
    ko: '한 회차의 점수가 무엇을 말할 수 있는지 분석합니다(순위를 바꾸지 않습니다).',
    en: 'Works out what the scores of a round can carry; it never changes the ranking.',
  },
  payload: payloadOf({
    runId: ID_SCHEMA,
    roundId: ID_SCHEMA,
    aggregateNo: { type: 'integer', minimum: 1 },
    seed: { type: 'integer', minimum: 0, maximum: 4_294_967_295 },
    replicates: { type: 'integer', minimum: 100, maximum: 100_000 },
    requestedBy: ID_SCHEMA,
    purpose: { type: 'string', maxLength: 500 },
  }),
  attempts: 3,
  backoff: { firstMs: 1_000, factor: 4, maxMs: 60_000 },
  concurrency: 1,
  leaseMs: 60_000,
  dedupeKey: ({ runId }) => runId,
};

interface Analysed {
  readonly inputsHash: string;
  readonly result: string;
}

@Injectable()
export class AnalyseRoundJob {
  constructor(catalogue: JobCatalogue, queries: Queries) {
    catalogue.handle<AnalysisOrder, Analysed>(ANALYSE_ROUND, {
      perform: async ({ roundId, aggregateNo, seed, replicates }) => {
        const found = await queries.run((reading) => readAnalysisInput(reading, roundId, aggregateNo));
        if (found === null) throw new JobRefused(`there is no ranking ${aggregateNo} to analyse`);
        const result = analyseRound(found.input, { seed, replicates });
        return { inputsHash: found.inputsHash, result: JSON.stringify(result) };
      },
      store: async (tx, { runId, roundId, aggregateNo, seed, replicates, requestedBy, purpose }, analysed) => {
        const resultHash = sha256(analysed.result);
        await tx.manager.insert(AnalysisRunEntity, {
          id: runId,
          roundId,
          aggregateNo,
          inputsHash: analysed.inputsHash,
          options: { seed, replicates } as never,
          result: analysed.result,
          resultHash,
          purpose,
          requestedBy,
          requestedAt: tx.now,
        });
        await tx.record({
          type: 'RoundAnalysed',
          subject: { kind: 'round', id: roundId },
          roundId,
          contentHash: resultHash,
          data: { runId, aggregateNo, seed, replicates },
        });
      },
    });
  }
}
