import type { Actor } from '@daegaejo/identity/rules';
import type { Page, PageQuery, Reading } from '@daegaejo/platform';
import { wonInText } from '@daegaejo/platform/rules';
import type { VersionFiguresView } from './http/plan-diff.dto.js';
import { pageOfVersions } from './plans.query.js';
import type { ReadingGates } from './reading-gates.js';
import { budgetTotals, targetTotals } from './rules/index.js';
import type { PlanVersionEntity } from './store/plan.entity.js';

/** What each version the reader may see comes to, in their order: how a plan shrank or grew, at a glance. */
export async function planVersionFigures(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  query: PageQuery,
): Promise<Page<VersionFiguresView>> {
  return pageOfVersions(reading, actor, gates, planId, query, figuresOf);
}

/** Sums are of the tables; announced figures stand beside them as they were written. */
function figuresOf({ no, kind, submittedAt, content }: PlanVersionEntity): VersionFiguresView {
  const { total, bySource, byYear } = budgetTotals(content.budget);
  return {
    no,
    kind,
    submittedAt,
    subProjects: content.subProjects.length,
    total: String(total),
    bySource: wonInText(bySource),
    byYear: wonInText(byYear),
    indicators: Object.fromEntries(targetTotals(content.indicators)),
    reportedFigures: content.reportedFigures,
  };
}
