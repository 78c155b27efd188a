import type { Actor } from '@daegaejo/identity/rules';
import { invalid, refused, type Tx } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { planOf, readPlan } from '@daegaejo/plan';
import { isOnAgenda, isSeated } from '../rules/index.js';
import { CommitteeMemberEntity, RecusalEntity } from '../store/committee.entity.js';
import { ResolutionEntity } from '../store/meeting.entity.js';
import { lockMeeting, meetingNotNow } from './lock-meeting.js';

/**
 * A member takes no part in one item: he recused himself, or has to be excluded (회피·제척). Recorded before the item is
 * resolved; afterwards the votes stand as they were counted. The reason is kept, for the committee and whoever checks it.
 */
export async function recuseMember(
  tx: Tx,
  actor: Actor,
  input: { meetingId: string; memberId: string; planId: string; kind: RecusalEntity['kind']; reason: string },
): Promise<RecusalEntity> {
  const { meeting } = await lockMeeting(tx, actor, input.meetingId, 'recordRecusal');
  if (meeting.state !== 'convened' && meeting.state !== 'open') throw meetingNotNow(meeting, 'record-recusal');
  const { manager } = tx;
  const member = await manager.findOneBy(CommitteeMemberEntity, { id: input.memberId, roundId: meeting.roundId });
  const day = seoulDay(meeting.heldAt);
  if (member === null || !isSeated(member, day))
    throw invalid([{ field: 'memberId', code: 'committee.member.not-seated', params: { day } }]);
  const plan = await readPlan(manager, actor, input.planId);
  if (plan.roundId !== meeting.roundId || !isOnAgenda(meeting.agenda, plan.id))
    throw invalid([{ field: 'planId', code: 'committee.agenda.not-on' }]);
  await planOf(tx, plan.id);
  const { meetingId, planId } = input;
  if (await manager.existsBy(ResolutionEntity, { meetingId, planId }))
    throw refused('designation.resolved-already', []);
  if (await manager.existsBy(RecusalEntity, { meetingId, planId, memberId: member.id }))
    throw refused('committee.recused-already', []);
  const recusal: RecusalEntity = { ...input, id: tx.newId(), recordedAt: tx.now };
  await manager.insert(RecusalEntity, recusal);
  await tx.record({
    type: 'CommitteeMemberRecused',
    subject: { kind: 'meeting', id: meeting.id },
    roundId: meeting.roundId,
    reason: input.reason,
    data: { memberId: member.id, planId, kind: input.kind },
  });
  return recusal;
}
