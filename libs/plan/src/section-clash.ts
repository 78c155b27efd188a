import { type Problem, stale } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';
import { EMPTY_CONTENT, mergeSection, type PlanSection, type SectionContent, sectionOf } from './rules/index.js';
import { contentOf, currentSections, saverNames, sectionAt } from './store/plan-sections.js';

/** What somebody wanted to save, on a version of the section that is not the present one. */
export interface LateSave {
  readonly planId: string;
  readonly section: PlanSection;
  readonly content: SectionContent;
  readonly expectedVersion: number;
}

/**
 * The refusal of a late save (412) with all it takes to go on: the section as it stands, who saved it when, and both changes merged.
 * `merge` is null where the version it started from is not kept any more.
 */
export async function sectionClash(manager: EntityManager, late: LateSave): Promise<Problem> {
  const { planId, section } = late;
  const [present] = await currentSections(manager, planId, [section]);
  const theirs = present === undefined ? emptySection(section) : contentOf(present);
  const base = await baseOf(manager, late);
  const version = present?.version ?? 0;
  const savedBy = present === undefined ? null : ((await saverNames(manager, [present])).get(present.savedBy) ?? null);
  return stale(version, {
    current: { version, content: theirs, savedBy, savedAt: present?.savedAt ?? null },
    merge: base === null ? null : mergeSection(section, { base, yours: late.content, theirs }),
  });
}

const emptySection = (section: PlanSection): SectionContent => sectionOf(EMPTY_CONTENT, section);

async function baseOf(
  manager: EntityManager,
  { planId, section, expectedVersion }: LateSave,
): Promise<SectionContent | null> {
  if (expectedVersion === 0) return emptySection(section);
  const row = await sectionAt(manager, planId, section, expectedVersion);
  return row === null ? null : contentOf(row);
}
