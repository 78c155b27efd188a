import type { PaperTable } from '../../rules/index.js';
import { widthOf } from './lines.js';
import { fitTable, PADDING_X, RULE } from './table-fit.js';

const ROOM = 480;
const tableOf = (figures: number, figure: string): PaperTable => ({
  is: 'table',
  columns: [
    { heading: '이름', width: 20 },
    ...Array.from({ length: figures }, () => ({ heading: '금액', width: 5, align: 'right' as const })),
  ],
  rows: [{ cells: ['사업', ...Array.from({ length: figures }, () => figure)] }],
});
const roomOf = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width + 2 * PADDING_X, (widths.length - 1) * RULE);

describe('the columns of a table', () => {
  it('share the room as they were told', () => {
    const { size, widths } = fitTable(tableOf(2, '1'), ROOM);
    expect(size).toBe(9);
    expect(roomOf(widths)).toBeCloseTo(ROOM);
    expect((widths[0] ?? 0) + 2 * PADDING_X).toBeCloseTo((ROOM - 2 * RULE) * (20 / 30));
  });

  it.each([
    [6, '1,234,567,890.123456'],
    [15, '123,456'],
  ])('hold %d figures like %s in one line, all in the same room', (figures, figure) => {
    const { size, widths } = fitTable(tableOf(figures, figure), ROOM);
    expect(roomOf(widths)).toBeCloseTo(ROOM);
    for (const width of widths.slice(1))
      expect(widthOf(figure, { size, weight: 'bold' })).toBeLessThanOrEqual(width + 1e-6);
    expect(widths[0]).toBeGreaterThan(0);
  });

  it('stay as they are where nothing would help', () => {
    const { size, widths } = fitTable(tableOf(30, '1,234,567,890.123456'), ROOM);
    expect(size).toBe(5);
    expect(roomOf(widths)).toBeCloseTo(ROOM);
  });
});
