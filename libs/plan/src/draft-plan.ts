import { authorise, OrganisationEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, invalid, Problem, refused, type Tx } from '@daegaejo/platform';
import { currentDeadline, lockRound, policyOf, roundOf } from '@daegaejo/round';
import { isInTime } from '@daegaejo/round/rules';
import { planNotNow } from './move-plan.js';
import { EDITABLE, EMPTY_CONTENT, type PlanContent } from './rules/index.js';
import { PlanEntity } from './store/plan.entity.js';
import { lockPlan } from './store/plans.js';

/** Opens the province's one plan of a round (계획 작성 시작). 409 where it exists already or the round takes none. */
export async function createPlan(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; provinceId: string; title: string },
): Promise<PlanEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'createPlan', { roundId: round.id, provinceId: input.provinceId });
  const province = await tx.manager.findOneBy(OrganisationEntity, { id: input.provinceId, kind: 'province' });
  if (province === null) throw invalid([{ field: 'provinceId', code: 'plan.province-unknown' }]);
  if (round.state !== 'announced' && round.state !== 'pre-intake')
    throw refused('plan.round-closed', [], { state: round.state });
  if (await tx.manager.existsBy(PlanEntity, { roundId: round.id, provinceId: province.id }))
    throw refused('plan.exists', ['saveDraft'], {});
  const plan: PlanEntity = {
    id: tx.newId(),
    roundId: round.id,
    provinceId: province.id,
    state: 'draft',
    draft: { ...EMPTY_CONTENT, title: input.title },
    versionNo: 0,
    filedTitle: null,
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await tx.manager.insert(PlanEntity, plan as never);
  await tx.record({
    type: 'PlanCreated',
    subject: { kind: 'plan', id: plan.id },
    roundId: round.id,
    provinceId: province.id,
    to: 'draft',
    audience: 'province',
  });
  return plan;
}

/**
 * Saves parts of the working draft (자동 저장): a part given replaces that part, the others stay. What it holds may be incomplete;
 * only a submission is checked. Refused once the plan is with the evaluators, and on a version somebody else replaced (412).
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  input: { planId: string; parts: Partial<PlanContent>; expectedVersion: number },
): Promise<PlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'saveDraft', plan);
  assertVersion(plan, input.expectedVersion);
  if (!EDITABLE.includes(plan.state)) throw planNotNow(plan, 'save-draft');
  if (plan.state === 'submitted') await assertStillIntake(tx, plan);
  return changeRecord(tx.manager, PlanEntity, plan, { draft: { ...plan.draft, ...input.parts }, updatedAt: tx.now });
}

/** A filed plan may be mended and filed again until the deadline, not after. */
async function assertStillIntake(tx: Tx, plan: PlanEntity): Promise<void> {
  const round = await roundOf(tx, plan.roundId);
  const deadline = await currentDeadline(tx.manager, round, await policyOf(tx.manager, round), 'intake');
  if (round.state !== 'intake' || !isInTime(tx.now, deadline))
    throw new Problem(409, 'round.deadline-passed', { deadline, now: tx.now }, { allowed: [] });
}
