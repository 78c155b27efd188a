import {
  type ColumnKind,
  column,
  type FormColumn,
  optionalColumn,
  type TableForm,
  YES_NO,
} from '@daegaejo/platform/rules';
import {
  BUDGET_SOURCES,
  type BudgetSource,
  type PlanContent,
  SUB_PROJECT_MENU,
  type SubProjectKind,
} from '../content.js';
import {
  BUDGET_SOURCE_NAMES,
  COMPLEX_TYPE_NAMES,
  INDICATOR_NAMES,
  SITE_ROLE_NAMES,
  SUB_PROJECT_NAMES,
} from '../labels.js';

/** Sections of a plan that officials keep in a workbook, in the order of its sheets. */
export const SHEET_SECTIONS = ['sites', 'subProjects', 'budget', 'indicators'] as const;
export type SheetSection = (typeof SHEET_SECTIONS)[number];
export type PlanTables = Pick<PlanContent, SheetSection>;

/** Most rows of each sheet, and most cells of the budget. */
export const MOST_SHEET_ROWS: Readonly<Record<SheetSection, number>> = {
  sites: 50,
  subProjects: 400,
  budget: 400,
  indicators: 210,
};
export const MOST_BUDGET_CELLS = 12_000;

/** What the forms of a plan depend on beside its content. */
export interface PlanTablesGround {
  readonly fundingYears: readonly number[];
  /** In official order. */
  readonly ministries: readonly Ministry[];
}

/** A ministry: its code, what it is called in short, and every name it bears or bore. */
export interface Ministry {
  readonly code: string;
  readonly shortName: string;
  readonly names: readonly string[];
}

export type PlanForms = Readonly<Record<SheetSection, TableForm>> & {
  /** Years that have columns: those that are funded, and any other the content has figures for. */
  readonly years: readonly number[];
};

/** Fields of the columns of a year. */
export const budgetField = (year: number, source: BudgetSource): string => `${source}-${year}`;
export const targetField = (year: number): string => `target-${year}`;

const text = (max: number): ColumnKind => ({ is: 'text', max });
const whole = (max: number): ColumnKind => ({ is: 'whole', min: 0, max });
const choice = (words: Readonly<Record<string, string>>): ColumnKind => ({ is: 'choice', words });
const won: ColumnKind = { is: 'won' };
const key = text(40);

const PROVENANCE = {
  source: optionalColumn('출처', text(300), '수치의 출처. 없으면 비움', 24),
  fictional: optionalColumn('가상', choice(YES_NO), '출처가 없는 시연 자료면 예. 비우면 아니오', 8),
};

const SITES: TableForm = {
  name: '산업단지·연계지역',
  columns: {
    key: column('코드', key, '단지를 가리키는 짧은 이름, 쉼표 없이. 다른 시트에 같은 글로 적음'),
    role: column('구분', choice(SITE_ROLE_NAMES), '거점산단은 하나'),
    name: optionalColumn('명칭', text(100), '단지나 지역의 이름', 24),
    complexType: column('유형', choice(COMPLEX_TYPE_NAMES), '산업입지법 제2조의 유형', 18),
    constructionStartedOn: optionalColumn('착공일', { is: 'day' }, '준공일이 아니라 착공일. 모르면 비움'),
    inStrategicPlan: column('전략계획 포함', choice(YES_NO), '시·도 전략계획이 인정한 단지인지'),
    tenants: optionalColumn('입주기업 수', whole(1_000_000), '개사. 모르면 비움'),
    jobs: optionalColumn('고용 인원', whole(10_000_000), '명. 모르면 비움'),
    linkageEvidence: optionalColumn('연계 근거', text(2_000), '거점산단과 어떻게 연계되는지', 40),
    linkageTrade: optionalColumn('연간 거래액', won, '거점산단 기업과의 한 해 거래액. 조사하지 않았으면 비움', 20),
    ...PROVENANCE,
  },
};

const subProjects = (ministry: ColumnKind): TableForm => ({
  name: '세부사업',
  columns: {
    key: column('코드', key, '세부사업을 가리키는 짧은 이름. 재원 시트에 같은 글로 적음'),
    name: optionalColumn('사업명', text(200), '세부사업의 이름', 40),
    kind: column('사업유형', choice(SUB_PROJECT_NAMES), '아래에 적힌 유형 가운데 하나', 18),
    ministry: column('소관부처', ministry, '국비를 맡는 부처. 온 이름으로 적어도 됨', 18),
    siteKeys: optionalColumn(
      '대상 단지',
      { is: 'list', max: 40, most: 50 },
      '산업단지·연계지역의 코드, 쉼표로 나눔',
      24,
    ),
    ...PROVENANCE,
  },
});

