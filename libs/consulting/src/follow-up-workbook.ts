import { workbookOf } from '@daegaejo/platform';
import type { FollowUpSheet } from './follow-up.query.js';
import { followUpTables } from './rules/index.js';

/** 후속조치표 as a workbook; amounts are figures of the spreadsheet, to count with. */
export const followUpWorkbook = ({ matrix, names }: FollowUpSheet): Promise<Buffer> =>
  workbookOf(
    followUpTables(matrix, names).map(({ name, headings, rows, widths }) => ({
      name,
      headings,
      widths,
      rows: rows.map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value))),
    })),
  );
