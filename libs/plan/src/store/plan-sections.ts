import { displayNamesOf } from '@daegaejo/identity';
import type { Tx } from '@daegaejo/platform';
import { type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { EMPTY_CONTENT, type PlanContent, type PlanSection, type SectionContent, withSection } from '../rules/index.js';
import type { PlanEntity } from './plan.entity.js';
import { PlanSectionEntity } from './plan-section.entity.js';

/** How many versions of a section are kept, the present one among them: what somebody who saves late can be merged with. */
const KEPT_VERSIONS = 20;

/** Content of a stored section. */
export const contentOf = ({ content }: Pick<PlanSectionEntity, 'content'>): SectionContent =>
  JSON.parse(content) as SectionContent;

/** The sections of a draft as they stand, or those of them that are named; a section nobody ever saved has no row. */
export async function currentSections(
  manager: EntityManager,
  planId: string,
  sections?: readonly PlanSection[],
): Promise<PlanSectionEntity[]> {
  const select = manager
    .createQueryBuilder(PlanSectionEntity, 'saved')
    .where('saved.planId = :planId', { planId })
    .andWhere(
      (query) =>
        `saved.version = ${query
          .subQuery()
          .select('MAX(newest.version)')
          .from(PlanSectionEntity, 'newest')
          .where('newest.planId = saved.planId AND newest.section = saved.section')
          .getQuery()}`,
    );
  if (sections !== undefined) select.andWhere({ section: In([...sections]) });
  return select.getMany();
}

/** Version of a section as it stands; 0 where nobody saved it yet. */
export async function sectionVersion(manager: EntityManager, planId: string, section: PlanSection): Promise<number> {
  return (await manager.maximum(PlanSectionEntity, 'version', { planId, section })) ?? 0;
}

/** Names of those who saved these sections, by id. */
export const saverNames = (
  manager: EntityManager,
  rows: readonly Pick<PlanSectionEntity, 'savedBy'>[],
): Promise<ReadonlyMap<string, string>> =>
  displayNamesOf(
    manager,
    rows.map(({ savedBy }) => savedBy),
  );

/** One version of a section; null where it is not kept any more, or never was. */
export async function sectionAt(
  manager: EntityManager,
  planId: string,
  section: PlanSection,
  version: number,
): Promise<PlanSectionEntity | null> {
  return manager.findOneBy(PlanSectionEntity, { planId, section, version });
}

/** The working draft of a plan, put together of its sections. Heads without a text are left out. */
export async function draftOf(manager: EntityManager, plan: Pick<PlanEntity, 'id'>): Promise<PlanContent> {
  const rows = await currentSections(manager, plan.id);
  return rows
    .filter(({ content }) => content !== '""')
    .reduce((draft, row) => withSection(draft, row.section, contentOf(row)), EMPTY_CONTENT);
}

/** Adds the next version of a section and lets go of the oldest one kept. The caller holds the plan's lock. */
export async function addSection(tx: Tx, row: Omit<PlanSectionEntity, 'id' | 'savedAt'>): Promise<PlanSectionEntity> {
  const saved: PlanSectionEntity = { ...row, id: tx.newId(), savedAt: tx.now };
  await tx.manager.insert(PlanSectionEntity, saved);
  const { planId, section, version } = row;
  if (version > KEPT_VERSIONS)
    await tx.manager.delete(PlanSectionEntity, { planId, section, version: LessThanOrEqual(version - KEPT_VERSIONS) });
  return saved;
}
