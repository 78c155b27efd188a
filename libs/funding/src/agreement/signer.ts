import type { Actor } from '@daegaejo/identity/rules';
import type { PlanEntity } from '@daegaejo/plan';
import type { Tx } from '@daegaejo/platform';
import { policyOf, roundOf, signingMinistry } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';

/** The owner ministry the actor acts for in the round of a plan, and the policy that names it one; 403 where he is of no owner. */
export async function signerOf(
  tx: Tx,
  actor: Actor,
  { roundId }: PlanEntity,
): Promise<{ readonly policy: RoundPolicy; readonly ministryId: string }> {
  const policy = await policyOf(tx.manager, await roundOf(tx, roundId));
  return { policy, ministryId: await signingMinistry(tx.manager, actor, policy, roundId) };
}
