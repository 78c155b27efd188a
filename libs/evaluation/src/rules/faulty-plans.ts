import { criteriaOf, MAIN_STAGE, stagesOf } from '@daegaejo/round/rules';
import { type AggregatePolicy, requiredSheets } from './aggregate-input.js';
import { ABSTAINED, type CompactPlan, type CompactRound, type CompactSheet, MISSING } from './compact-round.js';

/** What a row of one stage must be. */
interface RowRule {
  readonly stage: string;
  /** Highest marks in the order of its criteria, hundredths. */
  readonly maxima: readonly number[];
  /** Lowest figure of a row: 0, or ABSTAINED where that is let pass. */
  readonly lowest: number;
  readonly required: number;
}

function rulesOf(policy: AggregatePolicy): RowRule[] {
  const lowest = policy.scoring.abstention === 'mean-of-others' ? ABSTAINED : 0;
  return stagesOf(policy).map(({ code: stage }) => ({
    stage,
    maxima: criteriaOf(policy, stage).map(({ max }) => max),
    lowest,
    required: requiredSheets(policy, stage),
  }));
}

function isComplete({ maxima, lowest }: RowRule, marks: readonly number[]): boolean {
  if (marks.length !== maxima.length) return false;
  for (let i = 0; i < maxima.length; i += 1) {
    const [mark, max] = [marks[i] ?? MISSING, maxima[i] ?? MISSING];
    if (!Number.isInteger(mark) || mark < lowest || mark > max || mark === MISSING) return false;
  }
  return true;
}

/** Has every criterion of the stage a mark of somebody? */
const hasMarks = ({ maxima }: RowRule, sheets: readonly CompactSheet[]): boolean =>
  maxima.every((_, i) => sheets.some(({ marks }) => marks[i] !== ABSTAINED));

/** The sheets of one stage, in the order they are given in. */
export const sheetsOf = (sheets: readonly CompactSheet[], stage: string): CompactSheet[] =>
  sheets.filter((sheet) => (sheet.stage ?? MAIN_STAGE) === stage);

/**
 * The places of the plans with something wrong, told by comparisons alone: a fine plan costs no finding, no path and no
 * map of its own. `inputFindings` of these plans are those of the round, because a finding speaks of one plan id only.
 */
export function faultyPlans({ policy, plans }: CompactRound): Set<number> {
  const rules = rulesOf(policy);
  const [only] = rules.length === 1 ? rules : [];
  const byStage = new Map(rules.map((rule) => [rule.stage, rule]));
  const items = new Set(policy.bonus.items.map(({ code }) => code));
  // one map for the round instead of a set per plan: the place of the plan an evaluator or a bonus was last seen on
  const [evaluators, claims] = [new Map<string, number>(), new Map<string, number>()];
  const isFresh = (seen: Map<string, number>, key: string, plan: number): boolean => {
    if (seen.get(key) === plan) return false;
    seen.set(key, plan);
    return true;
  };
  const areSheetsFine = (sheets: readonly CompactSheet[], place: number): boolean => {
    for (const { evaluator, stage, marks } of sheets) {
      const rule = byStage.get(stage ?? MAIN_STAGE);
      const key = only === undefined ? `${stage ?? MAIN_STAGE}/${evaluator}` : evaluator;
      if (rule === undefined || !isFresh(evaluators, key, place) || !isComplete(rule, marks)) return false;
    }
    return true;
  };
  const isStageFine = (rule: RowRule, sheets: readonly CompactSheet[]): boolean =>
    sheets.length >= rule.required && (rule.lowest === 0 || hasMarks(rule, sheets));
  const isFine = ({ sheets, bonuses }: CompactPlan, place: number): boolean => {
    if (!areSheetsFine(sheets, place)) return false;
    if (only === undefined) {
      if (!rules.every((rule) => isStageFine(rule, sheetsOf(sheets, rule.stage)))) return false;
    } else if (!isStageFine(only, sheets)) return false;
    for (const { code, points } of bonuses)
      if (!isFresh(claims, code, place) || !items.has(code) || !Number.isSafeInteger(points) || points < 0)
        return false;
    return true;
  };
  const faulty = new Set<number>();
  const places = new Map<string, number>();
  plans.forEach((plan, place) => {
    const same = places.get(plan.planId);
    if (same !== undefined) faulty.add(same).add(place);
    places.set(plan.planId, place);
    if (!isFine(plan, place)) faulty.add(place);
  });
  return faulty;
}
