import { type FormFields, type FormSheet, formSheet, guideSheet, unitFor } from '@daegaejo/platform/rules';
import type { BudgetCell, Indicator, Provenance, Site, SubProject, YearTarget } from '../content.js';
import {
  budgetField,
  FORM_NOTES,
  type PlanForms,
  planForms,
  type PlanTables,
  type PlanTablesGround,
  SHEET_SECTIONS,
  targetField,
} from './plan-forms.js';

const provenance = ({ source, fictional }: Provenance) => ({ source, fictional: fictional ? 'yes' : null });

const siteFields = ({ linkage, ...site }: Site): FormFields => ({
  ...site,
  inStrategicPlan: site.inStrategicPlan ? 'yes' : 'no',
  linkageEvidence: linkage?.evidence,
  linkageTrade: linkage?.tradeWon,
  ...provenance(site),
});

const subProjectFields = (project: SubProject): FormFields => ({ ...project, ...provenance(project) });

/** One row per sub-project; a cell that a draft has twice goes into a row of its own, where the reader of the file finds it. */
function budgetRows({ subProjects, budget }: PlanTables): FormFields[] {
  const names = new Map(subProjects.map(({ key, name }) => [key, name]));
  const rows = new Map<string, Record<string, string>[]>([...names.keys()].map((key) => [key, [{}]]));
  for (const { subProject, year, source, amount } of budget) {
    const own = rows.get(subProject) ?? [];
    rows.set(subProject, own);
    const field = budgetField(year, source);
    const free = own.find((row) => row[field] === undefined);
    if (free === undefined) own.push({ [field]: amount });
    else free[field] = amount;
  }
  return [...rows].flatMap(([key, own]) => own.map((cells) => ({ key, name: names.get(key), ...cells })));
}

/** Targets by their fields; a year a draft has twice goes into a row of its own. */
function targetRows(targets: readonly YearTarget[]): Record<string, number>[] {
  const rows: Record<string, number>[] = [{}];
  for (const { year, value } of targets) {
    const field = targetField(year);
    const free = rows.find((row) => row[field] === undefined);
    if (free === undefined) rows.push({ [field]: value });
    else free[field] = value;
  }
  return rows;
}

function indicatorRows(indicator: Indicator): FormFields[] {
  const { code, baseline, evidenceRule, targets, bySite = [] } = indicator;
  return [
    ...targetRows(targets).map((row) => ({ code, baseline, evidenceRule, ...row, ...provenance(indicator) })),
    ...bySite.flatMap(({ site, targets: own }) => targetRows(own).map((row) => ({ code, site, ...row }))),
  ];
}

const amountsOf = (budget: readonly BudgetCell[]): string[] => budget.map(({ amount }) => amount);
const tradesOf = (sites: readonly Site[]): string[] =>
  sites.flatMap(({ linkage }) => (linkage?.tradeWon == null ? [] : [linkage.tradeWon]));

/**
 * Complexes, sub-projects, budget and indicators of a plan as the sheets of a workbook. Money is in 백만원 where every amount of
 * the sheet is a whole one, else in 원; the headings say which.
 */
export function planSheets(ground: PlanTablesGround, content: PlanTables): FormSheet[] {
  const forms = planForms(ground, content);
  return [
    formSheet(forms.sites, content.sites.map(siteFields), unitFor(tradesOf(content.sites))),
    formSheet(forms.subProjects, content.subProjects.map(subProjectFields)),
    formSheet(forms.budget, budgetRows(content), unitFor(amountsOf(content.budget))),
    formSheet(forms.indicators, content.indicators.flatMap(indicatorRows)),
  ];
}

const NOTHING: PlanTables = { sites: [], subProjects: [], budget: [], indicators: [] };

/** The empty form of a plan: the same sheets with their headings alone, and one that explains every column. */
export function planTablesForm(ground: PlanTablesGround): FormSheet[] {
  const forms: PlanForms = planForms(ground, NOTHING);
  const all = SHEET_SECTIONS.map((section) => forms[section]);
  return [...planSheets(ground, NOTHING), guideSheet(all, FORM_NOTES)];
}
