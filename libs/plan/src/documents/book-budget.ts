import {
  grouped,
  itemMark,
  type PaperBlock,
  type PaperColumn,
  type PaperRow,
  sumWon,
  WON_UNITS,
  wonIn,
} from '@daegaejo/platform/rules';
import {
  BUDGET_SOURCE_NAMES,
  BUDGET_SOURCES,
  type BudgetSource,
  budgetTotals,
  cellWon,
  type PlanContent,
} from '../rules/index.js';
import { nameOf } from './book-tables.js';

/** Tables of plans are in 백만원 (convention). Amounts are exact: what is below it stands behind the point, and nothing is rounded. */
const UNIT = '백만원';

/** Amounts by year and source; a place nothing was written for is absent. */
type Cube = ReadonlyMap<string, bigint>;
const place = (year: number, source: BudgetSource): string => `${year} ${source}`;

/** Sums by year and source, then every sub-project by source and year. */
export function budgetBlocks(content: PlanContent): PaperBlock[] {
  if (content.budget.length === 0) return [];
  const years = [...new Set(content.budget.map(({ year }) => year))].sort((a, b) => a - b);
  const sources = BUDGET_SOURCES.filter((source) => content.budget.some((cell) => cell.source === source));
  const cubes = cubesOf(content);
  const whole = cubes.get(null) ?? new Map<string, bigint>();
  const { total } = budgetTotals(content.budget);
  return [
    { is: 'heading', level: 2, text: `${itemMark(1, 0)} 재원별·연차별 합계` },
    {
      is: 'table',
      unit: UNIT,
      columns: [{ heading: '재원', width: 24 }, ...yearColumns(years)],
      rows: sourceRows(whole, years, sources).map(({ name, cells, strong }) => ({ cells: [name, ...cells], strong })),
    },
    { is: 'note', text: `※ 합계의 정확한 금액은 ${grouped(total)}원입니다. ${exactNote(content)}` },
    { is: 'heading', level: 2, text: `${itemMark(1, 1)} 세부사업별 재원` },
    {
      is: 'table',
      unit: UNIT,
      columns: [
        { heading: '번호', width: 6, align: 'center' },
        { heading: '세부사업', width: 30 },
        { heading: '재원', width: 12 },
        ...yearColumns(years),
      ],
      rows: content.subProjects.flatMap((project, index) =>
        projectRows(`${index + 1}`, nameOf(project), sourceRows(cubes.get(project.key) ?? new Map(), years, sources)),
      ),
    },
  ];
}

/** The amounts of every sub-project, and under null those of all of them. */
function cubesOf({ budget }: PlanContent): Map<string | null, Map<string, bigint>> {
  const cubes = new Map<string | null, Map<string, bigint>>();
  for (const cell of budget)
    for (const key of [cell.subProject, null]) {
      const cube = cubes.get(key) ?? new Map<string, bigint>();
      const at = place(cell.year, cell.source);
      cube.set(at, (cube.get(at) ?? 0n) + cellWon(cell));
      cubes.set(key, cube);
    }
  return cubes;
}

const yearColumns = (years: readonly number[]): PaperColumn[] => [
  ...years.map((year): PaperColumn => ({ heading: `${year}년`, width: 13, align: 'right' })),
  { heading: '계', width: 14, align: 'right' },
];

interface SourceRow {
  readonly name: string;
  readonly cells: readonly string[];
  readonly strong: boolean;
}

/** One row for every source with money, and above them their sum. */
function sourceRows(cube: Cube, years: readonly number[], sources: readonly BudgetSource[]): SourceRow[] {
  const amounts = (of: readonly BudgetSource[]): bigint[] =>
    years.map((year) => sumWon(of.map((source) => cube.get(place(year, source)) ?? 0n)));
  const row = (name: string, of: readonly BudgetSource[], strong: boolean): SourceRow => {
    const byYear = amounts(of);
    return { name, strong, cells: [...byYear, sumWon(byYear)].map((won) => (won === 0n ? '-' : wonIn(UNIT, won))) };
  };
  const present = sources.filter((source) => years.some((year) => cube.has(place(year, source))));
  return [row('계', sources, true), ...present.map((source) => row(BUDGET_SOURCE_NAMES[source], [source], false))];
}

/** The number stands in every row, so that a row can be told on whichever page it is; the name in the first. */
const projectRows = (no: string, name: string, rows: readonly SourceRow[]): PaperRow[] =>
  rows.map((row, index) => ({ cells: [no, index === 0 ? name : '', row.name, ...row.cells], strong: row.strong }));

function exactNote({ budget }: PlanContent): string {
  const uneven = budget.filter((cell) => cellWon(cell) % WON_UNITS[UNIT] !== 0n).length;
  return uneven === 0
    ? '모든 금액이 백만원 단위로 떨어집니다.'
    : `백만원 아래가 있는 ${uneven}칸은 소수점 아래에 원까지 적었고 반올림하지 않았습니다.`;
}
