import { type EntityManager, LessThanOrEqual, Not } from 'typeorm';
import { signedReEvaluation } from '../objection/re-evaluations.js';
import { isDecidedAnew } from '../rules/index.js';
import type { AnnouncementEntity } from '../store/designation.entity.js';
import { ResolutionEntity } from '../store/meeting.entity.js';
import type { ReEvaluationEntity } from '../store/publication.entity.js';

/**
 * What a version of the announcement says of a plan rests on this: the decision that counted then and, where there was one by
 * then, the re-evaluation. A deferral (재심의) decides nothing, and what was decided since is nobody's outside until it is announced.
 */
export async function decidedBy(
  manager: EntityManager,
  { announcedAt }: Pick<AnnouncementEntity, 'announcedAt'>,
  planId: string,
): Promise<{ resolution: ResolutionEntity | null; anew: ReEvaluationEntity | null }> {
  const resolution = await manager.findOne(ResolutionEntity, {
    where: { planId, outcome: Not('defer'), resolvedAt: LessThanOrEqual(announcedAt) },
    order: { no: 'DESC' },
  });
  const signed = await signedReEvaluation(manager, planId);
  return { resolution, anew: isDecidedAnew(signed?.signedAt ?? null, resolution) ? signed : null };
}
