import type { Result } from './result.js';

const COLUMNS: readonly (readonly [string, (result: Result) => unknown])[] = [
  ['mode', ({ mode }) => mode],
  ['seed', ({ seed }) => seed],
  ['kills', ({ kills, flushes }) => (flushes === 0 ? kills : `${kills}+${flushes} flushes`)],
  ['committed', ({ committed }) => committed],
  ['lost', ({ lost }) => lost],
  ['duplicated', ({ duplicated }) => duplicated],
  ['effects', ({ effects }) => effects],
  ['lost', ({ effectsLost }) => effectsLost],
  ['duplicated', ({ effectsDuplicated }) => effectsDuplicated],
  ['unwritten', ({ effectsWithoutWrite }) => effectsWithoutWrite],
  ['interrupted', ({ interrupted }) => interrupted],
  ['replayed', ({ replayed }) => replayed],
  ['retaken', ({ retaken }) => retaken],
  ['drain ms', ({ drainMs }) => drainMs ?? 'never'],
  ['empty ms', ({ emptyMs }) => emptyMs ?? 'never'],
  ['seconds', ({ seconds }) => seconds],
  ['', ({ ok }) => (ok ? 'ok' : 'NOT OK')],
];

/** All runs as a table for a terminal. */
export function resultTable(results: readonly Result[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...results.map((result) => COLUMNS.map(([, of]) => String(of(result))))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One run in words. */
export function resultLines({ killed, brokenOff, unreached, unavailable, faults, ok, open }: Result): string[] {
  const hits = Object.entries(killed).map(([name, count]) => `${name} ${count}`);
  return [
    `hits: ${hits.join(', ')}; broken off: ${brokenOff}, nobody there: ${unreached}, not now: ${unavailable}, no end known: ${open}`,
    ...faults.map((fault) => `!! ${fault}`),
    ...(ok ? [] : ['this run is NOT OK']),
  ];
}
