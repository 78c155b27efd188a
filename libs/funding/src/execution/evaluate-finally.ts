import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, refused, type Tx } from '@daegaejo/platform';
import { lockPlan } from '@daegaejo/plan';
import type { ExecutionLight } from '@daegaejo/round/rules';
import { finalFindings, type FinalVerdict, proposeFinal } from '../rules/index.js';
import { acceptedReport, headOf, rulesOf } from './judging.js';
import { type Dossier, dossiersOf } from './store/dossiers.js';
import { FinalEvaluationEntity } from './store/execution.entity.js';
import { finalParts, regionLevel } from './year-parts.js';

export interface FinalInput {
  readonly planId: string;
  readonly light: ExecutionLight;
  readonly verdict: FinalVerdict;
  readonly reason: string | null;
  readonly comment: string;
}

/**
 * The final evaluation of a region (최종평가): once every year's report is accepted and no corrective plan is open. It closes
 * the execution of the plan: no report, check or yearly review is taken after it. A correction is a new version with a reason.
 */
export async function evaluateFinally(tx: Tx, actor: Actor, input: FinalInput): Promise<FinalEvaluationEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'evaluateFinally', plan);
  const { rules, years } = await rulesOf(tx, plan);
  const [dossier] = (await dossiersOf(tx.manager, [plan])) as [Dossier];
  for (const year of years) acceptedReport(dossier, year);
  const open = dossier.correctives.find(({ state }) => state !== 'accepted');
  if (open !== undefined)
    throw refused('execution.corrective.open', ['decide-corrective-plan'], { year: String(open.year) });
  const parts = finalParts(dossier, years, regionLevel(dossier, years));
  const proposal = proposeFinal(parts, rules);
  const last = dossier.final;
  assertNone([
    ...finalFindings(input, proposal),
    ...(last !== null && input.reason === null
      ? [{ field: 'reason', code: 'execution.review.correction', params: { no: last.no } }]
      : []),
  ]);
  const { planId: _plan, ...words } = input;
  const final: FinalEvaluationEntity = {
    ...words,
    ...headOf(tx, actor, plan, last?.no),
    parts,
    score: proposal.score,
    ruleLight: proposal.light,
    ruleVerdict: proposal.verdict,
  };
  await tx.manager.insert(FinalEvaluationEntity, final as never);
  await tx.record({
    type: 'ExecutionEvaluated',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    data: { no: final.no, light: final.light, verdict: final.verdict },
    audience: 'province',
  });
  return final;
}
