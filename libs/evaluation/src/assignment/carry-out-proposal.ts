import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { invalid, Problem, type Tx } from '@daegaejo/platform';
import { lockRound } from '@daegaejo/round';
import { assignEvaluator } from '../panel/assign-evaluator.js';
import type { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';

/**
 * Carries out many assignments at once: all, or none. Each is looked at as if it were made alone, conflicts above all; the
 * first that is refused refuses the whole and is named.
 */
export async function carryOutProposal(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; stage?: string; pairs: readonly { planId: string; memberId: string }[] },
): Promise<EvaluatorAssignmentEntity[]> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'carryOutProposal', { roundId: round.id });
  const made: EvaluatorAssignmentEntity[] = [];
  for (const [index, pair] of input.pairs.entries()) {
    const stage = input.stage === undefined ? {} : { stage: input.stage };
    const assignment = await assignEvaluator(tx, actor, { ...pair, ...stage }).catch((error: unknown) => {
      throw error instanceof Problem ? named(error, index) : error;
    });
    if (assignment.roundId !== round.id)
      throw invalid([{ field: `pairs[${index}].planId`, code: 'evaluation.plan-elsewhere' }]);
    made.push(assignment);
  }
  return made;
}

/** The same refusal, saying which pair it is about. */
function named(problem: Problem, index: number): Problem {
  const { status, code, params, extra } = problem;
  const { findings = [] } = extra;
  const at = findings.map((finding) => ({ ...finding, field: `pairs[${index}].${finding.field ?? ''}` }));
  const own = at.length > 0 ? at : [{ field: `pairs[${index}]`, code, params }];
  return new Problem(status, code, params, { ...extra, findings: own });
}
