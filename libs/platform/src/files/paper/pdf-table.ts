import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { PaperColumn, PaperRow, PaperTable, PaperText } from '../../rules/index.js';
import { type Lettering, type Line, linesOf } from './lines.js';
import { INK, keptWithNext, line, shortText } from './pdf-looks.js';
import { columnRooms, fitTable, PADDING_X, RULE } from './table-fit.js';

/** Above and below the letters; a line has its room below them, so that less is needed there. */
const PADDING_Y = { top: 3.6, bottom: 1.4 };
/** A caption stays with at least so much of its table. */
const KEPT = 48;
/** A cell of more lines than these may be broken over a page; rows of smaller ones never are. */
const TALL = 24;

/** Lines above, below and between the rows, none at the sides, as tables of official documents have them. */
const LAYOUT: CustomTableLayout = {
  hLineWidth: (row, { table }) => (row === 0 || row === table.body.length ? 1 : RULE),
  vLineWidth: (column, { table }) => (column === 0 || column === table.body[0]?.length ? 0 : RULE),
  hLineColor: (row, { table }) => (row === 0 || row === table.body.length ? INK.text : INK.line),
  vLineColor: () => INK.line,
  paddingLeft: () => PADDING_X,
  paddingRight: () => PADDING_X,
  paddingTop: () => PADDING_Y.top,
  paddingBottom: () => PADDING_Y.bottom,
};

const cellOf = (lines: readonly Line[], more: object): TableCell =>
  (lines.length === 1 ? { ...line(lines[0] ?? []), ...more } : { stack: lines.map(line), ...more }) as TableCell;

const SHADED = { fillColor: INK.shade, bold: true } as const;

export function factsOf(facts: readonly (readonly [string, PaperText])[], room: number): Content {
  const widths = columnRooms([22, 78], room);
  const lettering: Lettering = { size: 9.5, weight: 'normal' };
  const body = facts.map(([name, value]) => [
    cellOf(linesOf(name, widths[0] ?? 0, { ...lettering, weight: 'bold' }), SHADED),
    cellOf(linesOf(value, widths[1] ?? 0, lettering), {}),
  ]);
  return { table: { widths, body }, layout: LAYOUT, fontSize: lettering.size, lineHeight: 1.4, margin: [0, 2, 0, 10] };
}

export function tableOf(table: PaperTable, room: number): Content[] {
  const { caption, unit, columns, rows } = table;
  const { size, widths } = fitTable(table, room);
  const cells = rows.map((row) => rowOf(row, columns, widths, size));
  const tall = cells.some(({ tallest }) => tallest > TALL);
  const heads = columns.map(({ heading }, at) =>
    cellOf(linesOf(heading, widths[at] ?? 0, { size, weight: 'bold' }), { ...SHADED, alignment: 'center' }),
  );
  return [
    ...(caption === undefined && unit === undefined ? [] : captionOf(caption ?? '', unit, room)),
    {
      table: {
        headerRows: 1,
        // What is kept together and higher than a page would be lost.
        keepWithHeaderRows: tall ? 0 : 1,
        dontBreakRows: !tall,
        widths: [...widths],
        body: [heads, ...cells.map((row) => row.cells)],
      },
      layout: LAYOUT,
      fontSize: size,
      lineHeight: 1.3,
      margin: [0, 0, 0, 10],
    },
  ];
}

function captionOf(caption: string, unit: string | undefined, room: number): Content[] {
  const [name = []] = linesOf(caption, room - 120, { size: 9.5, weight: 'bold' });
  const columns = [
    { width: '*', ...line(name), bold: true },
    {
      width: 120,
      ...shortText(unit === undefined ? ' ' : `(단위: ${unit})`),
      alignment: 'right' as const,
      fontSize: 8.5,
    },
  ];
  const looks = { fontSize: 9.5, lineHeight: 1.4, margin: [0, 4, 0, 2] };
  return keptWithNext({ stack: [{ columns } as Content], ...looks }, KEPT);
}

function rowOf(
  { cells, strong = false }: PaperRow,
  columns: readonly PaperColumn[],
  widths: readonly number[],
  size: number,
): { cells: TableCell[]; tallest: number } {
  const lettering: Lettering = { size, weight: strong ? 'bold' : 'normal' };
  const lines = columns.map((_column, at) => linesOf(cells[at] ?? '', widths[at] ?? 0, lettering));
  return {
    cells: lines.map((filled, at) =>
      cellOf(filled, { ...(strong ? SHADED : {}), alignment: columns[at]?.align ?? 'left' }),
    ),
    tallest: Math.max(...lines.map(({ length }) => length)),
  };
}
