import { cellWon, type Change, type PlanContent, planDiff, type PlanDiff } from '@daegaejo/plan/rules';
import { type ProjectSheet, type SheetChange, sheetChanges } from './project-sheet.js';

export const CHANGE_CLASSES = ['minor', 'major', 'goal'] as const;
/** 경미한 변경 (notify only), 중요한 변경 (both ministries), 목표·지정의 변경 (both ministries and the committee). */
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** What is looked at: the content before and after, and the sheet of the 사업계획 where that changes too. */
export interface ChangeSubject {
  readonly before: PlanContent;
  readonly after: PlanContent;
  readonly sheet: { readonly before: ProjectSheet; readonly after: ProjectSheet } | null;
}

/** One place that differs. */
export type Difference = Change | SheetChange;

/** How the money moved: nothing, only between years, between sub-projects or sources, or in all. */
type MoneyMove = 'same' | 'years' | 'shares' | 'total';

interface Seen {
  readonly money: MoneyMove;
  readonly sheet: ChangeSubject['sheet'];
}

/** A rule of classification: the first that claims a difference has it. */
export interface ChangeRule {
  readonly code: string;
  readonly source: string;
  readonly class: ChangeClass;
  readonly check: (difference: Difference, seen: Seen) => boolean;
}

const MINOR = '시행령 제16조(경미한 변경)';
const APPROVAL = '특별법 제13조(변경 승인)';
const GOALS = '특별법 제12조의2(협약: 사업목표)';
const DESIGNATION = '특별법 제12조(지정의 변경), 제21조';
const ALLOCATION = '보조금법 제23조(경비 배분의 변경)';

/** A row of the table that came or went; only such a difference has all values of its row. */
const isRow = (difference: Difference, table: Change['section']): boolean =>
  'section' in difference && difference.section === table && difference.cells !== undefined;
const isIn = (difference: Difference, table: Change['section']): boolean =>
  'section' in difference && difference.section === table;
const isBudget = (difference: Difference): boolean => isIn(difference, 'budget');
/** Cells of a site a designation says: which, where, of what kind. */
const SITE_CELL = /^sites\[.*\]\.(?:role|name|complexType|inStrategicPlan)$/;
const NOTE_CELL = /\.(?:source|fictional)$/;

/** In order; every difference belongs to the first rule that claims it. The last claims all that is left (제13조: 승인이 원칙). */
export const CHANGE_RULES: readonly ChangeRule[] = [
  {
    code: 'goal.targets',
    source: GOALS,
    class: 'goal',
    check: (found) => isIn(found, 'indicators') && !NOTE_CELL.test(found.path),
  },
  {
    code: 'goal.sites',
    source: DESIGNATION,
    class: 'goal',
    check: (found) => isRow(found, 'sites') || SITE_CELL.test(found.path),
  },
  {
    code: 'major.total',
    source: APPROVAL,
    class: 'major',
    check: (found, { money }) => isBudget(found) && money === 'total',
  },
  {
    code: 'major.allocation',
    source: ALLOCATION,
    class: 'major',
    check: (found, { money }) =>
      (isBudget(found) && money === 'shares') || /^subProjects\[.*\]\.ministry$/.test(found.path),
  },
  {
    code: 'major.sub-projects',
    source: APPROVAL,
    class: 'major',
    check: (found) => isRow(found, 'subProjects'),
  },
  {
    code: 'major.implementer',
    source: APPROVAL,
    class: 'major',
    check: ({ path }) => path === 'project.implementer',
  },
  {
    code: 'minor.address',
    source: `${MINOR} 시행자의 주소`,
    class: 'minor',
    check: ({ path }) => path === 'project.address',
  },
  {
    code: 'minor.representative',
    source: `${MINOR} 법인의 대표자`,
    class: 'minor',
    check: ({ path }) => path === 'project.representative',
  },
  {
    code: 'minor.area-error',
    source: `${MINOR} 면적의 착오 정정`,
    class: 'minor',
    check: ({ path }, { sheet }) =>
      path === 'project.areaProof' ||
      (path === 'project.areaSquareMetres' &&
        sheet !== null &&
        sheet.after.areaProof !== null &&
        sheet.after.areaProof !== sheet.before.areaProof),
  },
  {
    code: 'minor.split',
    source: `${MINOR} 면적 내 분할 시행`,
    class: 'minor',
    check: ({ path }, { sheet }) =>
      path === 'project.phases' && sheet?.before.areaSquareMetres === sheet?.after.areaSquareMetres,
  },
  {
    code: 'minor.yearly-plan',
    source: `${MINOR} 총사업비 범위 내 연차별 투자계획`,
    class: 'minor',
    check: (found, { money }) => money === 'years' && (isBudget(found) || found.path === 'narrative.yearly-plan'),
  },
  {
    code: 'minor.retained',
    source: `${MINOR} 토지이용이 바뀌지 않는 존치물 명세`,
    class: 'minor',
    check: ({ path }, { sheet }) => path === 'project.retained' && sheet?.before.landUse === sheet?.after.landUse,
  },
  { code: 'major.other', source: APPROVAL, class: 'major', check: () => true },
];

