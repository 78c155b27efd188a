import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';
import type { DraftView, SavedSectionView, SectionStateView } from './http/section.dto.js';
import { EMPTY_CONTENT, PLAN_SECTIONS, type PlanSection, sectionOf } from './rules/index.js';
import type { PlanEntity } from './store/plan.entity.js';
import type { PlanSectionEntity } from './store/plan-section.entity.js';
import { contentOf, currentSections, saverNames } from './store/plan-sections.js';
import { readPlan } from './store/plans.js';

/** The working draft, section by section, with who saved each last. */
export async function getDraft({ manager }: Reading, actor: Actor, planId: string): Promise<DraftView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getDraft', plan);
  const rows = new Map((await currentSections(manager, plan.id)).map((row) => [row.section, row]));
  const names = await saverNames(manager, [...rows.values()]);
  const sections = PLAN_SECTIONS.map((section) => {
    const row = rows.get(section);
    return { ...stateOf(section, row, names), content: row ? contentOf(row) : sectionOf(EMPTY_CONTENT, section) };
  });
  return { planId: plan.id, version: plan.version, sections };
}

/** A section that was just saved; the writer has its content. */
export async function savedSectionView(
  manager: EntityManager,
  section: PlanSection,
  { plan, saved }: { plan: PlanEntity; saved: PlanSectionEntity | null },
): Promise<SavedSectionView> {
  const row = saved ?? undefined;
  const names = await saverNames(manager, row ? [row] : []);
  return { ...stateOf(section, row, names), planVersion: plan.version };
}

const stateOf = (
  section: PlanSection,
  row: PlanSectionEntity | undefined,
  names: ReadonlyMap<string, string>,
): SectionStateView => ({
  section,
  version: row?.version ?? 0,
  savedBy: row === undefined ? null : (names.get(row.savedBy) ?? null),
  savedAt: row?.savedAt ?? null,
});
