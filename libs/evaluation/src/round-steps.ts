import type { Finding } from '@daegaejo/platform/rules';
import { plansIn } from '@daegaejo/plan';
import type { GateContext, RoundGate } from '@daegaejo/round';
import { progressOf } from './score-progress.query.js';
import { requiredSheets } from './rules/index.js';
import { EvaluatorAssignmentEntity, PanelMemberEntity } from './store/evaluation.entity.js';

/** What the evaluation has to say to the round's steps. */
export const EVALUATION_GATES: readonly RoundGate[] = [
  { action: 'start-evaluation', holds: panelNotReady },
  { action: 'open-deliberation', holds: rankingBehind },
];

/** The committee deliberates on a ranking that includes everything (a recusal after the lock is computed anew). */
async function rankingBehind({ tx, round }: GateContext): Promise<Finding[]> {
  const { revision, aggregated, aggregateNo, blocked } = await progressOf(tx.manager, round.id);
  const behind = revision - aggregated;
  if (behind > 0) return [{ field: 'ranking', code: 'evaluation.aggregate-pending', params: { behind } }];
  return aggregateNo === null ? [...(blocked ?? [])] : [];
}

/** Scoring opens when there is a chair and every eligible plan has enough evaluators. */
async function panelNotReady({ tx, round, policy }: GateContext): Promise<Finding[]> {
  const chair = await tx.manager.existsBy(PanelMemberEntity, { roundId: round.id, chair: true, state: 'pledged' });
  const findings: Finding[] = chair ? [] : [{ field: 'panel', code: 'evaluation.no-chair' }];
  const required = requiredSheets(policy);
  for (const plan of await plansIn(tx.manager, round.id, ['screened'])) {
    const sheets = await tx.manager.countBy(EvaluatorAssignmentEntity, { planId: plan.id, state: 'active' });
    if (sheets < required)
      findings.push({
        field: `plans[${plan.id}]`,
        code: 'panel.too-small',
        params: { plan: plan.filedTitle ?? plan.id, sheets, required },
      });
  }
  return findings;
}
