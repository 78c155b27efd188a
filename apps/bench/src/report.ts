import type { Entry } from './measure.js';

const verdictOf = ({ ratio, target }: Entry): string => (ratio <= target ? 'met' : 'MISSED');

/** One entry as soon as it is measured. */
export const lineOf = (entry: Entry): string =>
  `${entry.name}: ${entry.ours} against ${entry.reference} ${entry.unit}, ratio ${entry.ratio} (target ${entry.target}, ${verdictOf(entry)})`;

/** All of them, for a terminal. */
export function tableOf(entries: readonly Entry[]): string {
  const rows = [
    ['entry', 'n', 'ours', 'reference', 'unit', 'ratio', 'target', '', 'engine'],
    ...entries.map((entry) => [
      entry.name,
      String(entry.n),
      String(entry.ours),
      String(entry.reference),
      entry.unit,
      String(entry.ratio),
      String(entry.target),
      verdictOf(entry),
      entry.engine,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
