import type { Actor } from '@daegaejo/identity/rules';
import type { Tx } from '@daegaejo/platform';
import type { MeetingEntity } from '../store/meeting.entity.js';
import { lockMeeting } from './lock-meeting.js';
import { moveMeeting } from './move-meeting.js';

/**
 * The secretariat takes back the call of a meeting that has not opened, with its reason (회의 취소); its items can go on another
 * agenda, and the committee is told. 409 once it is open: what was decided in it stays.
 */
export async function cancelMeeting(
  tx: Tx,
  actor: Actor,
  { meetingId, reason }: { meetingId: string; reason: string },
): Promise<MeetingEntity> {
  const { meeting } = await lockMeeting(tx, actor, meetingId, 'cancelMeeting');
  return moveMeeting(tx, meeting, 'cancel', { type: 'MeetingCancelled', change: { cancelReason: reason }, reason });
}
