import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Tx } from '@daegaejo/platform';
import type { PlanSection } from '../rules/index.js';
import { PlanCommentEntity } from '../store/plan-comment.entity.js';
import { readPlan } from '../store/plans.js';

/**
 * Somebody of the province writes a note on a part of its plan. It stays within the province: staff and auditors read the whole
 * history, so notes are not recorded there; the row itself says who wrote and who settled it, and is never deleted.
 */
export async function addComment(
  tx: Tx,
  actor: Actor,
  input: { planId: string; section: PlanSection; path: string | null; text: string },
): Promise<PlanCommentEntity> {
  const plan = await readPlan(tx.manager, actor, input.planId);
  authorise(actor, 'addPlanComment', plan);
  const comment: PlanCommentEntity = {
    ...input,
    id: tx.newId(),
    writtenBy: actor.personId ?? '',
    writtenAt: tx.now,
    resolvedBy: null,
    resolvedAt: null,
    version: 1,
  };
  await tx.manager.insert(PlanCommentEntity, comment);
  return comment;
}