/** What one rule found. */
export interface RuleClaim {
  readonly rule: string;
  readonly class: ChangeClass;
  readonly source: string;
  readonly paths: readonly string[];
}

/** A change with its class and the rules that made it so. */
export interface ClassifiedChange {
  /** The highest class of any difference; null = nothing differs. */
  readonly class: ChangeClass | null;
  /** By rule, the weightiest first. */
  readonly claims: readonly RuleClaim[];
  readonly diff: PlanDiff;
  readonly sheet: readonly SheetChange[];
}

/** Compares texts as a whole: the class of a change does not depend on words. */
const wholeTexts = (before: string, after: string) =>
  [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ] as const;

/**
 * Computes the class of a change from what differs (특별법 제13조, 시행령 제16조): nobody chooses it. Every difference is
 * claimed by exactly one rule. A smaller total is no minor change either: the decree names the years only.
 */
export function classifyChange(subject: ChangeSubject): ClassifiedChange {
  const diff = planDiff(subject.before, subject.after, wholeTexts);
  const sheet = subject.sheet === null ? [] : sheetChanges(subject.sheet.before, subject.sheet.after);
  const seen: Seen = { money: moneyMove(subject.before, subject.after), sheet: subject.sheet };
  const paths = new Map<ChangeRule, string[]>();
  for (const difference of [...diff.changes, ...sheet]) {
    const rule = CHANGE_RULES.find(({ check }) => check(difference, seen)) as ChangeRule;
    paths.set(rule, [...(paths.get(rule) ?? []), difference.path]);
  }
  const claims = [...paths]
    .map(([rule, claimed]) => ({ rule: rule.code, class: rule.class, source: rule.source, paths: claimed }))
    .sort((a, b) => weight(b.class) - weight(a.class) || ruleOrder(a.rule) - ruleOrder(b.rule));
  return { class: claims[0]?.class ?? null, claims, diff, sheet };
}

const weight = (of: ChangeClass): number => CHANGE_CLASSES.indexOf(of);
const ruleOrder = (code: string): number => CHANGE_RULES.findIndex((rule) => rule.code === code);

/** Won by sub-project and source, all years together; and in all. */
function moneyOf({ budget }: PlanContent): { total: bigint; shares: Map<string, bigint>; cells: Map<string, bigint> } {
  const [shares, cells] = [new Map<string, bigint>(), new Map<string, bigint>()];
  let total = 0n;
  for (const cell of budget) {
    const { subProject, year, source } = cell;
    const won = cellWon(cell);
    const share = `${source} ${subProject}`;
    shares.set(share, (shares.get(share) ?? 0n) + won);
    cells.set(`${year} ${share}`, (cells.get(`${year} ${share}`) ?? 0n) + won);
    total += won;
  }
  return { total, shares, cells };
}

const sameSums = (left: ReadonlyMap<string, bigint>, right: ReadonlyMap<string, bigint>): boolean =>
  [...new Set([...left.keys(), ...right.keys()])].every((key) => (left.get(key) ?? 0n) === (right.get(key) ?? 0n));

function moneyMove(before: PlanContent, after: PlanContent): MoneyMove {
  const [left, right] = [moneyOf(before), moneyOf(after)];
  if (left.total !== right.total) return 'total';
  if (!sameSums(left.shares, right.shares)) return 'shares';
  return sameSums(left.cells, right.cells) ? 'same' : 'years';
}
