import type { Finding } from '@daegaejo/platform/rules';
import { plansIn } from '@daegaejo/plan';
import type { GateContext, RoundGate } from '@daegaejo/round';
import { stagesOf } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { isByRulesInForce } from './results/rules-in-force.js';
import { progressOf } from './sheets/score-progress.query.js';
import { OPEN_CHALLENGES, requiredSheets, SHEETS_IN_HAND } from './rules/index.js';
import { EvaluatorAssignmentEntity, PanelMemberEntity, ScoreSheetEntity } from './store/evaluation.entity.js';
import { ChallengeEntity } from './store/panel.entity.js';
import { openCorrections } from './store/scoring.js';

/** What the evaluation has to say to the round's steps. */
export const EVALUATION_GATES: readonly RoundGate[] = [
  { action: 'start-evaluation', holds: panelNotReady },
  { action: 'open-deliberation', holds: rankingBehind },
  { action: 'open-deliberation', holds: challengesOpen },
  { action: 'open-deliberation', holds: sheetsUnsettled },
];

/** The committee deliberates on a ranking that includes everything (a recusal after the lock is computed anew). */
async function rankingBehind({ tx, round }: GateContext): Promise<Finding[]> {
  const { revision, aggregated, aggregateNo, blocked } = await progressOf(tx.manager, round.id);
  const behind = revision - aggregated;
  if (behind > 0) return [{ field: 'ranking', code: 'evaluation.aggregate-pending', params: { behind } }];
  if (aggregateNo === null) return [...(blocked ?? [])];
  const current = await isByRulesInForce(tx.manager, round, aggregateNo);
  return current ? [] : [{ field: 'ranking', code: 'evaluation.rules-amended' }];
}

/** Nor on one that a substitute's sheet or an undecided correction may still change. */
async function sheetsUnsettled({ tx, round }: GateContext): Promise<Finding[]> {
  const inHand = { roundId: round.id, state: In([...SHEETS_IN_HAND]) };
  const waiting = await tx.manager.countBy(ScoreSheetEntity, inHand);
  const unlocked = await tx.manager.countBy(ScoreSheetEntity, { roundId: round.id, state: 'submitted' });
  const corrections = await openCorrections(tx.manager, round.id);
  return [
    ...(waiting > 0 ? [{ field: 'sheets', code: 'evaluation.sheets-missing', params: { waiting } }] : []),
    ...(unlocked > 0 ? [{ field: 'sheets', code: 'evaluation.sheets-unlocked', params: { unlocked } }] : []),
    ...(corrections > 0
      ? [{ field: 'corrections', code: 'evaluation.corrections-open', params: { count: corrections } }]
      : []),
  ];
}

/** Whoever is challenged is decided on before the committee takes over. */
async function challengesOpen({ tx, round }: GateContext): Promise<Finding[]> {
  const count = await tx.manager.countBy(ChallengeEntity, { roundId: round.id, state: In([...OPEN_CHALLENGES]) });
  return count === 0 ? [] : [{ field: 'challenges', code: 'challenge.still-open', params: { count } }];
}

/** Scoring opens when there is a chair and every eligible plan has enough evaluators in every stage. */
async function panelNotReady({ tx, round, policy }: GateContext): Promise<Finding[]> {
  const chair = await tx.manager.existsBy(PanelMemberEntity, { roundId: round.id, chair: true, state: 'pledged' });
  const findings: Finding[] = chair ? [] : [{ field: 'panel', code: 'evaluation.no-chair' }];
  for (const plan of await plansIn(tx.manager, round.id, ['screened']))
    for (const { code: stage, name } of stagesOf(policy)) {
      const sheets = await tx.manager.countBy(EvaluatorAssignmentEntity, { planId: plan.id, stage, state: 'active' });
      const params = { plan: plan.filedTitle ?? plan.id, sheets, required: requiredSheets(policy, stage) };
      if (sheets >= params.required) continue;
      const field = `plans[${plan.id}]`;
      findings.push(
        policy.stages === undefined
          ? { field, code: 'panel.too-small', params }
          : { field, code: 'panel.stage-too-small', params: { ...params, stage: name } },
      );
    }
  return findings;
}