const budget = (years: readonly number[]): TableForm => ({
  name: '재원',
  columns: {
    key: column('코드', key, '세부사업의 코드. 세부사업마다 한 줄'),
    name: optionalColumn('사업명', text(200), '알아보기 위한 것. 적으면 세부사업의 사업명과 같아야 함', 40),
    ...Object.fromEntries(
      years.flatMap((year) =>
        BUDGET_SOURCES.map((source): [string, FormColumn] => [
          budgetField(year, source),
          optionalColumn(`${year} ${BUDGET_SOURCE_NAMES[source]}`, won, '재원이 없으면 비움', 20),
        ]),
      ),
    ),
    sum: { ...optionalColumn('합계', won, '', 20), extra: true },
  },
});

const indicators = (years: readonly number[]): TableForm => ({
  name: '성과지표',
  columns: {
    code: column('지표', choice(INDICATOR_NAMES), '간접(유발) 고용은 다른 지표에 더하지 않음', 18),
    site: optionalColumn(
      '단지',
      key,
      '단지별로 나눈 줄이면 단지의 코드, 전체를 적은 줄이면 비움. 전체를 적은 줄도 있어야 함',
    ),
    baseline: optionalColumn('기준값', whole(100_000_000), '지금의 값. 전체를 적은 줄에만 적음'),
    ...Object.fromEntries(
      years.map((year): [string, FormColumn] => [
        targetField(year),
        optionalColumn(`${year} 목표`, whole(100_000_000), '그 해의 목표(누계가 아님). 명, 개소, 건'),
      ]),
    ),
    evidenceRule: optionalColumn('증빙 기준', text(500), '실적을 무엇으로 증명하는지. 전체를 적은 줄에만 적음', 30),
    ...PROVENANCE,
  },
});

/** The forms for a plan: its years and ministries are columns and words, those its content has beside them too. */
export function planForms(ground: PlanTablesGround, content: PlanTables): PlanForms {
  const years = sortedYears([
    ...ground.fundingYears,
    ...content.budget.map(({ year }) => year),
    ...content.indicators.flatMap(({ targets, bySite = [] }) =>
      [targets, ...bySite.map((site) => site.targets)].flat().map(({ year }) => year),
    ),
  ]);
  return {
    years,
    sites: SITES,
    subProjects: subProjects(ministryWords(ground, content)),
    budget: budget(years),
    indicators: indicators(years),
  };
}

const sortedYears = (years: readonly number[]): number[] => [...new Set(years)].sort((a, b) => a - b);

/** Ministries by name; a code the content has and nobody knows stands for itself. */
function ministryWords({ ministries }: PlanTablesGround, { subProjects: projects }: PlanTables): ColumnKind {
  const known = new Map(ministries.map(({ code, shortName }) => [code, shortName]));
  const unknown = projects.map(({ ministry }) => ministry).filter((code) => !known.has(code));
  return {
    is: 'choice',
    words: Object.fromEntries([...known, ...unknown.map((code) => [code, code] as const)]),
    also: new Map(ministries.flatMap(({ code, names }) => names.map((name) => [name, code] as const))),
  };
}

/** Kinds of sub-project the decree adds to those of the act. */
const IN_THE_DECREE: readonly SubProjectKind[] = [
  'root-industry',
  'public-housing',
  'shared-logistics',
  'accident-prevention',
  'parking',
];

/** What the form says beside its columns: sheet, column, whether it is required, what is written, what it means. */
export const FORM_NOTES: readonly (readonly string[])[] = [
  ['재원', '합계', '', '금액', '없어도 됨. 열을 더하면 그 줄의 칸을 더한 것과 같은지 확인함'],
  ...SUB_PROJECT_MENU.filter((kind) => kind !== 'other').map(kindNote),
];

function kindNote(kind: SubProjectKind): readonly string[] {
  const article = IN_THE_DECREE.includes(kind) ? '특별법 시행령 제3조' : '특별법 제2조제4호';
  return ['세부사업', '사업유형', '', SUB_PROJECT_NAMES[kind], article];
}
