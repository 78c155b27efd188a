import { authorise } from '@daegaejo/identity';
import { type Actor, isPermitted, type OperationId, organisationsOf, PROVINCE_ROLES } from '@daegaejo/identity/rules';
import { notFound, type Reading } from '@daegaejo/platform';
import { readRound, type RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';

/** A round somebody may look at as a dashboard, and how much of it: null = every province, else his own. */
export interface Admitted {
  readonly round: RoundEntity;
  readonly provinceIds: readonly string[] | null;
}

/**
 * Lets a reader to a dashboard of a round. Those who run or check it see all of it at any time, the committee from the
 * deliberation on, a province only its own row.
 */
export async function admitToDashboard(
  { manager }: Reading,
  actor: Actor,
  operation: OperationId,
  roundId: string,
): Promise<Admitted> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, operation, { roundId });
  if (isPermitted(actor, 'listMinistryReviews', { roundId })) return { round, provinceIds: null };
  if (isPermitted(actor, 'getFunnelDashboard', { roundId })) {
    if (!hasReached(round.state, 'deliberation')) throw notFound();
    return { round, provinceIds: null };
  }
  return { round, provinceIds: organisationsOf(actor, PROVINCE_ROLES, roundId) };
}
