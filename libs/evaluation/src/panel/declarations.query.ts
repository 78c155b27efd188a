import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { type PlanEntity, plansIn } from '@daegaejo/plan';
import type { EntityManager } from 'typeorm';
import type { PanelSeries } from '../rules/index.js';
import { filedPlans, labelPlans } from '../results/filed-plans.js';
import type { DeclarationsView } from '../http/declaration.dto.js';
import { readMember } from '../store/evaluations.js';
import { InterestDeclarationEntity } from '../store/panel.entity.js';

/**
 * What a member declared, and which plans he is asked about: by their provinces, and only once he is bound by his pledge. Who
 * evaluates anew is asked about what is evaluated anew.
 */
export async function listDeclarations(
  { manager }: Pick<Reading, 'manager'>,
  actor: Actor,
  memberId: string,
): Promise<DeclarationsView> {
  const { roundId, personId, series, state } = await readMember(manager, actor, memberId);
  authorise(actor, 'listDeclarations', { roundId, people: [personId] });
  const rows = await manager.find(InterestDeclarationEntity, {
    where: { roundId, personId },
    order: { declaredAt: 'ASC', id: 'ASC' },
  });
  return {
    memberId,
    declarations: rows.map(({ id, planId, kind, note, declaredAt }) => ({ id, planId, kind, note, declaredAt })),
    plans: state === 'pledged' ? await labelPlans(manager, await plansAsked(manager, roundId, series)) : [],
  };
}

const plansAsked = (manager: EntityManager, roundId: string, series: PanelSeries): Promise<PlanEntity[]> =>
  series === 'first' ? filedPlans(manager, roundId) : plansIn(manager, roundId, ['re-evaluation']);
