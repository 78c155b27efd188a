import type { Actor } from '@daegaejo/identity/rules';
import type { Tx } from '@daegaejo/platform';
import { ANALYSE_ROUND } from '../jobs/analyse-round.job.js';
import { admitToRanking, rankingAt } from '../results/released-ranking.js';

/** Resamples behind the probabilities, unless told otherwise. */
const REPLICATES = 10_000;

/**
 * Orders an analysis of the ranking that is shown. Every order is in the history with who gave it and what for, whether or
 * not anybody looks at its result: nobody tries methods until one pleases. Without a seed it comes from the inputs, so that
 * the same data give the same figures.
 */
export async function requestAnalysis(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; seed: number | null; replicates: number | null; purpose: string },
): Promise<{ runId: string; aggregateNo: number; seed: number; replicates: number }> {
  const { round, no } = await admitToRanking(tx.manager, actor, 'requestAnalysis', input.roundId);
  const { inputsHash } = await rankingAt(tx.manager, round.id, no);
  const order = {
    runId: tx.newId(),
    aggregateNo: no,
    seed: input.seed ?? Number.parseInt(inputsHash.slice(0, 8), 16),
    replicates: input.replicates ?? REPLICATES,
  };
  await tx.enqueue(ANALYSE_ROUND, {
    ...order,
    roundId: round.id,
    requestedBy: actor.personId ?? '',
    purpose: input.purpose,
  });
  await tx.record({
    type: 'AnalysisRequested',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    reason: input.purpose,
    data: order,
  });
  return order;
}
