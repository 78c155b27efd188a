import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { readPlan } from '@daegaejo/plan';
import type { Reading } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import type { RevocationReviewView, RevocationView } from './http/revocation.dto.js';
import { REVOCATION_TABLE } from './rules/index.js';
import { clocksOf } from './store/records.js';
import { RevocationReviewEntity } from './store/revocation.entity.js';

/** The clocks of a designation, and every review of it. */
export async function getRevocation({ manager, now }: Reading, actor: Actor, planId: string): Promise<RevocationView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getRevocation', plan);
  const { designatedOn, applyBy, startBy, due } = await clocksOf(manager, planId, now);
  const reviews = await manager.find(RevocationReviewEntity, { where: { planId }, order: { no: 'ASC' } });
  const runs = plan.state === 'designated';
  return {
    planId,
    state: plan.state,
    designatedOn: runs || plan.state === 'revoked' ? designatedOn : null,
    applyBy: runs ? applyBy : null,
    startBy: runs ? startBy : null,
    due: runs ? due : null,
    reviews: reviews.map(revocationView),
  };
}

export const revocationView = (row: RevocationReviewEntity): RevocationReviewView => ({
  id: row.id,
  planId: row.planId,
  no: row.no,
  state: row.state,
  grounds: row.grounds,
  reason: row.reason,
  openedAt: row.openedAt,
  hearBy: row.hearBy,
  statement: row.statement,
  statementLetter: row.statementLetter,
  heardAt: row.heardAt,
  resolution: row.resolution,
  resolvedOn: row.resolvedOn,
  decision: row.decision,
  notice: row.notice,
  contentHash: row.contentHash,
  signedBy: row.signatures.map(({ ministryId }) => ministryId),
  allowed: allowedActions(REVOCATION_TABLE, row.state),
  version: row.version,
});
