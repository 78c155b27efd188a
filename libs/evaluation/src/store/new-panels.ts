import { type Actor, roundsOf } from '@daegaejo/identity/rules';
import { lockRow, notFound, type Tx } from '@daegaejo/platform';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { EvaluatorAssignmentEntity, PanelMemberEntity } from './evaluation.entity.js';
import { ReEvaluationPanelEntity } from './new-panel.entity.js';

/** Those who run or check the round; the evaluators of the plan, who know of their own panel. */
const RUNNERS = ['secretariat', 'ministry-officer', 'auditor'] as const;

/** The one scope of new panels: whoever runs or checks the round, and those who evaluate the plan in it. */
export function visibleNewPanels(
  actor: Actor,
  select: SelectQueryBuilder<ReEvaluationPanelEntity>,
): SelectQueryBuilder<ReEvaluationPanelEntity> {
  return select.andWhere(
    new Brackets((or) => {
      or.where('1 = 0');
      const rounds = roundsOf(actor, RUNNERS);
      if (rounds === 'all') or.orWhere('1 = 1');
      else if (rounds.length > 0) or.orWhere('panel.roundId IN (:...rounds)', { rounds });
      if (!actor.grants.some(({ role }) => role === 'evaluator' || role === 'panel-chair')) return;
      const own = select
        .subQuery()
        .select('1')
        .from(EvaluatorAssignmentEntity, 'own')
        .where("own.planId = panel.planId AND own.series = 're-evaluation' AND own.state = 'active'")
        .andWhere('own.personId = :me')
        .getQuery();
      or.orWhere(`EXISTS ${own}`, { me: actor.personId });
    }),
  );
}

/** The new panel for a write, if this reader may see it; else 404. Not locked: its sheets come first (`lockNewPanelOf`). */
export async function readNewPanel(manager: EntityManager, actor: Actor, id: string): Promise<ReEvaluationPanelEntity> {
  const select = manager.createQueryBuilder(ReEvaluationPanelEntity, 'panel').where('panel.id = :id', { id });
  const panel = await visibleNewPanels(actor, select).getOne();
  if (panel === null) throw notFound();
  return panel;
}

/** The new panel of a plan, locked until the transaction ends; null where none was opened. */
export async function lockNewPanelOf(tx: Tx, planId: string): Promise<ReEvaluationPanelEntity | null> {
  const known = await tx.manager.findOneBy(ReEvaluationPanelEntity, { planId });
  if (known === null) return null;
  await lockRow(tx, 're_evaluation_panel', known.id);
  return tx.manager.findOneByOrFail(ReEvaluationPanelEntity, { id: known.id });
}

/** Who chairs the new panel of a plan: of those who evaluate it, whoever was invited as a chair. */
export async function chairsAnew(manager: EntityManager, planId: string): Promise<string[]> {
  const chairs = await manager
    .createQueryBuilder(PanelMemberEntity, 'member')
    .innerJoin(
      EvaluatorAssignmentEntity,
      'assignment',
      "assignment.roundId = member.roundId AND assignment.personId = member.personId AND assignment.state = 'active'",
    )
    .where("assignment.planId = :planId AND member.series = 're-evaluation' AND member.chair = :yes", {
      planId,
      yes: true,
    })
    .andWhere("member.state NOT IN ('declined', 'dismissed')")
    .orderBy('member.id')
    .getMany();
  return chairs.map(({ personId }) => personId);
}
