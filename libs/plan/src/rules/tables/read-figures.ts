import {
  keptText,
  numberIn,
  plainText,
  type ReadRow,
  type SheetReader,
  sumWon,
  textIn,
  wonParams,
  wonText,
} from '@daegaejo/platform/rules';
import {
  ALL_INDICATORS,
  BUDGET_SOURCES,
  type BudgetCell,
  type Indicator,
  type Site,
  type SubProject,
  type YearTarget,
} from '../content.js';
import { MAX_CELL } from '../money.js';
import { budgetField, MOST_BUDGET_CELLS, targetField } from './plan-forms.js';
import { inOrderOf, type Known } from './table-rows.js';

/** A column of money. */
interface MoneyColumn {
  readonly field: string;
  readonly year: number;
  readonly source: BudgetCell['source'];
}
const moneyColumns = (years: readonly number[]): MoneyColumn[] =>
  years.flatMap((year) => BUDGET_SOURCES.map((source) => ({ field: budgetField(year, source), year, source })));

/** Cells of each sub-project by the place of their column; a cell by its place and not by a key, of which there would be 12,000. */
type CellsByProject = Map<string, (BudgetCell | undefined)[]>;

function byProject(cells: readonly BudgetCell[], years: readonly number[]): CellsByProject {
  const projects: CellsByProject = new Map();
  for (const cell of cells) {
    const own = projects.get(cell.subProject) ?? [];
    own[placeOf(cell, years)] = cell;
    projects.set(cell.subProject, own);
  }
  return projects;
}

const placeOf = ({ year, source }: BudgetCell, years: readonly number[]): number =>
  years.indexOf(year) * BUDGET_SOURCES.length + BUDGET_SOURCES.indexOf(source);

/** The budget as the sheet says, cells in the order of the draft, then the new ones; its sub-projects must be among `projects`. */
export function readBudget(
  sheet: SheetReader,
  years: readonly number[],
  draft: readonly BudgetCell[],
  projects: Known<SubProject>,
): BudgetCell[] {
  const before = byProject(draft, years);
  const columns = moneyColumns(years);
  const after: CellsByProject = new Map();
  for (const [key, row] of sheet.keyed('key', (one) => textIn(one, 'key'))) {
    const project = projects.get(key);
    if (project === undefined) sheet.report(row, 'key', 'plan-table.unknown-sub-project', { key });
    else if (project !== null) checkName(sheet, row, project);
    const subProject = project?.key ?? key;
    const was = before.get(subProject) ?? [];
    after.set(
      subProject,
      columns.map((column, place) => cellIn(sheet, row, column, subProject, was[place])),
    );
    checkSum(sheet, row, columns);
  }
  const kept = draft.flatMap((cell) => after.get(cell.subProject)?.[placeOf(cell, years)] ?? []);
  const fresh = [...after].flatMap(([key, own]) =>
    own.filter((cell, place) => cell !== undefined && before.get(key)?.[place] === undefined),
  );
  const cells = [...kept, ...(fresh as BudgetCell[])];
  if (cells.length > MOST_BUDGET_CELLS) sheet.report({ row: 1 }, 'key', 'field.list', { max: MOST_BUDGET_CELLS });
  return cells;
}

/** A cell with money in it; the one of the draft where nothing was written over it, or nothing that could be read. */
function cellIn(
  sheet: SheetReader,
  row: ReadRow,
  { field, year, source }: MoneyColumn,
  subProject: string,
  was: BudgetCell | undefined,
): BudgetCell | undefined {
  if (row.unread.has(field)) return was;
  const amount = textIn(row, field);
  if (amount === null) return undefined;
  if (was?.amount === amount) return was;
  if (BigInt(amount) > MAX_CELL) sheet.report(row, field, 'plan.budget.unit', wonParams(BigInt(amount)));
  return { ...(was ?? { subProject, year, source }), amount };
}

function checkName(sheet: SheetReader, row: ReadRow, { name }: SubProject): void {
  const said = textIn(row, 'name');
  if (said !== null && said !== plainText(name)) sheet.report(row, 'name', 'plan-table.name-differs', { name });
}

