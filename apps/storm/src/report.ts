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
export function resultLines(result: Result): string[] {
  const { committed, lost, duplicated, effects, effectsLost, effectsDuplicated, effectsWithoutWrite } = result;
  const { killed, interrupted, brokenOff, replayed, retaken, unreached, unavailable, open, faults, ok } = result;
  const hits = Object.entries(killed).map(([name, count]) => `${name} ${count}`);
  return [
    `writes: ${committed} committed, ${lost} lost, ${duplicated} duplicated, ${open} of unknown end`,
    `effects: ${effects} promised, ${effectsLost} lost, ${effectsDuplicated} duplicated, ${effectsWithoutWrite} without a write`,
    `hits: ${hits.join(', ')}; requests: ${interrupted} interrupted, ${brokenOff} broken off, ${unreached} unheard, ${unavailable} put off`,
    `${replayed} write(s) done without their answer arriving, ${retaken} job(s) taken more than once`,
    ...faults.map((fault) => `!! ${fault}`),
    ok ? 'ok' : 'NOT OK',
  ];
}
