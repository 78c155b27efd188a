import {
  type CellFinding,
  type FilledSheet,
  findingIn,
  GUIDE_SHEET,
  isSheetOf,
  plainText,
  readTable,
  SheetReader,
} from '@daegaejo/platform/rules';
import {
  MOST_SHEET_ROWS,
  type PlanForms,
  planForms,
  type PlanTables,
  type PlanTablesGround,
  SHEET_SECTIONS,
  type SheetSection,
} from './plan-forms.js';
import { readBudget, readIndicators } from './read-figures.js';
import { readSites, readSubProjects } from './read-places.js';
import { knownBy } from './table-rows.js';

/** What a workbook makes of a draft, and everything that is wrong with it. */
export interface PlanTablesReading {
  /** Sections the workbook has a sheet for; the others stay as they are. */
  readonly sections: readonly SheetSection[];
  /** The draft with what those sheets say; a row that cannot be read stays as the draft has it. */
  readonly tables: PlanTables;
  /** Names of sheets that are none of ours and were not read. */
  readonly ignored: readonly string[];
  /** All at once, sheet by sheet. */
  readonly findings: readonly CellFinding[];
}

/**
 * Reads complexes, sub-projects, budget and indicators from the sheets of a workbook. Rows are matched with those of the draft by
 * their keys; a row that is not in the sheet is gone. What references what is checked over the draft as it would be.
 */
export function readPlanTables(
  filled: readonly FilledSheet[],
  ground: PlanTablesGround,
  draft: PlanTables,
): PlanTablesReading {
  const forms = planForms(ground, draft);
  const readers = Object.fromEntries(
    SHEET_SECTIONS.map((section) => [section, readerOf(forms, section, filled)]),
  ) as Readonly<Record<SheetSection, SheetReader | null>>;
  const tables = tablesOf(readers, forms.years, draft);
  const sections = SHEET_SECTIONS.filter((section) => readers[section] !== null);
  const findings = sections.flatMap((section) => readers[section]?.findings ?? []);
  return {
    sections,
    tables,
    ignored: filled.filter((sheet) => !isOurs(forms, sheet)).map(({ name }) => name),
    findings:
      sections.length === 0
        ? [findingIn(forms.sites, [1, 1], 'plan-table.no-sheet', { sheets: namesOf(forms) })]
        : [...findings, ...leftBehind(forms, sections, draft, tables)],
  };
}

const namesOf = (forms: PlanForms): string => SHEET_SECTIONS.map((section) => forms[section].name).join(', ');
const isOurs = (forms: PlanForms, sheet: FilledSheet): boolean =>
  SHEET_SECTIONS.some((section) => isSheetOf(forms[section], sheet)) ||
  isSheetOf({ name: GUIDE_SHEET, columns: {} }, sheet);

function readerOf(forms: PlanForms, section: SheetSection, filled: readonly FilledSheet[]): SheetReader | null {
  const table = readTable(forms[section], filled, { prefix: 'table', most: MOST_SHEET_ROWS[section] });
  return table.missing ? null : new SheetReader(table);
}

function tablesOf(
  readers: Readonly<Record<SheetSection, SheetReader | null>>,
  years: readonly number[],
  draft: PlanTables,
): PlanTables {
  const { sites: ofSites, subProjects: ofProjects, budget, indicators } = readers;
  const sites = ofSites === null ? draft.sites : readSites(ofSites, draft.sites);
  const knownSites = knownBy(sites, ofSites);
  const subProjects =
    ofProjects === null ? draft.subProjects : readSubProjects(ofProjects, draft.subProjects, knownSites);
  return {
    sites,
    subProjects,
    budget: budget === null ? draft.budget : readBudget(budget, years, draft.budget, knownBy(subProjects, ofProjects)),
    indicators:
      indicators === null ? draft.indicators : readIndicators(indicators, years, draft.indicators, knownSites),
  };
}

/** Rows that went while a section without a sheet still needs them. */
function leftBehind(
  forms: PlanForms,
  sections: readonly SheetSection[],
  draft: PlanTables,
  tables: PlanTables,
): CellFinding[] {
  const needs: readonly (readonly [SheetSection, SheetSection, readonly string[]])[] = [
    ['sites', 'subProjects', draft.subProjects.flatMap(({ siteKeys }) => siteKeys)],
    ['sites', 'indicators', draft.indicators.flatMap(({ bySite = [] }) => bySite.map(({ site }) => site))],
    ['subProjects', 'budget', draft.budget.map(({ subProject }) => subProject)],
  ];
  return needs.flatMap(([of, by, needed]) => {
    if (!sections.includes(of) || sections.includes(by)) return [];
    const keysOf = (from: PlanTables): Set<string> =>
      new Set((of === 'sites' ? from.sites : from.subProjects).map(({ key }) => key));
    const [before, after] = [keysOf(draft), keysOf(tables)];
    const gone = new Set(needed.filter((key) => before.has(key) && !after.has(key)).map(plainText));
    if (gone.size === 0) return [];
    const params = { keys: [...gone].join(', '), sheet: forms[by].name };
    return [findingIn(forms[of], [1, 1], 'plan-table.still-needed', params)];
  });
}
