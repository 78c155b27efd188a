import type { Tx } from '@daegaejo/platform';
import { PlanEntity } from '@daegaejo/plan';
import { policyOf, RoundEntity } from '@daegaejo/round';
import { In, Not } from 'typeorm';
import { conflictsBetween } from './conflicts.js';
import { LEAVING, leavePlan } from './end-assignment.js';
import { wayOut } from '../rules/index.js';
import { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';
import { ReEvaluationPanelEntity } from '../store/new-panel.entity.js';

/** Whom to look at again: one person in every round under way, or everybody in one round. */
export type Recheck = { readonly personId: string } | { readonly roundId: string };

/**
 * Something the conflict rules look at has changed: what is assigned now is looked at again, and whoever is in conflict leaves
 * the plan in this transaction, by 제척 or, where all that is known is his own declaration, by 회피.
 */
export async function recheckConflicts(tx: Tx, who: Recheck): Promise<void> {
  for (const [round, assignments] of await underWay(tx, who)) {
    const plans = await tx.manager.findBy(PlanEntity, { id: In(assignments.map(({ planId }) => planId)) });
    const people = [...new Set(assignments.map(({ personId }) => personId))];
    const conflictsOf = await conflictsBetween(tx.manager, await policyOf(tx.manager, round), people, plans);
    for (const { personId, planId } of assignments) {
      const conflicts = conflictsOf(personId, planId);
      if (conflicts.length === 0) continue;
      const reason = conflicts.map(({ code, source }) => `${code} (${source})`).join('; ');
      await leavePlan(tx, { planId, personId, action: wayOut(conflicts), reason });
    }
  }
}

/** Somebody may not evaluate anything any more: every plan he has in a round under way is taken from him (제척). */
export async function excludeFromPlans(
  tx: Tx,
  personId: string,
  reason: string,
  roundId: string | null = null,
): Promise<void> {
  for (const [round, assignments] of await underWay(tx, { personId }))
    if (roundId === null || round.id === roundId)
      for (const { planId } of assignments) await leavePlan(tx, { planId, personId, action: 'exclude', reason });
}

/** What is assigned now in rounds under way, and on plans that are evaluated anew, round by round. */
async function underWay(tx: Tx, who: Recheck): Promise<[RoundEntity, EvaluatorAssignmentEntity[]][]> {
  const assignments = await tx.manager.find(EvaluatorAssignmentEntity, {
    where: { ...who, state: 'active' },
    order: { planId: 'ASC', personId: 'ASC', id: 'ASC' },
  });
  const roundIds = [...new Set(assignments.map(({ roundId }) => roundId))];
  const rounds = await tx.manager.find(RoundEntity, {
    where: { id: In(roundIds), state: In([...LEAVING, 'objection-window' as const]) },
    order: { id: 'ASC' },
  });
  const anew = await tx.manager.findBy(ReEvaluationPanelEntity, { roundId: In(roundIds), state: Not('closed') });
  const evaluatedAnew = new Set(anew.map(({ planId }) => planId));
  const isUnderWay = ({ state }: RoundEntity, { series, planId }: EvaluatorAssignmentEntity): boolean =>
    series === 'first' ? LEAVING.includes(state) : evaluatedAnew.has(planId);
  return rounds.map((round) => [
    round,
    assignments.filter((assignment) => assignment.roundId === round.id && isUnderWay(round, assignment)),
  ]);
}
