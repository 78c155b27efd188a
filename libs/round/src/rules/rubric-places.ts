import type { CellFinding, Finding, ReadRow } from '@daegaejo/platform/rules';
import type { BonusItem, Criterion, CriterionGroup, Stage } from './criterion.js';
import { bonusFindings } from './policy-findings.js';
import { rubricFindings } from './rubric-findings.js';
import { findingAt, type ReadSheet } from './rubric-rows.js';
import { RUBRIC_SHEET_KEYS, RUBRIC_SHEETS, type RubricSheetKey } from './rubric-sheets.js';

/** Something read from a row, and the row it was read from. */
export interface Placed<T> {
  readonly is: T;
  readonly from: ReadRow;
  /** Every cell of it was read and nothing is lacking. */
  readonly sound: boolean;
}

/** A scale as it was read, unsound rows too, each with its place. */
export interface PlacedRubric {
  readonly stages: readonly Placed<Stage>[];
  readonly groups: readonly Placed<CriterionGroup>[];
  readonly criteria: readonly Placed<Criterion>[];
  readonly items: readonly Placed<BonusItem>[];
  readonly cap: Placed<{ readonly max: number }> | undefined;
  readonly deductionCap: Placed<{ readonly max: number }> | undefined;
}

export type ReadSheets = Readonly<Record<RubricSheetKey, ReadSheet>>;

/** What a policy takes at most of each. */
const MOST: Readonly<Record<'stages' | 'groups' | 'criteria' | 'items', number>> = {
  stages: RUBRIC_SHEETS.stages.most,
  groups: RUBRIC_SHEETS.groups.most,
  criteria: RUBRIC_SHEETS.criteria.most,
  items: 20,
};
const MOST_LEVELS = 10;

/** Everything that is wrong with a scale: its cells, then what its rows say together; sheet by sheet, once a cell and code. */
export function foldFindings(
  sheets: ReadSheets,
  placed: PlacedRubric,
  cells: readonly CellFinding[],
): readonly CellFinding[] {
  const together = [
    ...wholeFindings(sheets, placed),
    ...listFindings(sheets, placed),
    ...levelFindings(sheets, placed),
  ];
  const faulty = new Set(cells.map(({ cell }) => cell));
  const all = new Map<string, CellFinding>();
  for (const finding of [...cells, ...together.filter(({ cell }) => !faulty.has(cell))])
    all.set(`${finding.cell} ${finding.code}`, finding);
  const order = (sheet: string): number => RUBRIC_SHEET_KEYS.findIndex((key) => RUBRIC_SHEETS[key].name === sheet);
  return [...all.values()].sort((a, b) => order(a.sheet) - order(b.sheet));
}

/** What the rules of a policy find in the whole, at the cells it comes from. */
function wholeFindings(sheets: ReadSheets, placed: PlacedRubric): CellFinding[] {
  const { criteria, cap, deductionCap } = placed;
  if (sheets.criteria.missing) return [];
  if (criteria.length === 0) return [findingAt('criteria', [2, 1], 'rubric.no-criteria')];
  const records = <T>(list: readonly Placed<T>[]): T[] | undefined =>
    list.length === 0 ? undefined : list.map(({ is }) => is);
  const rubric = { criteria: records(criteria) ?? [], groups: records(placed.groups), stages: records(placed.stages) };
  const bonus = { cap: cap?.is.max ?? 0, deductionCap: deductionCap?.is.max, items: records(placed.items) ?? [] };
  return [...rubricFindings(rubric), ...bonusFindings(bonus)]
    .filter((finding) => !restsOnUnread(sheets, placed, finding))
    .map((finding) => atCell(sheets, placed, finding));
}

const SUMS = /\.(weights|stage-weights|stage-shares|stage-empty|group-shares|group-weight)$/;
/** What a sum is made of. */
const IN_SUMS = ['code', 'weight', 'share', 'stage', 'group'];
/** Fields that are measured by the highest mark. */
const BY_MAX = /\.(floor|commentOutside|levels)$/;

