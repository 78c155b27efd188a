import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { lockRow, notFound, refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { lockRound, readRound, type RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { MEETING_TABLE } from '../rules/index.js';
import { MeetingEntity } from '../store/meeting.entity.js';
import { mayKnow } from './seats.js';

/**
 * A meeting and its round for a write, both locked, after the plans the write is about. Who cannot see the round, or may not know of
 * meetings, gets 404 and 403.
 */
export async function lockMeeting(
  tx: Tx,
  actor: Actor,
  meetingId: string,
  operation: OperationId,
  planIds: readonly string[] = [],
): Promise<{ meeting: MeetingEntity; round: RoundEntity }> {
  const known = await tx.manager.findOneBy(MeetingEntity, { id: meetingId });
  if (known === null || !mayKnow(actor, known.roundId)) throw notFound();
  await readRound(tx.manager, actor, known.roundId);
  authorise(actor, operation, { roundId: known.roundId });
  for (const id of planIds.toSorted()) await lockRow(tx, 'plan', id);
  const round = await lockRound(tx, actor, known.roundId);
  await lockRow(tx, 'committee_meeting', meetingId);
  return { round, meeting: await tx.manager.findOneByOrFail(MeetingEntity, { id: meetingId }) };
}

/** The committee meets from the lock of the scores until the round is designated: on the ranking, and later on what becomes of it. */
export const meetsIn = ({ state }: Pick<RoundEntity, 'state'>): boolean =>
  hasReached(state, 'scores-locked') && !hasReached(state, 'designated');

/** 409: the meeting is not at this. */
export const meetingNotNow = ({ state }: Pick<MeetingEntity, 'state'>, action: string) =>
  refused('designation.meeting-not-now', allowedActions(MEETING_TABLE, state), { state, action });
