import {
  type Change,
  EMPTY_CONTENT,
  namedAttachments,
  PLAN_SECTIONS,
  planDiff,
  type PlanContent,
  type PlanSection,
} from '@daegaejo/plan/rules';

const ATTACHMENT = /^attachments\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]$/;
const POSITION = /^(\w+)\[(\d+)\](?:\.|$)/;

const isSection = (path: string): path is PlanSection => (PLAN_SECTIONS as readonly string[]).includes(path);

/** Id of the attachment a target names; null where it names something else. */
export const attachmentIn = (target: string): string | null => ATTACHMENT.exec(target)?.[1] ?? null;

/** Paths of the rows of a content, in their order: "sites[hub]", "subProjects[smart]", "budget[smart 2021 national]". */
export const rowsOf = (content: PlanContent): string[] =>
  planDiff(EMPTY_CONTENT, content, () => []).changes.flatMap(({ path }) => (path.includes('[') ? [path] : []));

/**
 * What a path is about, in the content the consultant read: a section, a row of a table, or an attachment it names. A path that leads further
 * ("title", "subProjects[smart].name") is about the section or row it lies in; a row may be named by its place ("subProjects[0]"),
 * as opinions used to, unless that is the key of another. Null where it names nothing.
 */
export function targetOf(path: string, content: PlanContent): string | null {
  if (isSection(path)) return path;
  const attachment = attachmentIn(path);
  if (attachment !== null) return namedAttachments(content).some(({ id }) => id === attachment) ? path : null;
  if (path === 'title' || path === 'theme') return 'basics';
  const rows = rowsOf(content);
  const named = rows.find((row) => path === row || path.startsWith(`${row}.`));
  if (named !== undefined) return named;
  const [, table, place] = POSITION.exec(path) ?? [];
  if (table === undefined) return null;
  return rows.filter((row) => row.startsWith(`${table}[`))[Number(place)] ?? null;
}

/**
 * Could this be the path of a change? Its section must be one; whether the row exists is not asked, because an answer may name what
 * is only going to be written.
 */
export function isChangePath(path: string): boolean {
  if (isSection(path) || path === 'title' || path === 'theme') return true;
  const [, table = '', rest = ''] = /^(\w+)(\[.+\](?:\..+)?)$/.exec(path) ?? [];
  return rest !== '' && isSection(table) && table !== 'basics';
}

/** Does the path lie at or under `place`, a section, a row or a value? */
const under = (path: string, place: string): boolean =>
  path === place || (path.startsWith(place) && '.['.includes(path.charAt(place.length)));

/** A change as far as it has to be known to say what it answers. */
export type PlacedChange = Pick<Change, 'path' | 'section' | 'kind' | 'before' | 'after' | 'cells'>;

/**
 * Does the change lie under what an opinion is about? The money of a sub-project goes with its row, but not with the table as a whole:
 * whoever answers on that names the money he means. An attachment changes where another takes its place (convention).
 */
export function liesUnder(change: PlacedChange, target: string): boolean {
  const attachment = attachmentIn(target);
  if (attachment !== null)
    return [change.before, change.after, ...Object.values(change.cells ?? {})].includes(attachment);
  if (change.section === target || under(change.path, target)) return true;
  const [, project] = /^budget\[(.+) \d+ \w+(?:#\d+)?\]$/.exec(change.path) ?? [];
  return project !== undefined && target === `subProjects[${project}]`;
}

/** Did an answer name this change? A value of a row that came or went names the row. */
export const isLinked = (change: PlacedChange, links: readonly string[]): boolean =>
  links.some((link) => liesUnder(change, link) || (change.kind !== 'changed' && under(link, change.path)));
