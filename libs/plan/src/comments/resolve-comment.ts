import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, notFound, refused, type Tx } from '@daegaejo/platform';
import { PlanCommentEntity } from '../store/plan-comment.entity.js';
import { PlanEntity } from '../store/plan.entity.js';
import { commentsFor } from './comments.query.js';

/** Settles a note (해결), once, by anybody of the province. 404 for everybody else; 409 where it is settled. */
export async function resolveComment(
  tx: Tx,
  actor: Actor,
  input: { commentId: string; expectedVersion: number | null },
): Promise<PlanCommentEntity> {
  const comment = await commentsFor(tx.manager, actor).andWhere('comment.id = :id', { id: input.commentId }).getOne();
  if (comment === null) throw notFound();
  const plan = await tx.manager.findOneByOrFail(PlanEntity, { id: comment.planId });
  authorise(actor, 'resolvePlanComment', plan);
  assertVersion(comment, input.expectedVersion);
  if (comment.resolvedAt !== null) throw refused('plan.comment.resolved', []);
  return changeRecord(tx.manager, PlanCommentEntity, comment, {
    resolvedBy: actor.personId ?? '',
    resolvedAt: tx.now,
  });
}
