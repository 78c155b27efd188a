import {
  grouped,
  type Paper,
  type PaperBlock,
  type PaperColumn,
  type PaperRow,
  type PaperTable,
  wonIn,
} from '@daegaejo/platform/rules';
import type { AnyIndicator, BudgetSource, PlanContent } from '../content.js';
import { BUDGET_SOURCE_NAMES, INDICATOR_NAMES, INDICATOR_UNITS } from '../labels.js';
import type { Change, FigureDelta, PlanDiff } from './change.js';
import { planPlaces, TABLE_NAMES } from './places.js';
import { type DiffNames, paperRun, type SaidChange, sayChange, signed } from './say-change.js';
import { isTable, type TableSection } from './tables.js';

/** What a comparison is printed under. */
export interface DiffFrame
  extends Pick<Paper, 'contentHash' | 'issuedAt' | 'rehearsal'>, Pick<DiffNames, 'ministries'> {
  /** 회차 and 시·도. */
  readonly of: string;
  /** Each side in words: "제1판(예비접수), 2020. 4. 1. 10:00". */
  readonly before: string;
  readonly after: string;
}

/**
 * 대비표: what differs between two contents of a plan, to be printed. Counts and money on top, then the texts with what came and
 * went, then the tables by row and cell. Money in 억원, exact to the won.
 */
export function diffPaper(
  diff: PlanDiff,
  contents: { readonly before: PlanContent; readonly after: PlanContent },
  { of, before, after, ministries, ...frame }: DiffFrame,
): Paper {
  const names = { places: planPlaces([contents.before, contents.after]), ministries };
  const texts = diff.changes.filter(({ section }) => !isTable(section));
  const tables = (Object.keys(TABLE_NAMES) as TableSection[]).map((section) => {
    const changes = diff.changes.filter((change) => change.section === section);
    return tableOf(
      section,
      changes.map((change) => sayChange(change, names)),
    );
  });
  return {
    ...frame,
    title: `혁신계획 대비표: ${contents.after.title}`,
    landscape: true,
    blocks: [
      { is: 'title', text: '혁신계획 대비표' },
      {
        is: 'facts',
        facts: [
          ['계획', contents.after.title],
          ['회차', of],
          ['이전', before],
          ['이후', after],
        ],
      },
      { is: 'heading', level: 1, text: '요약' },
      ...summaryOf(diff),
      ...part(
        '본문',
        texts.flatMap((change) => textOf(change, names.places(change.path).section)),
      ),
      ...part(
        '표',
        tables.filter(({ rows }) => rows.length > 0),
      ),
      ...(diff.changes.length === 0 ? [{ is: 'paragraph' as const, text: '두 판의 내용이 같습니다.' }] : []),
    ],
  };
}

const part = (heading: string, blocks: readonly PaperBlock[]): PaperBlock[] =>
  blocks.length === 0 ? [] : [{ is: 'heading', level: 1, text: heading }, ...blocks];

const FIGURES: readonly PaperColumn[] = [
  { heading: '구분', width: 4 },
  { heading: '이전', width: 3, align: 'right' },
  { heading: '이후', width: 3, align: 'right' },
  { heading: '증감', width: 3, align: 'right' },
];

function summaryOf({ subProjects, budget, indicators }: PlanDiff): PaperBlock[] {
  const { before, after, added, removed } = subProjects;
  const won = (name: string, figure: FigureDelta, strong = false): PaperRow =>
    figuresRow(name, figure, (amount) => wonIn('억원', amount), strong);
  const targets = Object.entries(indicators) as [AnyIndicator, FigureDelta][];
  const money = [
    won('총사업비', budget.total, true),
    ...Object.entries(budget.bySource).map(([source, figure]) =>
      won(BUDGET_SOURCE_NAMES[source as BudgetSource], figure),
    ),
    ...Object.entries(budget.byYear).map(([year, figure]) => won(`${year}년`, figure)),
  ];
  const count = { before: String(before), after: String(after), delta: String(after - before) };
  return [
    { is: 'table', caption: '사업 수', columns: FIGURES, rows: [figuresRow('세부사업', count, grouped)] },
    { is: 'note', text: `추가 ${added}, 삭제 ${removed}, 유지 ${before - removed}` },
    { is: 'table', caption: '총사업비', unit: '억원', columns: FIGURES, rows: money },
    {
      is: 'table',
      caption: '성과지표(지원 기간 합계)',
      columns: FIGURES,
      rows: targets.map(([code, figure]) =>
        figuresRow(`${INDICATOR_NAMES[code]}(${INDICATOR_UNITS[code]})`, figure, grouped),
      ),
    },
  ];
}

const figuresRow = (
  name: string,
  { before, after, delta }: FigureDelta,
  show: (figure: bigint) => string,
  strong = false,
): PaperRow => ({
  cells: [name, show(BigInt(before)), show(BigInt(after)), signed(show(BigInt(delta)))],
  strong,
});

function textOf({ words, before, after }: Change, name: string): PaperBlock[] {
  const runs = words ?? [
    { kind: 'removed' as const, text: before ?? '' },
    { kind: 'added' as const, text: after ?? '' },
  ];
  return [
    { is: 'heading', level: 2, text: name },
    { is: 'paragraph', text: runs.filter(({ text }) => text !== '').map(paperRun) },
  ];
}

const COLUMNS: readonly PaperColumn[] = [
  { heading: '대상', width: 5 },
  { heading: '항목', width: 3 },
  { heading: '이전', width: 6 },
  { heading: '이후', width: 6 },
  { heading: '증감', width: 3, align: 'right' },
];

const tableOf = (section: TableSection, changes: readonly SaidChange[]): PaperTable => ({
  is: 'table',
  caption: TABLE_NAMES[section],
  ...(section === 'budget' ? { unit: '억원' } : {}),
  columns: COLUMNS,
  rows: changes.map(({ row, cell, before, after, delta }) => ({ cells: [row, cell, before, after, delta] })),
});
