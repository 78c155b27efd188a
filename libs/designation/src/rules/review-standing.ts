import type { Instant } from '@daegaejo/platform/rules';

/** A ministry's word on one version of a final draft. */
export interface ReviewOfVersion {
  readonly ministryId: string;
  readonly verdict: 'adequate' | 'return';
  readonly reviewedAt: Instant;
}

/** Owner ministries that have not done yet what every one of them must do, in the policy's order. */
export const stillToAct = (owners: readonly string[], done: readonly string[]): string[] =>
  owners.filter((owner) => !done.includes(owner));

/**
 * How the review (적정성 검토) of one version stands: who has not said a word on it, and since when every owner finds it
 * adequate (null = not every one does). The same question confirmPlan asks.
 */
export function reviewStanding(
  owners: readonly string[],
  reviews: readonly ReviewOfVersion[],
): { readonly waiting: readonly string[]; readonly adequateSince: Instant | null } {
  const own = reviews.filter(({ ministryId }) => owners.includes(ministryId));
  const waiting = stillToAct(
    owners,
    own.map(({ ministryId }) => ministryId),
  );
  const moments = own.filter(({ verdict }) => verdict === 'adequate').map(({ reviewedAt }) => reviewedAt);
  const all = owners.length > 0 && moments.length === owners.length;
  return { waiting, adequateSince: all ? (moments.toSorted().at(-1) ?? null) : null };
}
