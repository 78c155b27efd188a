import { sumWon } from '@daegaejo/platform/rules';

/** 10,000 basis points are the whole. */
export const FULL_BP = 10_000;

/** part ÷ whole in basis points, rounded down so that a rate just short of a mark never reaches it; null of nothing. */
export function bpOf(part: bigint, whole: bigint): number | null {
  return whole <= 0n ? null : Number((part * BigInt(FULL_BP)) / whole);
}

/** The same of counts. */
export const shareBp = (part: number, whole: number): number | null => bpOf(BigInt(part), BigInt(whole));

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
export const executionRateBp = (spent: bigint, granted: bigint): number | null => bpOf(spent, granted);
