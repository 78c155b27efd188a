import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, notFound, Problem, refused, type Tx } from '@daegaejo/platform';
import { nextState, seoulDay } from '@daegaejo/platform/rules';
import { currentDeadline, policyOf, roundOf } from '@daegaejo/round';
import { movePlan, planNotNow } from './move-plan.js';
import { eligibilityFindings, PLAN_TABLE } from './rules/index.js';
import { type PlanEntity, PlanScreeningEntity } from './store/plan.entity.js';
import { lockPlan, newestVersion } from './store/plans.js';
import { lapseIfOver } from './supplement/close-supplement.js';

/**
 * The secretariat's screening of a filed plan (요건 검토). The rules are run for the day of the filing deadline;
 * a plan they find fault with cannot be passed, and one that is failed needs a written reason.
 */
export async function screenPlan(
  tx: Tx,
  actor: Actor,
  input: { planId: string; verdict: 'eligible' | 'ineligible'; reason: string | null; expectedVersion: number | null },
): Promise<PlanEntity> {
  const held = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'screenPlan', held);
  assertVersion(held, input.expectedVersion);
  const plan = await lapseIfOver(tx, held);
  const action = input.verdict === 'eligible' ? 'pass-screening' : 'fail-screening';
  if (nextState(PLAN_TABLE, plan.state, action) === null) throw planNotNow(plan, action);
  const round = await roundOf(tx, plan.roundId);
  if (round.state !== 'screening') throw refused('plan.round-closed', [], { state: round.state });
  const version = await newestVersion(tx.manager, plan);
  if (version === null) throw notFound();
  const policy = await policyOf(tx.manager, round);
  const on = seoulDay(await currentDeadline(tx.manager, round, policy, 'intake'));
  const findings = eligibilityFindings({ content: version.content, policy, on });
  if (input.verdict === 'eligible' && findings.length > 0)
    throw new Problem(422, 'plan.screening.not-eligible', { on }, { findings });
  if (input.verdict === 'ineligible' && input.reason === null)
    throw new Problem(
      422,
      'content.invalid',
      { count: 1 },
      { findings: [{ field: 'reason', code: 'plan.screening.reason' }] },
    );
  await tx.manager.insert(PlanScreeningEntity, {
    id: tx.newId(),
    planId: plan.id,
    versionNo: version.no,
    verdict: input.verdict,
    findings: findings as never,
    reason: input.reason,
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
  });
  return movePlan(tx, plan, action, {
    type: 'PlanScreened',
    reason: input.reason,
    contentHash: version.contentHash,
    data: { verdict: input.verdict },
  });
}