/** Would it perhaps not be said, could everything be read? Codes that appear twice are said row by row instead. */
function restsOnUnread(sheets: ReadSheets, { criteria }: PlacedRubric, { field, code }: Finding): boolean {
  const { stages, groups } = sheets;
  if (code === 'round.policy.criterion-twice') return true;
  if (SUMS.test(code))
    return [stages, groups, sheets.criteria].some(
      ({ missing, rows }) => missing || rows.some(({ unread }) => IN_SUMS.some((part) => unread.has(part))),
    );
  if (code === 'round.policy.stage-unknown') return stages.missing;
  if (code === 'round.policy.group-unknown') return groups.missing;
  const index = /\[(\d+)\]/.exec(field)?.[1];
  return BY_MAX.test(field) && criteria[Number(index)]?.from.unread.has('max') === true;
}

/** Columns of fields that are called otherwise in a policy, and of those that stand for a whole row. */
const COLUMN: Readonly<Record<string, string>> = { commentOutside: 'low' };
const WHOLE_ROW: Readonly<Record<string, string>> = {
  criteria: 'weight',
  groups: 'weight',
  stages: 'share',
  bonus: 'max',
};

/** "criteria[3].floor" → the cell of 과락 in the row of the fourth criterion; a field of no row → its heading. */
function atCell(sheets: ReadSheets, placed: PlacedRubric, { field, code, params }: Finding): CellFinding {
  const [, list = '', index, name = ''] = /^(\w+(?:\.\w+)?)(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(field) ?? [];
  const lists: Readonly<Record<string, readonly Placed<unknown>[]>> = {
    criteria: placed.criteria,
    groups: placed.groups,
    stages: placed.stages,
    'bonus.items': placed.items,
  };
  const caps: Readonly<Record<string, Placed<unknown> | undefined>> = {
    'bonus.cap': placed.cap,
    'bonus.deductionCap': placed.deductionCap,
  };
  const key = (list.startsWith('bonus') ? 'bonus' : list) as RubricSheetKey;
  const from = index === undefined ? caps[list]?.from : lists[list]?.[Number(index)]?.from;
  if (name === 'levels') {
    const own = sheets.levels.rows.find(({ values }) => values['criterion'] === from?.values['code']);
    return findingAt('levels', [own?.row ?? 1, sheets.levels.columns['mark'] ?? 1], code, params);
  }
  const { columns } = sheets[key];
  const column = columns[COLUMN[name] ?? name] ?? columns[WHOLE_ROW[key] ?? 'code'] ?? 1;
  return findingAt(key, [from?.row ?? 1, column], code, params);
}

/** Codes that appear twice, and more rows than a policy takes. */
function listFindings(sheets: ReadSheets, { stages, groups, criteria, items }: PlacedRubric): CellFinding[] {
  const lists = [
    ['stages', stages, MOST.stages],
    ['groups', groups, MOST.groups],
    ['criteria', criteria, MOST.criteria],
    ['bonus', items, MOST.items],
  ] as const;
  return lists.flatMap(([key, list, most]) => {
    const column = sheets[key].columns['code'] ?? 1;
    const codes = list.map(({ is }) => is.code);
    const twice = list.filter(({ is }, at) => is.code !== '' && codes.indexOf(is.code) < at);
    const [beyond] = list.slice(most);
    return [
      ...twice.map(({ from }) => findingAt(key, [from.row, column], 'rubric.code-twice')),
      ...(beyond === undefined ? [] : [findingAt(key, [beyond.from.row, column], 'field.list', { max: most })]),
    ];
  });
}

/** Levels of a criterion that there is not, and more of them than a criterion takes. */
function levelFindings(sheets: ReadSheets, { criteria }: PlacedRubric): CellFinding[] {
  if (sheets.criteria.missing) return [];
  const { levels } = sheets;
  const known = new Set<unknown>(criteria.map(({ is }) => is.code));
  const column = levels.columns['criterion'] ?? 1;
  const counted = new Map<unknown, number>();
  return levels.rows.flatMap(({ row, values }): CellFinding[] => {
    const criterion = values['criterion'];
    if (criterion === undefined) return [];
    if (!known.has(criterion))
      return [findingAt('levels', [row, column], 'round.policy.criterion-unknown', { criterion: String(criterion) })];
    const count = (counted.get(criterion) ?? 0) + 1;
    counted.set(criterion, count);
    return count === MOST_LEVELS + 1 ? [findingAt('levels', [row, column], 'field.list', { max: MOST_LEVELS })] : [];
  });
}
