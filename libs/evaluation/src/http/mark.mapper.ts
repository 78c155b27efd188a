import { parseScore } from '@daegaejo/platform/rules';
import type { EntryChange } from '../rules/index.js';
import type { SheetChange } from '../sheets/score-sheet.js';
import type { StoredMark } from '../store/evaluation.entity.js';
import type { AutosaveSheetDto, MarkDto, PatchMarkDto } from './evaluation.dto.js';

const markIn = (mark: string | null): number | null => (mark === null ? null : parseScore(mark));

/** A whole entry of a sheet, as it is kept: of an abstention the reason, of a mark none. */
export function markOf({ criterion, mark, comment, reason }: MarkDto): StoredMark {
  const entry = { criterion, mark: markIn(mark), comment: comment ?? null };
  return entry.mark === null && reason !== undefined ? { ...entry, reason } : entry;
}

/** What was sent of one criterion; what is absent stays absent. */
export function changeOf<T extends PatchMarkDto>({ mark, ...change }: T): Omit<T, 'mark'> & EntryChange {
  return mark === undefined ? change : { ...change, mark: markIn(mark) };
}

/** What was sent of a sheet. */
export const sheetChangeOf = ({ marks = [], remove = [], overall }: AutosaveSheetDto): SheetChange => ({
  marks: marks.map(changeOf),
  remove,
  overall,
});

/** What a submission brings along; null where it brings nothing. */
export const lastChangeOf = (body: AutosaveSheetDto | undefined): SheetChange | null =>
  body?.marks === undefined && body?.remove === undefined && body?.overall === undefined ? null : sheetChangeOf(body);
