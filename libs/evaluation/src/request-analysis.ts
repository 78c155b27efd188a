import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { refused, type Tx } from '@daegaejo/platform';
import { lockRound } from '@daegaejo/round';
import { ANALYSE_ROUND } from './jobs/analyse-round.job.js';
import { assertOwnPanel } from './score-progress.query.js';
import { releasedAggregate } from './store/evaluations.js';

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
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'requestAnalysis', { roundId: round.id });
  await assertOwnPanel(tx.manager, actor, 'requestAnalysis', round.id);
  const released = await releasedAggregate(tx.manager, round.id);
  if (released === null) throw refused('evaluation.not-locked', [], { state: round.state });
  const { no, inputsHash } = released.aggregate;
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
