import {
  type CellFinding,
  type FilledSheet,
  type Finding,
  findingIn,
  type ReadTable,
  readTable,
} from '@daegaejo/platform/rules';
import { RUBRIC_SHEETS, type RubricSheetKey } from './rubric-sheets.js';

/** One sheet as it was read. */
export interface ReadSheet extends ReadTable {
  readonly key: RubricSheetKey;
}

/** Most rows of a sheet that are read, headings aside. */
export const MOST_ROWS = 200;

/** Where a finding about a cell of a sheet of the form is. */
export const findingAt = (
  key: RubricSheetKey,
  place: readonly [row: number, column: number],
  code: string,
  params?: Finding['params'],
): CellFinding => findingIn(RUBRIC_SHEETS[key], place, code, params);

/** The rows of one sheet, every cell of them read, and everything that is wrong with them. */
export const readSheet = (key: RubricSheetKey, sheets: readonly FilledSheet[]): ReadSheet => ({
  key,
  ...readTable(RUBRIC_SHEETS[key], sheets, { prefix: 'rubric', most: MOST_ROWS }),
});
