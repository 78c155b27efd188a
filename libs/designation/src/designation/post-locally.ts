import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { lockPlan } from '@daegaejo/plan';
import { assertNone, notFound, refused, type Tx } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { postingEndsOn, postingFindings } from '../rules/index.js';
import { DesignationEntity } from '../store/designation.entity.js';
import { LocalPostingEntity } from '../store/publication.entity.js';

/** A region records where and from which day its people can read the designation (지방 공고·열람), once for each notice. */
export async function postLocally(
  tx: Tx,
  actor: Actor,
  input: { designationId: string; startedOn: string; place: string },
): Promise<DesignationEntity> {
  const designation = await tx.manager.findOneBy(DesignationEntity, { id: input.designationId, state: 'approved' });
  if (designation === null) throw notFound();
  const plan = await lockPlan(tx, actor, designation.planId);
  authorise(actor, 'postLocally', plan);
  if (await tx.manager.existsBy(LocalPostingEntity, { designationId: designation.id }))
    throw refused('posting.recorded-already', []);
  assertNone(postingFindings(input.startedOn, designation.noticeDate, seoulDay(tx.now)));
  await tx.manager.insert(LocalPostingEntity, {
    id: tx.newId(),
    designationId: designation.id,
    provinceId: plan.provinceId,
    startedOn: input.startedOn,
    place: input.place,
    recordedBy: actor.personId ?? '',
    recordedAt: tx.now,
  });
  await tx.record({
    type: 'DesignationPosted',
    subject: { kind: 'designation', id: designation.id },
    roundId: designation.roundId,
    provinceId: plan.provinceId,
    data: { planId: plan.id, startedOn: input.startedOn, endsOn: postingEndsOn(input.startedOn) },
    audience: 'public',
  });
  return designation;
}
