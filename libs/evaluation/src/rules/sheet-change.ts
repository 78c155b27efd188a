import type { Finding } from '@daegaejo/platform/rules';
import type { SheetState } from './score-sheet.js';

/** States in which a sheet is still in its evaluator's hands. */
export const SHEETS_IN_HAND: readonly SheetState[] = ['open', 'saved', 'returned'];

/** One criterion of a sheet as it is kept: a mark, or an abstention with its reason, or only a comment so far. */
export interface SheetEntry {
  readonly criterion: string;
  readonly mark: number | null;
  readonly comment: string | null;
  readonly reason?: string;
}

/** What an autosave sends of one criterion; what is absent stays as it was saved. */
export interface EntryChange {
  readonly criterion: string;
  /** null = abstains, with `reason`. */
  readonly mark?: number | null;
  readonly comment?: string | null;
  readonly reason?: string;
}

function merged(saved: SheetEntry | undefined, { criterion, ...change }: EntryChange): SheetEntry {
  const marked = change.mark === undefined ? { mark: saved?.mark ?? null, reason: saved?.reason } : change;
  const comment = change.comment === undefined ? (saved?.comment ?? null) : change.comment;
  const reason = marked.mark === null ? marked.reason : undefined;
  return { criterion, mark: marked.mark ?? null, comment, ...(reason === undefined ? {} : { reason }) };
}

/**
 * The saved entries with what was sent put over them, criterion by criterion, and without those taken away; in the order of
 * `codes`, so that equal sheets are kept as equal texts.
 */
export function mergeEntries(
  codes: readonly string[],
  saved: readonly SheetEntry[],
  changes: readonly EntryChange[],
  removed: readonly string[] = [],
): SheetEntry[] {
  const entries = new Map(saved.map((entry) => [entry.criterion, entry]));
  for (const criterion of removed) entries.delete(criterion);
  for (const change of changes) entries.set(change.criterion, merged(entries.get(change.criterion), change));
  return codes.flatMap((code) => entries.get(code) ?? []);
}

/** What is wrong with the criteria named in `list` ("marks", "remove"): unknown in this stage, or named twice. */
export function namedFindings(
  criteria: readonly { readonly code: string; readonly name: string }[],
  list: string,
  named: readonly string[],
): Finding[] {
  const names = new Map(criteria.map(({ code, name }) => [code, name]));
  return named.flatMap((criterion, index): Finding[] => {
    const name = names.get(criterion);
    const field = list === 'remove' ? `remove[${index}]` : `${list}[${index}].criterion`;
    if (name === undefined) return [{ field, code: 'sheet.criterion.unknown', params: { criterion } }];
    if (named.indexOf(criterion) < index)
      return [{ field, code: 'sheet.criterion.duplicate', params: { criterion, name } }];
    return [];
  });
}

/**
 * The entries to be looked at after a change, what was sent first and in the order it was sent, so that a finding's place is its
 * place in what was sent; the others only where the sheet is looked at as a whole.
 */
export function sentFirst<T extends SheetEntry>(
  sent: readonly string[],
  entries: readonly T[],
  { complete }: { readonly complete: boolean },
): T[] {
  const touched = sent.flatMap((code) => entries.find(({ criterion }) => criterion === code) ?? []);
  return complete ? [...touched, ...entries.filter(({ criterion }) => !sent.includes(criterion))] : touched;
}

/** A finding about an entry that was not sent is one about the marks as a whole. */
export function asSent(finding: Finding, sent: number): Finding {
  const place = /^marks\[(\d+)\]/.exec(finding.field)?.[1];
  return place !== undefined && Number(place) >= sent ? { ...finding, field: 'marks' } : finding;
}

const sameEntry = (a: SheetEntry | undefined, b: SheetEntry | undefined): boolean =>
  a?.mark === b?.mark && (a?.comment ?? null) === (b?.comment ?? null) && a?.reason === b?.reason;

/** Codes on which two states of a sheet differ, in the order of the second, then what only the first had. */
export function changedCriteria(before: readonly SheetEntry[], after: readonly SheetEntry[]): string[] {
  const codes = [...new Set([...after, ...before].map(({ criterion }) => criterion))];
  const on = (entries: readonly SheetEntry[], code: string) => entries.find(({ criterion }) => criterion === code);
  return codes.filter((code) => !sameEntry(on(before, code), on(after, code)));
}

/** A version of a sheet, as far as its movement goes. */
export interface SheetStep<Phase extends string> {
  readonly no: number;
  readonly phase: Phase;
  readonly marks: readonly SheetEntry[];
  readonly reasons: readonly { readonly criterion: string; readonly reason: string }[] | null;
  readonly submittedAt: string;
}

/** How one criterion went from the sealed first mark to what counts now; null = none, or an abstention. */
export interface Movement<Phase extends string> {
  readonly criterion: string;
  readonly first: number | null;
  readonly now: number | null;
  readonly steps: readonly {
    readonly no: number;
    readonly phase: Phase;
    readonly from: number | null;
    readonly to: number | null;
    readonly reason: string | null;
    readonly at: string;
  }[];
}

/** The movement of a sheet over its versions in order, criterion by criterion; a criterion whose mark never moved is left out. */
export function movementsOf<Phase extends string>(versions: readonly SheetStep<Phase>[]): Movement<Phase>[] {
  const markIn = (version: SheetStep<Phase> | undefined, code: string): number | null =>
    version?.marks.find(({ criterion }) => criterion === code)?.mark ?? null;
  const codes = [...new Set(versions.flatMap(({ marks }) => marks.map(({ criterion }) => criterion)))];
  return codes.flatMap((criterion) => {
    const steps = versions.slice(1).flatMap((version, index) => {
      const [from, to] = [markIn(versions[index], criterion), markIn(version, criterion)];
      if (from === to) return [];
      const { no, phase, reasons, submittedAt: at } = version;
      return [
        { no, phase, from, to, reason: reasons?.find((given) => given.criterion === criterion)?.reason ?? null, at },
      ];
    });
    if (steps.length === 0) return [];
    return [{ criterion, first: markIn(versions[0], criterion), now: markIn(versions.at(-1), criterion), steps }];
  });
}
