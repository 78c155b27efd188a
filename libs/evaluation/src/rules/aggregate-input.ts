import type { RoundPolicy } from '@daegaejo/round/rules';
import { criteriaOf, MAIN_STAGE, stagesOf, stageOf } from '@daegaejo/round/rules';
import type { Mark } from './marks.js';

/** The part of a round's policy that decides how marks become a ranking. */
export type AggregatePolicy = Pick<RoundPolicy, 'criteria' | 'scoring' | 'bonus' | 'tieChain' | 'stages'>;

/** That part of a whole policy; without stages it is just as it was before there were any. */
export function aggregatePolicyOf({ criteria, scoring, bonus, tieChain, stages }: AggregatePolicy): AggregatePolicy {
  return { criteria, scoring, bonus, tieChain, ...(stages === undefined ? {} : { stages }) };
}

/** One live sheet (void sheets are not handed in). `evaluator` is an opaque alias, never a name. */
export interface SheetInput {
  readonly evaluator: string;
  /** Code of its stage; absent = `main`. */
  readonly stage?: string;
  readonly marks: readonly Mark[];
}

/** 가점 or 감점 claimed and evidenced for one item, in hundredths. */
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

export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

const isTwice = (codes: readonly { readonly code: string }[]): boolean =>
  new Set(codes.map(({ code }) => code)).size !== codes.length;

/** 100.00, in hundredths. */
const isAll = (weights: readonly number[]): boolean => weights.reduce((sum, weight) => sum + weight, 0) === 10_000;

/**
 * Throws RangeError for a policy that cannot be computed with. The round refuses such a policy before it is frozen;
 * this keeps a stated weight from ever differing from the effective one.
 */
export function assertSound(policy: AggregatePolicy): void {
  const { criteria, scoring, bonus, tieChain } = policy;
  const codes = new Set(criteria.map(({ code }) => code));
  const stages = stagesOf(policy);
  const stageCodes = new Set(stages.map(({ code }) => code));
  const deducts = bonus.items.some(({ kind }) => kind === 'deduction');
  const faults = [
    codes.size !== criteria.length && 'a criterion is written twice',
    criteria.some(({ weight }) => !isCount(weight)) && 'a weight is not a whole number of hundredths',
    stages.some(({ code }) => !isAll(criteriaOf(policy, code).map(({ weight }) => weight))) &&
      'the weights do not sum to 100.00',
    criteria.some(({ max }) => !isCount(max) || max === 0) && 'a criterion has no highest mark',
    criteria.some(({ floor = 0, max }) => !isCount(floor) || floor > max) && 'a floor is not a mark',
    criteria.some((criterion) => !stageCodes.has(stageOf(criterion))) && 'a criterion is of no stage',
    isTwice(stages) && 'a stage is written twice',
    (!stages.every(({ share }) => isCount(share)) || !isAll(stages.map(({ share }) => share))) &&
      'the shares of the stages do not sum to 100.00',
    ![0, 1, 2].includes(scoring.roundingDigits) && 'rounding keeps 0, 1 or 2 digits',
    ![scoring.trim, ...stages.map(({ trim }) => trim ?? scoring.trim)].every(({ highest, lowest, minimumKept }) =>
      [highest, lowest, minimumKept].every(isCount),
    ) && 'trimming counts whole sheets',
    isTwice(bonus.items) && 'a bonus item is written twice',
    ![bonus.cap, bonus.deductionCap ?? 0, ...bonus.items.map(({ max }) => max)].every(isCount) &&
      'a bonus is a whole number of hundredths',
    deducts && bonus.deductionCap === undefined && 'deductions have no cap',
    tieChain.some((rule) => rule.by === 'criterion' && !codes.has(rule.criterion)) &&
      'the tie chain names an unknown criterion',
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new RangeError(`this policy cannot be computed with: ${faults.join('; ')}`);
}

/**
 * The fewest sheets a plan may be ranked with in a stage: the stage's or the policy's, and never 0, because no marks have no
 * mean (convention).
 */
export function requiredSheets(
  policy: Pick<AggregatePolicy, 'scoring' | 'stages'>,
  stage: string = MAIN_STAGE,
): number {
  const own = stagesOf(policy).find(({ code }) => code === stage)?.minimumPanel;
  return Math.max(1, own ?? policy.scoring.minimumPanel);
}
