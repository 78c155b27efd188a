import type { Actor } from '@daegaejo/identity/rules';
import { readPlan } from '@daegaejo/plan';
import { assertNone, invalid, refused, type Tx } from '@daegaejo/platform';
import { type ItemDecision, itemFindings, RESOLVABLE } from '../rules/index.js';
import { ItemResolutionEntity } from '../store/item-resolution.entity.js';
import { MeetingEntity } from '../store/meeting.entity.js';
import { countVotes, standingOn, type Vote } from './count-votes.js';
import { lockMeeting, meetingNotNow } from './lock-meeting.js';

interface Input extends Vote {
  readonly meetingId: string;
  /** Its number on the agenda, from 1. */
  readonly itemNo: number;
  readonly decision: ItemDecision;
  readonly reason: string | null;
}

/**
 * The secretariat records what the committee decided on an item of the agenda that gives no plan its result (기타 안건): a topic, a
 * report, the cancellation of a selection. Quorum, majority and recusals are those of any item. Once; 409 for a plan that waits for
 * its result, which is resolved as such.
 */
export async function resolveItem(tx: Tx, actor: Actor, input: Input): Promise<ItemResolutionEntity> {
  const known = await tx.manager.findOneBy(MeetingEntity, { id: input.meetingId });
  const planId = known?.agenda?.[input.itemNo - 1]?.planId ?? null;
  const plans = planId === null ? [] : [planId];
  const { meeting, round } = await lockMeeting(tx, actor, input.meetingId, 'resolveItem', plans);
  if (meeting.state !== 'open') throw meetingNotNow(meeting, 'resolve');
  const item = meeting.agenda?.[input.itemNo - 1];
  if (item === undefined)
    throw invalid([
      { field: 'itemNo', code: 'committee.agenda.no-item', params: { count: meeting.agenda?.length ?? 0 } },
    ]);
  const plan = planId === null ? null : await readPlan(tx.manager, actor, planId);
  if (plan !== null && RESOLVABLE.includes(plan.state)) throw refused('committee.item.plan-waits', ['resolvePlan']);
  const { itemNo, decision, reason } = input;
  if (await tx.manager.existsBy(ItemResolutionEntity, { meetingId: meeting.id, itemNo }))
    throw refused('committee.item.resolved-already', []);
  const which = { planId, itemNo };
  const voted = input.votes !== null || input.ballots !== null;
  const counted = voted ? await countVotes(tx, meeting, which, input) : null;
  const { present } = counted ?? (await standingOn(tx, meeting, which));
  assertNone(itemFindings({ decision, present, votesFor: counted?.votes.for ?? null, reason }));
  const resolution: ItemResolutionEntity = {
    id: tx.newId(),
    roundId: round.id,
    meetingId: meeting.id,
    itemNo,
    planId,
    title: item.title ?? plan?.filedTitle ?? '',
    decision,
    votesFor: counted?.votes.for ?? null,
    votesAgainst: counted?.votes.against ?? null,
    votesAbstain: counted?.votes.abstain ?? null,
    ballots: counted?.ballots ?? null,
    reason,
    resolvedAt: tx.now,
  };
  await tx.manager.insert(ItemResolutionEntity, resolution as never);
  await tx.record({
    type: 'ItemResolved',
    subject: { kind: 'item-resolution', id: resolution.id },
    roundId: round.id,
    to: decision,
    reason,
    data: {
      meetingId: meeting.id,
      itemNo,
      planId,
      title: resolution.title,
      for: resolution.votesFor,
      against: resolution.votesAgainst,
      abstain: resolution.votesAbstain,
    },
  });
  return resolution;
}
