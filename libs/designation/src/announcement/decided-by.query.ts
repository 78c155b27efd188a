import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { signedReEvaluation } from '../objection/re-evaluations.js';
import { type AnnouncementEntity } from '../store/designation.entity.js';
import { ResolutionEntity } from '../store/meeting.entity.js';
import type { ReEvaluationEntity } from '../store/publication.entity.js';

/**
 * What a version of the announcement says of a plan rests on this: the decision that counted then and, where there was one by
 * then, the re-evaluation. What was decided since is nobody's outside until it is announced.
 */
export async function decidedBy(
  manager: EntityManager,
  { announcedAt }: Pick<AnnouncementEntity, 'announcedAt'>,
  planId: string,
): Promise<{ resolution: ResolutionEntity | null; anew: ReEvaluationEntity | null }> {
  const resolution = await manager.findOne(ResolutionEntity, {
    where: { planId, resolvedAt: LessThanOrEqual(announcedAt) },
    order: { no: 'DESC' },
  });
  const signed = await signedReEvaluation(manager, planId);
  const signedAt = signed?.signedAt ?? null;
  const anew = signedAt !== null && resolution !== null && resolution.resolvedAt >= signedAt ? signed : null;
  return { resolution, anew };
}
