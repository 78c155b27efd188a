import type { Finding } from '@daegaejo/platform/rules';
import type { PlanContent } from './content.js';
import { planDiff } from './diff/plan-diff.js';
import { isTable, pathOf, type RowOf, rowsOf, type TableSection } from './diff/tables.js';
import { PLAN_SECTIONS, type PlanSection, sectionOf, withSection } from './sections.js';

/**
 * A part of a plan that was returned for supplement and may be changed: a section ("budget", "narrative.financing"), or one row of
 * a table by its key ("subProjects[smart]").
 */
export type UnlockedPart = string;

const isSection = (part: UnlockedPart): part is PlanSection => (PLAN_SECTIONS as readonly string[]).includes(part);

const rowsByPath = (section: TableSection, content: PlanContent): Map<string, RowOf<TableSection>> =>
  new Map(Array.from(rowsOf(section, content), ([key, row]) => [pathOf(section, key), row]));

/** Section a part is, or lies in; null where it is neither a section nor a row this content has. */
export function sectionOfPart(content: PlanContent, part: UnlockedPart): PlanSection | null {
  if (isSection(part)) return part;
  const section = part.slice(0, Math.max(0, part.indexOf('[')));
  return isSection(section) && isTable(section) && rowsByPath(section, content).has(part) ? section : null;
}

/** Does an unlocked part hold the place of a difference ("subProjects[smart].name" of section "subProjects")? */
const holds = (part: UnlockedPart, { section, path }: { section: PlanSection; path: string }): boolean =>
  part === section || part === path || path.startsWith(`${part}.`);

/** Places at which two contents differ outside the unlocked parts. */
const lockedPaths = (before: PlanContent, after: PlanContent, open: readonly UnlockedPart[]): string[] =>
  planDiff(before, after, () => [])
    .changes.filter((change) => !open.some((part) => holds(part, change)))
    .map(({ path }) => path);

/**
 * What a save would change outside the unlocked parts, place by place, naming what is open. Whoever goes back to what was filed
 * is not stopped: his draft may have gone on after the filing.
 */
export function lockedFindings(
  { draft, filed, saved }: { readonly draft: PlanContent; readonly filed: PlanContent; readonly saved: PlanContent },
  open: readonly UnlockedPart[],
): Finding[] {
  const away = new Set(lockedPaths(filed, saved, open));
  return lockedPaths(draft, saved, open)
    .filter((path) => away.has(path))
    .map((path) => ({ field: path, code: 'plan.locked', params: { open: open.join(', ') } }));
}

/** What was filed, with the unlocked parts as the draft has them: the content of a supplement, whatever else the draft holds. */
export function supplemented(filed: PlanContent, draft: PlanContent, open: readonly UnlockedPart[]): PlanContent {
  return open.reduce((content, part) => {
    if (isSection(part)) return withSection(content, part, sectionOf(draft, part));
    const section = sectionOfPart(filed, part);
    if (section === null || !isTable(section)) return content;
    const row = rowsByPath(section, draft).get(part);
    const rows = Array.from(rowsByPath(section, content)).flatMap(([path, kept]) => {
      if (path !== part) return [kept];
      return row === undefined ? [] : [row];
    });
    return withSection(content, section, rows as never);
  }, filed);
}
