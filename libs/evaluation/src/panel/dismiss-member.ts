import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, lockRow, type Tx } from '@daegaejo/platform';
import { settleOpenChallenges } from './settle-challenge.js';
import { moveMember } from './panel.js';
import { excludeFromPlans } from './recheck-conflicts.js';
import type { PanelMemberEntity } from '../store/evaluation.entity.js';
import { readMember } from '../store/evaluations.js';

/**
 * The secretariat ends an appointment (해촉): for good in this round. Every plan the member has in it is taken from him (제척), and
 * what the others are voting on is counted again without him.
 */
export async function dismissMember(
  tx: Tx,
  actor: Actor,
  input: { memberId: string; reason: string; expectedVersion: number | null },
): Promise<PanelMemberEntity> {
  const known = await readMember(tx.manager, actor, input.memberId);
  authorise(actor, 'dismissPanelMember', { roundId: known.roundId });
  await lockRow(tx, 'person', known.personId); // who is being assigned in this moment is waited for
  const member = await readMember(tx.manager, actor, input.memberId);
  assertVersion(member, input.expectedVersion);
  const dismissed = await moveMember(tx, member, 'dismiss', 'PanelMemberDismissed', {}, input.reason);
  await excludeFromPlans(tx, member.personId, input.reason, member.roundId);
  await settleOpenChallenges(tx, member.roundId);
  return dismissed;
}
