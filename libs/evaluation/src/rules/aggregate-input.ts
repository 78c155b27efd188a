import { formatScore, type Finding } from '@daegaejo/platform/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { checkMarks, type Mark } from './score-sheet.js';

/** The part of a round's policy that decides how marks become a ranking. */
export type AggregatePolicy = Pick<RoundPolicy, 'criteria' | 'scoring' | 'bonus' | 'tieChain'>;

/** One live sheet (void sheets are not handed in). `evaluator` is an opaque alias, never a name. */
export interface SheetInput {
  readonly evaluator: string;
  readonly marks: readonly Mark[];
}

/** 가점 claimed and evidenced for one item, in hundredths. */
export interface BonusInput {
  readonly code: string;
  readonly points: number;
}

/** One plan with the sheets and bonuses that count for it; `label` is what messages call it. */
export interface PlanInput {
  readonly planId: string;
  readonly label: string;
  readonly sheets: readonly SheetInput[];
  readonly bonuses: readonly BonusInput[];
}

/** Everything a ranking is computed from. */
export interface AggregateInput {
  readonly policy: AggregatePolicy;
  readonly plans: readonly PlanInput[];
}

/** Orders texts by code unit, the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/**
 * Throws RangeError for a policy that cannot be computed with. The round refuses such a policy before it is frozen;
 * this keeps a stated weight from ever differing from the effective one.
 */
export function assertSound({ criteria, scoring, bonus, tieChain }: AggregatePolicy): void {
  const codes = new Set(criteria.map(({ code }) => code));
  const faults = [
    codes.size !== criteria.length && 'a criterion is written twice',
    criteria.some(({ weight }) => !isCount(weight)) && 'a weight is not a whole number of hundredths',
    criteria.reduce((sum, { weight }) => sum + weight, 0) !== 10_000 && 'the weights do not sum to 100.00',
    criteria.some(({ max }) => !isCount(max) || max === 0) && 'a criterion has no highest mark',
    ![0, 1, 2].includes(scoring.roundingDigits) && 'rounding keeps 0, 1 or 2 digits',
    !Object.values(scoring.trim).every(isCount) && 'trimming counts whole sheets',
    new Set(bonus.items.map(({ code }) => code)).size !== bonus.items.length && 'a bonus item is written twice',
    ![bonus.cap, ...bonus.items.map(({ max }) => max)].every(isCount) && 'a bonus is a whole number of hundredths',
    tieChain.some((rule) => rule.by === 'criterion' && !codes.has(rule.criterion)) &&
      'the tie chain names an unknown criterion',
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new RangeError(`this policy cannot be computed with: ${faults.join('; ')}`);
}

/** The fewest sheets a plan may be ranked with: the policy's, and never 0, because no marks have no mean (convention). */
export function requiredSheets({ scoring }: AggregatePolicy): number {
  return Math.max(1, scoring.minimumPanel);
}

/** Complete, in range and in the policy's order: spares the sheets in which nothing is wrong the search for what is. */
function isFine({ criteria }: AggregatePolicy, marks: readonly Mark[]): boolean {
  return (
    marks.length === criteria.length &&
    criteria.every(({ code, max }, i) => {
      const given = marks[i];
      return given?.criterion === code && isCount(given.mark) && given.mark <= max;
    })
  );
}

function sheetFindings(policy: AggregatePolicy, { label, sheets }: PlanInput, path: string): Finding[] {
  const findings: Finding[] = [];
  const valid = new Set<string>();
  const seen = new Set<string>();
  for (const { evaluator, marks } of [...sheets].sort((a, b) => byText(a.evaluator, b.evaluator))) {
    const field = `${path}.sheets[${evaluator}]`;
    if (seen.has(evaluator))
      findings.push({ field, code: 'aggregate.sheet.duplicate', params: { plan: label, evaluator } });
    seen.add(evaluator);
    const faults = isFine(policy, marks) ? [] : checkMarks(policy.criteria, marks, { complete: true });
    if (faults.length === 0) valid.add(evaluator);
    for (const fault of faults) findings.push({ ...fault, field: `${field}.${fault.field}` });
  }
  const required = requiredSheets(policy);
  if (valid.size < required)
    findings.push({
      field: `${path}.sheets`,
      code: 'panel.too-small',
      params: { plan: label, sheets: valid.size, required },
    });
  return findings;
}

function bonusFindings({ bonus }: AggregatePolicy, { label, bonuses }: PlanInput, path: string): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { code: item, points } of [...bonuses].sort((a, b) => byText(a.code, b.code))) {
    const field = `${path}.bonuses[${item}]`;
    const params = { plan: label, bonus: item };
    if (!bonus.items.some(({ code }) => code === item))
      findings.push({ field, code: 'aggregate.bonus.unknown', params });
    if (seen.has(item)) findings.push({ field, code: 'aggregate.bonus.duplicate', params });
    seen.add(item);
    if (!Number.isSafeInteger(points) || points < 0)
      findings.push({ field, code: 'aggregate.bonus.range', params: { ...params, min: formatScore(0) } });
  }
  return findings;
}

/**
 * Why a round cannot be ranked (convention). One faulty sheet refuses the whole: leaving it out silently, or counting
 * what is missing as 0, would change the ranking. Paths name records by id ("plans[p1].sheets[E2].marks[0].mark"),
 * so they do not depend on the order of the input.
 */
export function inputFindings({ policy, plans }: AggregateInput): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const plan of [...plans].sort((a, b) => byText(a.planId, b.planId))) {
    const path = `plans[${plan.planId}]`;
    if (seen.has(plan.planId))
      findings.push({ field: path, code: 'aggregate.plan.duplicate', params: { plan: plan.label } });
    seen.add(plan.planId);
    findings.push(...sheetFindings(policy, plan, path), ...bonusFindings(policy, plan, path));
  }
  return findings;
}
