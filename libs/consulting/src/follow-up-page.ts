import { htmlCell, printPage } from '@daegaejo/platform/rules';
import { followUpPaper } from './follow-up-paper.js';
import type { FollowUpSheet } from './follow-up.query.js';
import { followUpFacts, followUpTables, type PrintedTable, signedFigure } from './rules/index.js';

type Value = PrintedTable['rows'][number][number];

const cell = (value: Value): string => {
  if (typeof value === 'bigint') return htmlCell('td', signedFigure(value));
  return typeof value === 'number' ? htmlCell('td', String(value)) : htmlCell('td', value ?? '', 'class="text"');
};

function tableOf({ name, headings, rows, note }: PrintedTable): string {
  const heads = headings.map((heading) => htmlCell('th', heading, 'scope="col"')).join('');
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<h2>${name}</h2>
<table><caption>${note}</caption><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
}

/** 후속조치표 to be printed: what was advised, answered and changed, and what the difference between two versions comes from. */
export function followUpPage(sheet: FollowUpSheet): string {
  // Of the same tables in the same words, so that page and paper state one hash.
  const { issuedAt, contentHash } = followUpPaper(sheet);
  return printPage({
    heading: '컨설팅 후속조치표',
    about: [sheet.province, sheet.round],
    rehearsal: sheet.rehearsal,
    issuedAt,
    contentHash,
    facts: followUpFacts(sheet),
    body: followUpTables(sheet.matrix, sheet.names).map(tableOf).join('\n'),
  });
}
