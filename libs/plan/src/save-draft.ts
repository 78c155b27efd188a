import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, type Tx } from '@daegaejo/platform';
import { type PlanContent, sectionOf, sectionsIn } from './rules/index.js';
import type { PlanEntity } from './store/plan.entity.js';
import { draftOf } from './store/plan-sections.js';
import { lockPlan } from './store/plans.js';
import { storeSections } from './store-sections.js';

/**
 * Saves parts of the working draft at once: a part given replaces that part, the others stay. What it holds may be incomplete;
 * only a submission is checked. Refused (412) on a version of the plan somebody else replaced, whichever part he changed.
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  input: { planId: string; parts: Partial<PlanContent>; expectedVersion: number },
): Promise<PlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'saveDraft', plan);
  assertVersion(plan, input.expectedVersion);
  const content: PlanContent = { ...(await draftOf(tx.manager, plan)), ...input.parts };
  const changes = sectionsIn(input.parts).map((section) => ({ section, content: sectionOf(content, section) }));
  return (await storeSections(tx, actor, plan, changes)).plan;
}
