import { basisPointsDown } from '@daegaejo/platform/rules';
import { BUDGET_STAGES } from './stage.js';

export const AMOUNT_STAGES = ['planned', ...BUDGET_STAGES] as const;
export type AmountStage = (typeof AMOUNT_STAGES)[number];
/** Amounts of the plan and of every stage beside each other, in won. */
export type Amounts = { readonly [S in AmountStage]: bigint };

export const NO_AMOUNTS: Amounts = {
  planned: 0n,
  requested: 0n,
  'government-draft': 0n,
  enacted: 0n,
  granted: 0n,
  executed: 0n,
};

export const addAmounts = (a: Amounts, b: Partial<Amounts>): Amounts => ({
  planned: a.planned + (b.planned ?? 0n),
  requested: a.requested + (b.requested ?? 0n),
  'government-draft': a['government-draft'] + (b['government-draft'] ?? 0n),
  enacted: a.enacted + (b.enacted ?? 0n),
  granted: a.granted + (b.granted ?? 0n),
  executed: a.executed + (b.executed ?? 0n),
});

/** One amount with what it is about. */
export interface StagedAmount {
  readonly stage: AmountStage;
  readonly amount: bigint;
}

/** The amounts summed by a key, in the order of the keys; every grouping of the same entries sums to the same whole. */
export function sumAmounts<E extends StagedAmount>(
  entries: Iterable<E>,
  keyOf: (entry: E) => string,
): Map<string, Amounts> {
  const sums = new Map<string, Amounts>();
  for (const entry of entries) {
    const key = keyOf(entry);
    sums.set(key, addAmounts(sums.get(key) ?? NO_AMOUNTS, { [entry.stage]: entry.amount }));
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The whole of some entries. */
export function totalAmounts(entries: Iterable<StagedAmount>): Amounts {
  return sumAmounts(entries, () => '').get('') ?? NO_AMOUNTS;
}

/** 실집행률: executed of granted in basis points, rounded down; null where nothing was granted. */
export const executionRate = ({ granted, executed }: Pick<Amounts, 'granted' | 'executed'>): number | null =>
  basisPointsDown(executed, granted);

export const SUB_PROJECT_STATUSES = ['proposed', 'requested', 'draft', 'enacted', 'not-funded', 'ongoing'] as const;
/** Where a sub-project's state money of one year is; `not-funded` = asked for and not enacted, to be tried again (재도전). */
export type SubProjectStatus = (typeof SUB_PROJECT_STATUSES)[number];

/**
 * The status of a sub-project in a year by its 국비 (domain: BUDGET_REQUESTED → DRAFT_BUDGET → ENACTED | NOT_FUNDED). `decided`:
 * the Assembly's amounts of that year are in.
 */
export function statusOf(national: Amounts, decided: boolean): SubProjectStatus {
  if (national.granted > 0n || national.executed > 0n) return 'ongoing';
  if (national.enacted > 0n) return 'enacted';
  const wanted = national.planned > 0n || national.requested > 0n || national['government-draft'] > 0n;
  if (decided && wanted) return 'not-funded';
  if (national['government-draft'] > 0n) return 'draft';
  return national.requested > 0n ? 'requested' : 'proposed';
}
