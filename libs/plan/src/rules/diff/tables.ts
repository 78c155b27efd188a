import type {
  BudgetCell,
  Consultation,
  Evidence,
  Indicator,
  PlanContent,
  ReportedFigure,
  Site,
  SubProject,
  YearTarget,
} from '../content.js';
import { type PlanSection, type SectionContent, sectionOf } from '../sections.js';
import { targetOf } from '../targets.js';
import type { Change, WordDiff } from './change.js';
import { byKey, changeOf, type Form, type Leaf, leaf, leafReader } from './leaves.js';

/** How the rows of a table are told apart, what one stands for when it came or went, and its values. */
interface Table<Row> {
  readonly keyOf: (row: Row) => string;
  readonly head: (row: Row) => Leaf;
  readonly leaves: (row: Row) => readonly Leaf[];
}
/** Sections that are tables. */
export type TableSection = Exclude<PlanSection, 'basics' | `narrative.${string}`>;
export type RowOf<S extends TableSection> = SectionContent<S>[number];

const named = (name: string, key: string): Leaf => leaf('', name === '' ? key : name, 'code');

const targetLeaves = (targets: readonly YearTarget[], within = ''): Leaf[] =>
  Array.from(
    byKey(targets, ({ year }) => String(year)),
    ([year, { value }]) => leaf(`${within}targets[${year}]`, value, 'count'),
  );

const SITES: Table<Site> = {
  keyOf: ({ key }) => key,
  head: ({ name, key }) => named(name, key),
  leaves: leafReader<Site, 'key'>({
    role: 'code',
    name: 'text',
    complexType: 'code',
    constructionStartedOn: 'code',
    inStrategicPlan: 'code',
    tenants: 'count',
    jobs: 'count',
    linkage: ({ evidence, tradeWon }) => [
      leaf('linkage.evidence', evidence, 'text'),
      leaf('linkage.tradeWon', tradeWon, 'won'),
    ],
    source: 'text',
    fictional: 'code',
  }),
};

const SUB_PROJECTS: Table<SubProject> = {
  keyOf: ({ key }) => key,
  head: ({ name, key }) => named(name, key),
  leaves: leafReader<SubProject, 'key'>({
    name: 'text',
    kind: 'code',
    ministry: 'code',
    siteKeys: (keys) => Array.from(new Set(keys), (key) => leaf(`siteKeys[${key}]`, key, 'code')),
    source: 'text',
    fictional: 'code',
  }),
};

const amountOf = ({ amount }: BudgetCell): Leaf => leaf('', amount, 'won');
const BUDGET: Table<BudgetCell> = {
  keyOf: ({ subProject, year, source }) => `${subProject} ${year} ${source}`,
  head: amountOf,
  leaves: (cell) => [amountOf(cell)],
};

const INDICATORS: Table<Indicator> = {
  keyOf: ({ code }) => code,
  head: (indicator) => leaf('', targetOf(indicator), 'count'),
  leaves: leafReader<Indicator, 'code'>({
    baseline: 'count',
    targets: (targets) => targetLeaves(targets),
    evidenceRule: 'text',
    bySite: (sites) =>
      Array.from(byKey(sites, ({ site }) => site)).flatMap(([site, { targets }]) =>
        targetLeaves(targets, `bySite[${site}].`),
      ),
    source: 'text',
    fictional: 'code',
  }),
};

const REPORTED_FIGURES: Table<ReportedFigure> = {
  keyOf: ({ code }) => code,
  head: ({ value, code }) => named(value, code),
  leaves: leafReader<ReportedFigure, 'code'>({
    label: 'text',
    value: 'code',
    unit: 'code',
    source: 'text',
    fictional: 'code',
  }),
};

const CONSULTATIONS: Table<Consultation> = {
  keyOf: ({ party, organisation }) => `${party} ${organisation}`,
  head: ({ organisation, party }) => named(organisation, party),
  leaves: leafReader<Consultation, 'party' | 'organisation'>({ letterNumber: 'code', date: 'code', result: 'code' }),
};

const EVIDENCE: Table<Evidence> = {
  keyOf: ({ kind, organisation }) => `${kind} ${organisation}`,
  head: ({ organisation, kind }) => named(organisation, kind),
  leaves: leafReader<Evidence, 'kind' | 'organisation'>({ status: 'code', attachmentId: 'code', note: 'text' }),
};

const TABLES: { readonly [S in TableSection]: Table<RowOf<S>> } = {
  sites: SITES,
  subProjects: SUB_PROJECTS,
  budget: BUDGET,
  indicators: INDICATORS,
  reportedFigures: REPORTED_FIGURES,
  consultations: CONSULTATIONS,
  evidence: EVIDENCE,
};

export const isTable = (section: PlanSection): section is TableSection => section in TABLES;

/** Rows of a table by key, in their order. */
export function rowsOf<S extends TableSection>(section: S, content: PlanContent): Map<string, RowOf<S>> {
  const { keyOf } = TABLES[section] as Table<RowOf<S>>;
  return byKey(sectionOf(content, section) as unknown as readonly RowOf<S>[], (row) => keyOf(row));
}

export const pathOf = (section: TableSection, key: string): string => `${section}[${key}]`;

/** Differences of one table: rows as the after side has them, then those that went. */
export function tableChanges(
  section: TableSection,
  before: PlanContent,
  after: PlanContent,
  words: WordDiff,
): Change[] {
  const table = TABLES[section] as Table<RowOf<TableSection>>;
  const changes: Change[] = [];
  const add = (
    path: string,
    left: string | null,
    right: string | null,
    form: Form,
    more: Partial<Change> = {},
  ): void => {
    const change = changeOf(path, section, left, right, form, words);
    if (change !== null) changes.push({ ...change, ...more });
  };
  const whole = (key: string, row: RowOf<TableSection>, came: boolean): void => {
    const { text, form } = table.head(row);
    add(pathOf(section, key), came ? null : text, came ? text : null, form, { cells: cellsOf(table.leaves(row)) });
  };
  const gone = rowsOf(section, before);
  for (const [key, row] of rowsOf(section, after)) {
    const old = gone.get(key);
    if (old === undefined) {
      whole(key, row, true);
      continue;
    }
    gone.delete(key);
    pairs(table.leaves(old), table.leaves(row), ({ at, form }, left, right) => {
      const path = pathOf(section, key);
      add(at === '' ? path : `${path}.${at}`, left, right, form);
    });
  }
  for (const [key, row] of gone) whole(key, row, false);
  return changes;
}

/** Brings together the values of one row on both sides. */
function pairs(
  before: readonly Leaf[],
  after: readonly Leaf[],
  meet: (leaf: Leaf, before: string | null, after: string | null) => void,
): void {
  if (
    before.length === after.length &&
    before.every(({ at, text }, i) => at === after[i]?.at && text === after[i]?.text)
  )
    return;
  const gone = new Map(before.map((one) => [one.at, one]));
  for (const one of after) {
    meet(one, gone.get(one.at)?.text ?? null, one.text);
    gone.delete(one.at);
  }
  for (const one of gone.values()) meet(one, one.text, null);
}

/** All values of a row that came or went. */
const cellsOf = (leaves: readonly Leaf[]): Record<string, string> =>
  Object.fromEntries(leaves.flatMap(({ at, text }) => (text === null || at === '' ? [] : [[at, text]])));