/** A figure somebody added up must be what the cells come to. */
function checkSum(sheet: SheetReader, row: ReadRow, columns: readonly MoneyColumn[]): void {
  const stated = textIn(row, 'sum');
  if (stated === null || row.unread.size > 0) return;
  const sum = sumWon(columns.map(({ field }) => BigInt(textIn(row, field) ?? '0')));
  if (sum === BigInt(stated)) return;
  const params = { stated: wonText(BigInt(stated), '원'), sum: wonText(sum, '원') };
  sheet.report(row, 'sum', 'plan-table.sum-differs', params);
}

/** Indicators as the sheet says: a row for the whole, and one for every site it is counted at, which must be among `sites`. */
export function readIndicators(
  sheet: SheetReader,
  years: readonly number[],
  draft: readonly Indicator[],
  sites: Known<Site>,
): Indicator[] {
  const siteOf = (row: ReadRow): string | null => textIn(row, 'site');
  const ofTheWhole = (row: ReadRow): boolean => siteOf(row) === null && !row.unread.has('site');
  const codeOf = (row: ReadRow): string | null => textIn(row, 'code');
  const wholes = sheet.keyed('code', (row) => (ofTheWhole(row) ? codeOf(row) : null));
  const parts = sheet.keyed('site', (row) =>
    codeOf(row) === null || siteOf(row) === null ? null : `${codeOf(row)} ${siteOf(row)}`,
  );
  const rowsAt = new Map<string, ReadRow[]>(ALL_INDICATORS.map((code) => [code, []]));
  for (const row of parts.values()) {
    checkPart(sheet, row, sites, wholes.has(String(codeOf(row))));
    rowsAt.get(String(codeOf(row)))?.push(row);
  }
  return [...wholes].flatMap(([code, row]) => {
    const was = draft.find((indicator) => indicator.code === code);
    const own = rowsAt.get(code) ?? [];
    if ([row, ...own].some(({ unread }) => unread.size > 0)) return was === undefined ? [] : [was];
    return [indicatorOf(code as Indicator['code'], row, was, sitesIn(own, years, was, sites), years)];
  });
}

/** A row of one site says nothing that is said of the whole. */
function checkPart(sheet: SheetReader, row: ReadRow, sites: Known<Site>, hasWhole: boolean): void {
  const site = String(row.values['site']);
  if (!sites.has(site))
    sheet.report(row, 'site', 'plan-table.unknown-site', { key: site, known: [...sites.keys()].join(', ') });
  if (!hasWhole) sheet.report(row, 'code', 'plan-table.no-whole');
  for (const field of ['baseline', 'evidenceRule', 'source', 'fictional'])
    if (row.values[field] !== undefined && row.values[field] !== 'no')
      sheet.report(row, field, 'plan-table.of-the-whole');
}

function targetsIn(row: ReadRow, years: readonly number[], was: readonly YearTarget[]): YearTarget[] {
  const targets = new Map<string, YearTarget>();
  for (const year of years) {
    const value = numberIn(row, targetField(year));
    const before = was.find((target) => target.year === year);
    if (value !== null) targets.set(String(year), { ...before, year, value });
  }
  return inOrderOf(
    was.map(({ year }) => String(year)),
    targets,
  );
}

function sitesIn(
  rows: readonly ReadRow[],
  years: readonly number[],
  was: Indicator | undefined,
  sites: Known<Site>,
): Pick<Indicator, 'bySite'> {
  if (rows.length === 0) return was?.bySite === undefined ? {} : { bySite: [] };
  const bySite = rows.map((row) => {
    const said = String(row.values['site']);
    const site = sites.get(said)?.key ?? said;
    const before = was?.bySite?.find((one) => one.site === site);
    return { ...before, site, targets: targetsIn(row, years, before?.targets ?? []) };
  });
  return { bySite };
}

function indicatorOf(
  code: Indicator['code'],
  row: ReadRow,
  was: Indicator | undefined,
  bySite: Pick<Indicator, 'bySite'>,
  years: readonly number[],
): Indicator {
  const evidenceRule = keptText(was?.evidenceRule, row.values['evidenceRule']);
  return {
    ...was,
    code,
    baseline: numberIn(row, 'baseline'),
    targets: targetsIn(row, years, was?.targets ?? []),
    ...(was?.evidenceRule === undefined && evidenceRule === null ? {} : { evidenceRule }),
    ...bySite,
    source: keptText(was?.source, row.values['source']),
    fictional: row.values['fictional'] === 'yes',
  };
}
