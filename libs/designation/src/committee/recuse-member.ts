import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, invalid, refused, type Tx } from '@daegaejo/platform';
import { type Finding, seoulDay } from '@daegaejo/platform/rules';
import { readPlan } from '@daegaejo/plan';
import { isOnAgenda, isSeated } from '../rules/index.js';
import { CommitteeMemberEntity, RecusalEntity } from '../store/committee.entity.js';
import { ItemResolutionEntity } from '../store/item-resolution.entity.js';
import { type MeetingEntity, ResolutionEntity } from '../store/meeting.entity.js';
import type { VotedItem } from './count-votes.js';
import { lockMeeting, meetingNotNow } from './lock-meeting.js';

interface Input extends VotedItem {
  readonly meetingId: string;
  readonly memberId: string;
  readonly kind: RecusalEntity['kind'];
  readonly reason: string;
}

/**
 * A member takes no part in one item, a plan or a topic: he recused himself, or has to be excluded (회피·제척). Recorded before the
 * item is resolved; afterwards the votes stand as they were counted. The reason is kept, for the committee and whoever checks it.
 */
export async function recuseMember(tx: Tx, actor: Actor, input: Input): Promise<RecusalEntity> {
  const { meetingId, planId, itemNo } = input;
  const plans = planId === null ? [] : [planId];
  const { meeting } = await lockMeeting(tx, actor, meetingId, 'recordRecusal', plans);
  if (meeting.state !== 'convened' && meeting.state !== 'open') throw meetingNotNow(meeting, 'record-recusal');
  const { manager } = tx;
  const member = await manager.findOneBy(CommitteeMemberEntity, { id: input.memberId, roundId: meeting.roundId });
  const day = seoulDay(meeting.heldAt);
  if (member === null || !isSeated(member, day))
    throw invalid([{ field: 'memberId', code: 'committee.member.not-seated', params: { day } }]);
  assertNone(await itemFindings(tx, actor, meeting, input));
  const which = { meetingId, ...(planId === null ? { itemNo: itemNo ?? 0 } : { planId }) };
  const decided =
    (planId !== null && (await manager.existsBy(ResolutionEntity, { meetingId, planId }))) ||
    (await manager.existsBy(ItemResolutionEntity, which));
  if (decided) throw refused('designation.resolved-already', []);
  if (await manager.existsBy(RecusalEntity, { ...which, memberId: member.id }))
    throw refused('committee.recused-already', []);
  const recusal: RecusalEntity = { ...input, id: tx.newId(), recordedAt: tx.now };
  await manager.insert(RecusalEntity, recusal);
  await tx.record({
    type: 'CommitteeMemberRecused',
    subject: { kind: 'meeting', id: meeting.id },
    roundId: meeting.roundId,
    reason: input.reason,
    data: { memberId: member.id, planId, itemNo, kind: input.kind },
  });
  return recusal;
}

/** One item of this meeting: a plan on its agenda, or a topic by its number. */
async function itemFindings(
  tx: Tx,
  actor: Actor,
  meeting: MeetingEntity,
  { planId, itemNo }: VotedItem,
): Promise<Finding[]> {
  if ((planId === null) === (itemNo === null)) return [{ field: 'planId', code: 'committee.item.one' }];
  if (planId === null) {
    const item = meeting.agenda?.[(itemNo ?? 0) - 1];
    if (item?.planId === null) return [];
    const params = { count: meeting.agenda?.length ?? 0 };
    return [{ field: 'itemNo', code: 'committee.agenda.no-item', params }];
  }
  const plan = await readPlan(tx.manager, actor, planId);
  const on = plan.roundId === meeting.roundId && isOnAgenda(meeting.agenda, plan.id);
  return on ? [] : [{ field: 'planId', code: 'committee.agenda.not-on' }];
}
