import { contentHash, Problem, type Tx } from '@daegaejo/platform';
import { OrganisationEntity } from '@daegaejo/identity';
import { plansIn } from '@daegaejo/plan';
import type { RoundEntity } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { aggregate, type PlanInput } from './rules/index.js';
import {
  BonusEntryEntity,
  EvaluatorAssignmentEntity,
  ScoreAggregateEntity,
  ScoreSheetEntity,
} from './store/evaluation.entity.js';
import { newestAggregate } from './store/evaluations.js';

/**
 * Computes the ranking of a round from its locked sheets and bonus entries, always from the raw marks and never from an earlier
 * ranking, and stores it whole as the next version. Refuses (409) what cannot be ranked, plan by plan.
 */
export async function storeAggregate(tx: Tx, round: RoundEntity, policy: RoundPolicy): Promise<ScoreAggregateEntity> {
  const plans = await inputsOf(tx, round);
  const result = aggregate({ policy, plans });
  if (!result.ok) throw new Problem(409, 'evaluation.cannot-rank', {}, { allowed: [], findings: result.findings });
  const last = await newestAggregate(tx.manager, round.id);
  const row: ScoreAggregateEntity = {
    id: tx.newId(),
    roundId: round.id,
    no: (last?.no ?? 0) + 1,
    policyVersion: round.policyVersion,
    inputsHash: contentHash({ rules: result.rules, plans }),
    result,
    createdAt: tx.now,
  };
  await tx.manager.insert(ScoreAggregateEntity, row as never);
  await tx.record({
    type: 'ScoresAggregated',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    contentHash: row.inputsHash,
    data: { no: row.no, policyVersion: row.policyVersion },
  });
  return row;
}

async function inputsOf(tx: Tx, round: RoundEntity): Promise<PlanInput[]> {
  const plans = await plansIn(tx.manager, round.id, ['under-evaluation', 'scored']);
  const provinces = await tx.manager.findBy(OrganisationEntity, { id: In(plans.map((plan) => plan.provinceId)) });
  const sheets = await tx.manager.findBy(ScoreSheetEntity, { roundId: round.id, state: 'locked' });
  const assignments = await tx.manager.findBy(EvaluatorAssignmentEntity, { roundId: round.id });
  const bonuses = await tx.manager.findBy(BonusEntryEntity, { roundId: round.id });
  const aliasOf = new Map(assignments.map((assignment) => [assignment.id, assignment.alias]));
  return plans.map((plan) => ({
    planId: plan.id,
    label: provinces.find((province) => province.id === plan.provinceId)?.shortName ?? plan.id,
    sheets: sheets
      .filter((sheet) => sheet.planId === plan.id)
      .map((sheet) => ({
        evaluator: aliasOf.get(sheet.assignmentId) ?? sheet.assignmentId,
        marks: sheet.marks.map(({ criterion, mark }) => ({ criterion, mark })),
      })),
    bonuses: bonuses.filter((bonus) => bonus.planId === plan.id).map(({ code, points }) => ({ code, points })),
  }));
}
