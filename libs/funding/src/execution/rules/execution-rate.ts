import { basisPointsDown, sumWon } from '@daegaejo/platform/rules';

/** A share of counts in basis points, rounded down; null of nothing. */
export const shareBp = (part: number, whole: number): number | null => basisPointsDown(BigInt(part), BigInt(whole));

export const GRANT_BASES = ['granted', 'planned', 'mixed'] as const;
/** What a rate is measured against: what was granted (교부), what the plan has, or a mixture of both by source. */
export type GrantBasis = (typeof GRANT_BASES)[number];

/** Money of one source in one year, in won. */
export interface SourceMoney {
  readonly source: string;
  readonly amount: bigint;
}

/**
 * The money of one year that spending is measured against. Source by source it is what was granted where a grant was
 * recorded, and what the newest plan has for that year where none was (convention): a report gives all sources together,
 * and grants of 국비 may be known before those of the others. `basis` says which it was.
 */
export function moneyToSpend(
  granted: readonly SourceMoney[],
  planned: readonly SourceMoney[],
): { readonly amount: bigint; readonly basis: GrantBasis } {
  const known = new Set(granted.map(({ source }) => source));
  const open = planned.filter(({ source, amount }) => !known.has(source) && amount > 0n);
  const amount = sumWon([...granted, ...open].map((money) => money.amount));
  return { amount, basis: granted.length === 0 ? 'planned' : open.length === 0 ? 'granted' : 'mixed' };
}

/**
 * 실집행률 in basis points: spent ÷ granted, exact, rounded down. More than 10,000 where more was spent than granted; null
 * where there was nothing to spend.
 */
export const executionRateBp = (spent: bigint, granted: bigint): number | null => basisPointsDown(spent, granted);
