import type { PlanEntity } from '@daegaejo/plan';
import type { EntityManager } from 'typeorm';
import { EvaluatorAssignmentEntity, PanelMemberEntity } from '../store/evaluation.entity.js';

/** Everybody who was ever asked onto the panel of the plan's round or assigned to the plan, whatever became of it. */
export async function everOnPanel(manager: EntityManager, { id, roundId }: PlanEntity): Promise<ReadonlySet<string>> {
  const members = await manager.find(PanelMemberEntity, { select: { id: true, personId: true }, where: { roundId } });
  const assigned = await manager.find(EvaluatorAssignmentEntity, {
    select: { id: true, personId: true },
    where: { planId: id },
  });
  return new Set([...members, ...assigned].map(({ personId }) => personId));
}
