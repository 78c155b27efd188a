import { contentHash } from '@daegaejo/platform';
import type { Paper, PaperBlock } from '@daegaejo/platform/rules';
import type { FollowUpSheet } from './follow-up.query.js';
import { followUpFacts, followUpTables, type PrintedTable, signedFigure } from './rules/index.js';

type Value = PrintedTable['rows'][number][number];

const cellText = (value: Value): string => (typeof value === 'bigint' ? signedFigure(value) : String(value ?? ''));

function tableBlocks({ name, headings, rows, widths, note }: PrintedTable): PaperBlock[] {
  const isFigure = (at: number): boolean => rows.some((row) => typeof row[at] === 'bigint');
  return [
    { is: 'heading', level: 1, text: name },
    {
      is: 'table',
      columns: headings.map((heading, at) => ({
        heading,
        width: widths[at] ?? 10,
        align: isFigure(at) ? ('right' as const) : ('left' as const),
      })),
      rows: rows.map((row) => ({ cells: row.map(cellText) })),
    },
    { is: 'note', text: `※ ${note}` },
  ];
}

/** 후속조치표 on paper: the same tables as on the page, in the same words. Its hash is of what they say. */
export function followUpPaper(sheet: FollowUpSheet): Paper {
  const blocks: PaperBlock[] = [
    { is: 'title', text: '컨설팅 후속조치표' },
    { is: 'facts', facts: followUpFacts(sheet) },
    ...followUpTables(sheet.matrix, sheet.names).flatMap(tableBlocks),
  ];
  return {
    title: `컨설팅 후속조치표 ${sheet.province} ${sheet.title}`,
    contentHash: contentHash(blocks),
    issuedAt: sheet.asOf,
    rehearsal: sheet.rehearsal,
    landscape: true,
    blocks,
  };
}
