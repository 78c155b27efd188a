import { changeRecord, type Tx } from '@daegaejo/platform';
import { nextState } from '@daegaejo/platform/rules';
import { MEETING_TABLE, type MeetingAction } from '../rules/index.js';
import { MeetingEntity } from '../store/meeting.entity.js';
import { meetingNotNow } from './lock-meeting.js';

/** 409 where the meeting is not at this. */
export function assertMove(meeting: MeetingEntity, action: MeetingAction): void {
  if (nextState(MEETING_TABLE, meeting.state, action) === null) throw meetingNotNow(meeting, action);
}

/** Takes a meeting one step on and records it: 409 where the table has no such step. The caller holds the meeting. */
export async function moveMeeting(
  tx: Tx,
  meeting: MeetingEntity,
  action: MeetingAction,
  more: { readonly type: string; readonly change: Partial<MeetingEntity>; readonly reason?: string },
): Promise<MeetingEntity> {
  const state = nextState(MEETING_TABLE, meeting.state, action);
  if (state === null) throw meetingNotNow(meeting, action);
  const changed = await changeRecord(tx.manager, MeetingEntity, meeting, { ...more.change, state });
  await recordMeeting(tx, changed, more.type, meeting.state, more.reason);
  return changed;
}

/** Writes a step of a meeting into the history. */
export const recordMeeting = (
  tx: Tx,
  meeting: MeetingEntity,
  type: string,
  from: string | null,
  reason: string | null = meeting.urgentReason,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'meeting', id: meeting.id },
    roundId: meeting.roundId,
    from,
    to: meeting.state,
    reason,
    data: { heldAt: meeting.heldAt, members: meeting.members, present: meeting.present },
  });
