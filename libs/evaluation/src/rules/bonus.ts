import type { AggregatePolicy, BonusInput } from './aggregate-input.js';

/** One bonus item: claimed, allowed and granted, in hundredths. Of a deduction, what is taken away. */
export interface GrantedBonus {
  readonly code: string;
  readonly claimed: number;
  readonly max: number;
  readonly granted: number;
}

/** What bonus and deductions make of a base score; hundredths. */
export interface Settlement {
  readonly bonusSum: number;
  readonly bonus: number;
  readonly final: number;
  /** Where the policy has deductions: before and after their cap. */
  readonly deductionSum?: number;
  readonly deduction?: number;
}

/** The claims of one kind in the policy's order of items, each granted up to its max. */
export function grantedBonuses(
  { bonus }: AggregatePolicy,
  bonuses: readonly BonusInput[],
  kind: 'bonus' | 'deduction' = 'bonus',
): GrantedBonus[] {
  if (bonuses.length === 0) return [];
  return bonus.items.flatMap(({ code, max, kind: own = 'bonus' }) =>
    own !== kind
      ? []
      : bonuses
          .filter((claim) => claim.code === code)
          .map(({ points }) => ({ code, claimed: points, max, granted: Math.min(points, max) })),
  );
}

/** Does the policy know deductions (감점)? */
export const hasDeductions = ({ bonus }: Pick<AggregatePolicy, 'bonus'>): boolean =>
  bonus.items.some(({ kind }) => kind === 'deduction');

const sumOf = (items: readonly GrantedBonus[]): number => items.reduce((sum, { granted }) => sum + granted, 0);

/**
 * The base score with the bonus added and the deductions taken away, each item and each sum up to its cap. Both come after
 * trimming and rounding, and a deduction never takes a score below 0 (convention: a score is not negative).
 */
export function settle(policy: AggregatePolicy, bonuses: readonly BonusInput[], base: number): Settlement {
  const { bonus: rules } = policy;
  const bonusSum = sumOf(grantedBonuses(policy, bonuses));
  const bonus = Math.min(bonusSum, rules.cap);
  if (!hasDeductions(policy)) return { bonusSum, bonus, final: base + bonus };
  const deductionSum = sumOf(grantedBonuses(policy, bonuses, 'deduction'));
  const deduction = Math.min(deductionSum, rules.deductionCap ?? 0);
  return { bonusSum, bonus, deductionSum, deduction, final: Math.max(0, base + bonus - deduction) };
}
