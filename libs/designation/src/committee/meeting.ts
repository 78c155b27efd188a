import { authorise, organisationIds } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, changeRecord, invalid, lockRow, notFound, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState, seoulDay } from '@daegaejo/platform/rules';
import { lockRound, notNow, policyOf, readRound, type RoundEntity } from '@daegaejo/round';
import { agendaFindings, attendanceFindings, MEETING_TABLE, type MeetingAction } from './rules/index.js';
import { MeetingEntity } from './store/designation.entity.js';

/** The secretariat calls a meeting of the committee by sending its agenda, now (위원회 소집): D-7, or D-1 with a reason. */
export async function createMeeting(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; heldAt: string; chairMinistry: string; urgentReason: string | null },
): Promise<MeetingEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'createMeeting', { roundId: round.id });
  if (round.state !== 'scores-locked' && round.state !== 'deliberation') throw notNow(round, 'create-meeting');
  const policy = await policyOf(tx.manager, round);
  const owners = await organisationIds(tx.manager, policy.owners);
  const chairMinistryId = owners.get(input.chairMinistry);
  if (chairMinistryId === undefined)
    throw invalid([
      { field: 'chairMinistry', code: 'designation.chair-ministry', params: { owners: policy.owners.join(', ') } },
    ]);
  assertNone(
    agendaFindings(policy.deliberation, tx.now, input.heldAt, input.urgentReason).map((finding) => ({
      ...finding,
      field: finding.field === 'agendaSentAt' ? 'heldAt' : finding.field,
    })),
  );
  const meeting: MeetingEntity = {
    id: tx.newId(),
    roundId: round.id,
    state: MEETING_TABLE.initial,
    agendaSentAt: tx.now,
    heldAt: input.heldAt,
    urgentReason: input.urgentReason,
    chairMinistryId,
    members: policy.deliberation.members,
    present: null,
    minutes: null,
    version: 1,
  };
  await tx.manager.insert(MeetingEntity, meeting);
  await record(tx, meeting, 'MeetingConvened', null);
  return meeting;
}

/** Opens the meeting on its day, with a quorum (개의). */
export async function openMeeting(
  tx: Tx,
  actor: Actor,
  input: { meetingId: string; present: number },
): Promise<MeetingEntity> {
  const { meeting, round } = await lockMeeting(tx, actor, input.meetingId, 'openMeeting');
  if (round.state !== 'deliberation') throw notNow(round, 'open-meeting');
  assertMove(meeting, 'open');
  if (seoulDay(tx.now) < seoulDay(meeting.heldAt))
    throw refused('designation.meeting-ahead', allowedActions(MEETING_TABLE, meeting.state), {
      heldAt: meeting.heldAt,
    });
  assertNone(attendanceFindings({ members: meeting.members, present: input.present }));
  return move(tx, meeting, 'open', 'MeetingOpened', { present: input.present });
}

/** Closes the meeting with its minutes (폐의). */
export async function closeMeeting(
  tx: Tx,
  actor: Actor,
  input: { meetingId: string; minutes: string },
): Promise<MeetingEntity> {
  const { meeting } = await lockMeeting(tx, actor, input.meetingId, 'closeMeeting');
  assertMove(meeting, 'close');
  return move(tx, meeting, 'close', 'MeetingClosed', { minutes: input.minutes });
}

/** A meeting and its round for a write, both locked. Who cannot see the round, or may not know of meetings, gets 404 and 403. */
export async function lockMeeting(
  tx: Tx,
  actor: Actor,
  meetingId: string,
  operation: 'openMeeting' | 'closeMeeting' | 'resolvePlan',
): Promise<{ meeting: MeetingEntity; round: RoundEntity }> {
  const known = await tx.manager.findOneBy(MeetingEntity, { id: meetingId });
  if (known === null || !mayKnow(actor, known.roundId)) throw notFound();
  await readRound(tx.manager, actor, known.roundId);
  authorise(actor, operation, { roundId: known.roundId });
  const round = await lockRound(tx, actor, known.roundId);
  await lockRow(tx, 'committee_meeting', meetingId);
  return { round, meeting: await tx.manager.findOneByOrFail(MeetingEntity, { id: meetingId }) };
}

/** Who may know that there are meetings, and what they decided before the announcement. */
export function mayKnow(actor: Actor, roundId: string): boolean {
  const roles = ['secretariat', 'ministry-officer', 'committee', 'auditor'];
  return actor.grants.some(
    (grant) => roles.includes(grant.role) && (grant.roundId === null || grant.roundId === roundId),
  );
}

function assertMove(meeting: MeetingEntity, action: MeetingAction): void {
  if (nextState(MEETING_TABLE, meeting.state, action) === null)
    throw refused('designation.meeting-not-now', allowedActions(MEETING_TABLE, meeting.state), {
      state: meeting.state,
      action,
    });
}

async function move(
  tx: Tx,
  meeting: MeetingEntity,
  action: MeetingAction,
  type: string,
  change: Partial<MeetingEntity>,
): Promise<MeetingEntity> {
  const state = nextState(MEETING_TABLE, meeting.state, action) ?? meeting.state;
  const changed = await changeRecord(tx.manager, MeetingEntity, meeting, { ...change, state });
  await record(tx, changed, type, meeting.state);
  return changed;
}

const record = (tx: Tx, meeting: MeetingEntity, type: string, from: string | null): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'meeting', id: meeting.id },
    roundId: meeting.roundId,
    from,
    to: meeting.state,
    reason: meeting.urgentReason,
    data: { heldAt: meeting.heldAt, members: meeting.members, present: meeting.present },
  });
