import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, notFound, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Instant, nextState } from '@daegaejo/platform/rules';
import { policyOf, roundOf } from '@daegaejo/round';
import { movePlan, planNotNow } from '../move-plan.js';
import { type AskedPart, partFindings, PLAN_TABLE, termFindings } from '../rules/index.js';
import { judgedVersion, lockPlan } from '../store/plans.js';
import { PlanSupplementEntity } from '../store/supplement.entity.js';

/**
 * The secretariat returns named parts of a filed plan to its province (보완요구), during the screening and once (convention). The
 * province may then change these parts and no others, until `dueAt`. 422 for a part that is not in what was filed.
 */
export async function askSupplement(
  tx: Tx,
  actor: Actor,
  input: { planId: string; dueAt: Instant; items: readonly AskedPart[]; expectedVersion: number | null },
): Promise<PlanSupplementEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'askSupplement', plan);
  assertVersion(plan, input.expectedVersion);
  if (await tx.manager.existsBy(PlanSupplementEntity, { planId: plan.id }))
    throw refused('plan.supplement.once', allowedActions(PLAN_TABLE, plan.state));
  if (nextState(PLAN_TABLE, plan.state, 'ask-supplement') === null) throw planNotNow(plan, 'ask-supplement');
  const round = await roundOf(tx, plan.roundId);
  if (round.state !== 'screening') throw refused('plan.round-closed', [], { state: round.state });
  const filed = await judgedVersion(tx.manager, plan);
  if (filed === null) throw notFound();
  const { supplementDays } = (await policyOf(tx.manager, round)).eligibility;
  assertNone([...termFindings(tx.now, input.dueAt, supplementDays), ...partFindings(filed.content, input.items)]);
  const supplement: PlanSupplementEntity = {
    id: tx.newId(),
    planId: plan.id,
    filedNo: filed.no,
    items: input.items.map(({ section, path, reason }) => ({ path: section ?? path ?? '', reason })),
    dueAt: input.dueAt,
    askedBy: actor.personId ?? '',
    askedAt: tx.now,
    outcome: null,
    suppliedNo: null,
    closedAt: null,
  };
  await tx.manager.insert(PlanSupplementEntity, supplement as never);
  await movePlan(tx, plan, 'ask-supplement', {
    type: 'SupplementAsked',
    contentHash: filed.contentHash,
    data: { deadline: supplement.dueAt, parts: supplement.items.length, versionNo: filed.no },
  });
  return supplement;
}
