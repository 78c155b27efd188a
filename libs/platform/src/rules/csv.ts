/** What a spreadsheet would take for the beginning of a formula, or would cut a cell at. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One cell of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it, so that
 * a comment "=HYPERLINK(…)" stays a comment (OWASP, CSV injection); figures are given as numbers and stay as they are.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line, with its end. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Without it a Korean Excel takes UTF-8 for the old code page. */
export const CSV_MARK = '\ufeff';
