/** Tables of the budget whose rows are only ever added, in both dialects. */
export const APPEND_ONLY: readonly string[] = [
  'budget_setting',
  'budget_payment',
  'budget_settlement',
  'budget_settlement_sign_off',
];
