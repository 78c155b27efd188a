import { assertNone, type Tx } from '@daegaejo/platform';
import { assertInTime } from '@daegaejo/round';
import { EMPTY_CONTENT, lockedFindings, sectionOf, withSection } from '../rules/index.js';
import type { SectionChange } from '../store-sections.js';
import type { PlanEntity } from '../store/plan.entity.js';
import type { PlanSectionEntity } from '../store/plan-section.entity.js';
import { contentOf } from '../store/plan-sections.js';
import { judgedVersion } from '../store/plans.js';
import { openSupplement, unlockedBy } from '../store/supplements.js';

/**
 * Of a plan that was returned for supplement only the named parts may be saved, and only before the term ends: 409 after it, 422
 * with a finding for every other place a save would change. `before`: the sections to be changed, as they stand.
 */
export async function assertUnlocked(
  tx: Tx,
  plan: PlanEntity,
  before: readonly PlanSectionEntity[],
  changes: readonly SectionChange[],
): Promise<void> {
  const supplement = await openSupplement(tx.manager, plan);
  assertInTime(tx, supplement.dueAt);
  const judged = (await judgedVersion(tx.manager, plan))?.content ?? EMPTY_CONTENT;
  const draft = before.reduce((content, row) => withSection(content, row.section, contentOf(row)), EMPTY_CONTENT);
  const saved = changes.reduce((content, change) => withSection(content, change.section, change.content), draft);
  const filed = changes.reduce(
    (content, { section }) => withSection(content, section, sectionOf(judged, section)),
    EMPTY_CONTENT,
  );
  assertNone(lockedFindings({ draft, filed, saved }, unlockedBy(supplement)));
}
