import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Tx } from '@daegaejo/platform';
import { sectionClash } from './section-clash.js';
import type { PlanSection, SectionContent } from './rules/index.js';
import type { PlanEntity } from './store/plan.entity.js';
import type { PlanSectionEntity } from './store/plan-section.entity.js';
import { lockPlan } from './store/plans.js';
import { sectionVersion } from './store/plan-sections.js';
import { storeSections } from './store-sections.js';

/**
 * Saves one section of the working draft (자동 저장). Writers of different sections never clash; on a version of this section that
 * somebody else replaced it is refused (412) with what stands there now and a merge of both. `saved` is null while nothing was
 * written in it.
 */
export async function saveSection(
  tx: Tx,
  actor: Actor,
  input: { planId: string; section: PlanSection; content: SectionContent; expectedVersion: number },
): Promise<{ plan: PlanEntity; saved: PlanSectionEntity | null }> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'saveSection', plan);
  if ((await sectionVersion(tx.manager, plan.id, input.section)) !== input.expectedVersion)
    throw await sectionClash(tx.manager, input);
  const { plan: changed, sections } = await storeSections(tx, actor, plan, [input]);
  return { plan: changed, saved: sections[0] ?? null };
}
