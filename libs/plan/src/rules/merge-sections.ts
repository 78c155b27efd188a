import { canonicalJson } from '@daegaejo/platform/rules';
import { EMPTY_CONTENT } from './content.js';
import { isTable, pathOf, rowsOf, type TableSection } from './diff/tables.js';
import { type PlanSection, type SectionContent, withSection } from './sections.js';

/** A place both sides changed, each to something else; a side that has nothing there (any more) is null. */
export interface MergeConflict {
  /** As in a difference between two versions: "narrative.status", "subProjects[smart]", "subProjects[smart].name". */
  readonly path: string;
  readonly base: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** Both sides in one; at the place of a conflict it holds theirs. */
export interface SectionMerge {
  readonly content: SectionContent;
  readonly conflicts: readonly MergeConflict[];
}

type Values = Readonly<Record<string, unknown>>;
interface Sides<T> {
  readonly base: T;
  readonly yours: T;
  readonly theirs: T;
}

/**
 * Three-way merge of a section (convention): `base` is what both started from, `yours` what the late writer sent, `theirs` what was
 * saved meanwhile. Title and theme go by field, a head as one text, tables by the key of the row and then by field of the row.
 * A row one side removed and the other changed is a conflict. Rows keep the order of the side that moved them, `theirs` where both did.
 */
export function mergeSection(section: PlanSection, sides: Sides<SectionContent>): SectionMerge {
  const conflicts: MergeConflict[] = [];
  const merged = isTable(section)
    ? mergeRows(section, sides, conflicts)
    : section === 'basics'
      ? mergeFields('', sides as unknown as Sides<Values>, conflicts)
      : mergeValue(section, sides, conflicts);
  return { content: merged as SectionContent, conflicts };
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other));

function mergeValue(path: string, { base, yours, theirs }: Sides<unknown>, conflicts: MergeConflict[]): unknown {
  if (same(yours, theirs) || same(yours, base)) return theirs;
  if (same(theirs, base)) return yours;
  conflicts.push({ path, base: base ?? null, yours: yours ?? null, theirs: theirs ?? null });
  return theirs;
}

function mergeFields(path: string, { base, yours, theirs }: Sides<Values>, conflicts: MergeConflict[]): Values {
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])];
  const within = path === '' ? '' : `${path}.`;
  return Object.fromEntries(
    names.flatMap((name) => {
      const sides = { base: base[name], yours: yours[name], theirs: theirs[name] };
      const value = mergeValue(`${within}${name}`, sides, conflicts);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function mergeRows(section: TableSection, sides: Sides<SectionContent>, conflicts: MergeConflict[]): Values[] {
  const keyed = (rows: SectionContent): Map<string, Values> =>
    rowsOf(section, withSection(EMPTY_CONTENT, section, rows)) as Map<string, never>;
  const [base, yours, theirs] = [keyed(sides.base), keyed(sides.yours), keyed(sides.theirs)];
  return orderOf(keysOf(base), keysOf(yours), keysOf(theirs)).flatMap((key) => {
    const [from, mine, other] = [base.get(key), yours.get(key), theirs.get(key)];
    const path = pathOf(section, key);
    if (mine !== undefined && other !== undefined)
      return [mergeFields(path, { base: from ?? {}, yours: mine, theirs: other }, conflicts)];
    const row = mergeValue(path, { base: from, yours: mine, theirs: other }, conflicts);
    return row === undefined ? [] : [row as Values];
  });
}

const keysOf = (rows: ReadonlyMap<string, Values>): string[] => [...rows.keys()];

/** Every key of either side: as the leading side has them, those of the other behind the neighbour they follow there. */
function orderOf(base: readonly string[], yours: readonly string[], theirs: readonly string[]): string[] {
  const [lead, follow] = isMoved(base, theirs) ? [theirs, yours] : [yours, theirs];
  const placed = new Set(lead);
  const behind = new Map<string | null, string[]>();
  let neighbour: string | null = null;
  for (const key of follow)
    if (placed.has(key)) neighbour = key;
    else append(behind, neighbour, key);
  return [...(behind.get(null) ?? []), ...lead.flatMap((key) => [key, ...(behind.get(key) ?? [])])];
}

/** Did the side change the order of the rows it kept? */
function isMoved(base: readonly string[], side: readonly string[]): boolean {
  const kept = new Set(side);
  const before = new Set(base);
  const inBase = base.filter((key) => kept.has(key));
  return side.filter((key) => before.has(key)).some((key, at) => key !== inBase[at]);
}

function append(lists: Map<string | null, string[]>, name: string | null, item: string): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}
