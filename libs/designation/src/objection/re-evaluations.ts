import type { EntityManager } from 'typeorm';
import { ReEvaluationEntity } from '../store/publication.entity.js';

/** The re-evaluation of a plan, once its chair signed it; null before. */
export async function signedReEvaluation(manager: EntityManager, planId: string): Promise<ReEvaluationEntity | null> {
  const row = await manager.findOneBy(ReEvaluationEntity, { planId });
  return row === null || row.signedAt === null ? null : row;
}
