import { addDays, atSeoul, type Finding, type Instant, seoulDay } from '@daegaejo/platform/rules';
import type { PlanContent } from './content.js';
import type { PlanSection } from './sections.js';
import { sectionOfPart } from './unlocked.js';

/** A part to be supplied, as asked for: a whole section, or a row of a table. */
export interface AskedPart {
  readonly section: PlanSection | null;
  readonly path: string | null;
  readonly reason: string;
}

/** The term ends in the future and, where the policy says so, not later than its limit: the end of the last day of it (KST). */
export function termFindings(now: Instant, dueAt: Instant, limit: number | undefined): Finding[] {
  if (dueAt <= now) return [{ field: 'dueAt', code: 'plan.supplement.due-past', params: { now } }];
  const latest = limit === undefined ? null : atSeoul(addDays(seoulDay(now), limit + 1));
  return limit === undefined || latest === null || dueAt <= latest
    ? []
    : [{ field: 'dueAt', code: 'plan.supplement.due-late', params: { days: limit, latest } }];
}

/** 422 for nothing asked for, an item that names not just one of section and row, and a row that was not filed. */
export function partFindings(filed: PlanContent, items: readonly AskedPart[]): Finding[] {
  if (items.length === 0) return [{ field: 'items', code: 'plan.supplement.nothing' }];
  return items.flatMap(({ section, path }, index): Finding[] => {
    if ((section === null) === (path === null)) return [{ field: `items[${index}]`, code: 'plan.supplement.part' }];
    if (path === null || sectionOfPart(filed, path) !== null) return [];
    return [{ field: `items[${index}].path`, code: 'plan.supplement.path', params: { path } }];
  });
}
