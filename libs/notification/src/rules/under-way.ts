import type { RoundState } from '@daegaejo/round/rules';

/** A round in one of these asks nothing of anybody: it is not announced yet, or it is over. */
export const NOT_UNDER_WAY: readonly RoundState[] = ['draft', 'closed', 'cancelled'];

/** The most urgent first. */
export const byUrgency = (a: { readonly at: string; readonly key: string }, b: typeof a): number =>
  a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1;
