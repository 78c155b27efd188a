import { authorise, organisationIds } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, changeRecord, invalid, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding, seoulDay } from '@daegaejo/platform/rules';
import { plansIn } from '@daegaejo/plan';
import { lockRound, notNow, policyOf, type RoundEntity } from '@daegaejo/round';
import { hasReached, type RoundPolicy } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import {
  agendaFindings,
  type Attendance,
  attendanceFindings,
  chairFindings,
  closingFindings,
  compositionFindings,
  isSeated,
  isWritten,
  MEETING_TABLE,
  openingFindings,
  openTopics,
  type RollEntry,
  rollFindings,
  rollOf,
} from '../rules/index.js';
import { standingAnnouncement } from '../announcement/published.js';
import { type AgendaItem, MeetingEntity } from '../store/meeting.entity.js';
import { lockMeeting, meetingNotNow, meetsIn } from './lock-meeting.js';
import { assertMove, moveMeeting, recordMeeting } from './move-meeting.js';
import { decidedItems } from './item-resolutions.js';
import { seatsOf } from './seats.js';

/**
 * The secretariat calls a meeting of the committee by sending its agenda, now (위원회 소집): D-7, or D-1 with a reason. Where members
 * are known by name, the committee must be whole on the day of the meeting; where the policy has rules for one, its co-chairs alternate.
 */
export async function createMeeting(
  tx: Tx,
  actor: Actor,
  input: {
    roundId: string;
    heldAt: string;
    chairMinistry: string;
    chairReason: string | null;
    urgentReason: string | null;
    agenda: readonly AgendaItem[] | null;
  },
): Promise<MeetingEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'createMeeting', { roundId: round.id });
  if (!meetsIn(round)) throw notNow(round, 'create-meeting');
  const policy = await policyOf(tx.manager, round);
  const owners = await organisationIds(tx.manager, policy.owners);
  const chairMinistryId = owners.get(input.chairMinistry);
  if (chairMinistryId === undefined)
    throw invalid([
      { field: 'chairMinistry', code: 'designation.chair-ministry', params: { owners: policy.owners.join(', ') } },
    ]);
  const ownerIds = [...owners.values()];
  const seats = await seatsOf(tx.manager, round.id);
  const day = seoulDay(input.heldAt);
  const { committee } = policy.deliberation;
  assertNone([
    ...agendaFindings(policy.deliberation, tx.now, input.heldAt, input.urgentReason).map((finding) => ({
      ...finding,
      field: finding.field === 'agendaSentAt' ? 'heldAt' : finding.field,
    })),
    ...(await itemFindings(tx, round, input.agenda)),
    ...(seats.length === 0 ? [] : compositionFindings(seats, day, committee, ownerIds)),
    ...(committee === undefined
      ? []
      : chairFindings(chairMinistryId, await lastChair(tx, ownerIds), ownerIds, input.chairReason)),
  ]);
  const meeting: MeetingEntity = {
    id: tx.newId(),
    roundId: round.id,
    state: MEETING_TABLE.initial,
    agendaSentAt: tx.now,
    heldAt: input.heldAt,
    urgentReason: input.urgentReason,
    chairMinistryId,
    chairReason: input.chairReason,
    agenda: input.agenda,
    members: seats.length === 0 ? policy.deliberation.members : seats.filter((seat) => isSeated(seat, day)).length,
    present: null,
    roll: null,
    minutes: null,
    closedById: null,
    cancelReason: null,
    version: 1,
  };
  await tx.manager.insert(MeetingEntity, meeting as never);
  await recordMeeting(tx, meeting, 'MeetingConvened', null);
  return meeting;
}

/**
 * Opens the meeting on its day, with a quorum (개의): by name where members are known by name, else by their number. The other
 * co-chair may take the chair with a reason; where the policy asks for it, whoever takes it is there in person.
 */
export async function openMeeting(
  tx: Tx,
  actor: Actor,
  input: {
    meetingId: string;
    present: number | null;
    attendance: readonly Attendance[] | null;
    /** Code of the ministry whose co-chair takes the chair after all; null = the one it was called with. */
    chairMinistry: string | null;
    chairReason: string | null;
  },
): Promise<MeetingEntity> {
  const { meeting, round } = await lockMeeting(tx, actor, input.meetingId, 'openMeeting');
  if (!meetsIn(round) || !hasReached(round.state, 'deliberation')) throw notNow(round, 'open-meeting');
  assertMove(meeting, 'open');
  const day = seoulDay(tx.now);
  if (day < seoulDay(meeting.heldAt))
    throw refused('designation.meeting-ahead', allowedActions(MEETING_TABLE, meeting.state), {
      heldAt: meeting.heldAt,
    });
  const { owners, deliberation } = await policyOf(tx.manager, round);
  const chair = await chairOf(tx, meeting, owners, input);
  const counted = await countPresent(tx, meeting, day, deliberation.committee, input);
  assertNone(attendanceFindings({ members: counted.members, present: counted.present }));
  if (counted.roll !== null)
    assertNone(
      openingFindings(await seatsOf(tx.manager, round.id), counted.roll, chair.chairMinistryId, deliberation.committee),
    );
  return moveMeeting(tx, meeting, 'open', { type: 'MeetingOpened', change: { ...counted, ...chair } });
}

/**
 * Closes the meeting with its minutes (폐의), once every topic of its agenda has a decision. The other co-chair may close it where he
 * is there in person; where the policy asks for it, whoever closes it is.
 */
export async function closeMeeting(
  tx: Tx,
  actor: Actor,
  input: { meetingId: string; minutes: string; closedById: string | null },
): Promise<MeetingEntity> {
  const { meeting, round } = await lockMeeting(tx, actor, input.meetingId, 'closeMeeting');
  assertMove(meeting, 'close');
  const { deliberation } = await policyOf(tx.manager, round);
  assertNone(closingFindings(await seatsOf(tx.manager, round.id), meeting, input.closedById, deliberation.committee));
  const decided = (await decidedItems(tx.manager, meeting.id)).map(({ itemNo }) => itemNo);
  const count = openTopics(meeting.agenda, decided).length;
  if (count > 0) throw refused('committee.topics-open', ['resolve-item'], { count });
  const { minutes, closedById } = input;
  return moveMeeting(tx, meeting, 'close', { type: 'MeetingClosed', change: { minutes, closedById } });
}

/** Corrects the minutes of a closed meeting, until the result is announced. Whatever was signed on them has to be signed anew. */
export async function correctMinutes(
  tx: Tx,
  actor: Actor,
  input: { meetingId: string; minutes: string; reason: string },
): Promise<MeetingEntity> {
  const { meeting, round } = await lockMeeting(tx, actor, input.meetingId, 'correctMinutes');
  if (meeting.state !== 'closed') throw meetingNotNow(meeting, 'correct-minutes');
  const announced = await standingAnnouncement(tx.manager, round.id);
  if (round.state !== 'deliberation' || announced !== null) throw notNow(round, 'correct-minutes');
  const changed = await changeRecord(tx.manager, MeetingEntity, meeting, { minutes: input.minutes });
  await recordMeeting(tx, changed, 'MinutesCorrected', meeting.state, input.reason);
  return changed;
}

/** Items on plans of this round that wait for the committee, or on a topic with a title; no plan twice. */
async function itemFindings(tx: Tx, round: RoundEntity, agenda: readonly AgendaItem[] | null): Promise<Finding[]> {
  if (agenda === null) return [];
  const plans = await plansIn(tx.manager, round.id, ['scored', 'deferred', 'reserve', 're-evaluation', 'preselected']);
  const met = new Set<string>();
  return agenda.flatMap(({ planId, title }, index): Finding[] => {
    if (planId === null)
      return title === null ? [{ field: `agenda[${index}].title`, code: 'committee.agenda.empty-item' }] : [];
    const field = `agenda[${index}].planId`;
    if (met.has(planId)) return [{ field, code: 'committee.agenda.twice' }];
    met.add(planId);
    return plans.some(({ id }) => id === planId) ? [] : [{ field, code: 'committee.agenda.plan' }];
  });
}

/** Who takes the chair: as called, or with a written reason the co-chair of another owner. */
async function chairOf(
  tx: Tx,
  meeting: MeetingEntity,
  owners: readonly string[],
  { chairMinistry, chairReason }: { chairMinistry: string | null; chairReason: string | null },
): Promise<Pick<MeetingEntity, 'chairMinistryId' | 'chairReason'>> {
  const asCalled = { chairMinistryId: meeting.chairMinistryId, chairReason: meeting.chairReason };
  if (chairMinistry === null) return asCalled;
  const chairMinistryId = (await organisationIds(tx.manager, owners)).get(chairMinistry);
  if (chairMinistryId === undefined)
    throw invalid([
      { field: 'chairMinistry', code: 'designation.chair-ministry', params: { owners: owners.join(', ') } },
    ]);
  if (chairMinistryId === meeting.chairMinistryId) return asCalled;
  if (!isWritten(chairReason)) throw invalid([{ field: 'chairReason', code: 'committee.chair.other' }]);
  return { chairMinistryId, chairReason };
}

/** Who took the chair at the last meeting of these owners, in this round or an earlier one; a cancelled meeting does not count. */
async function lastChair(tx: Tx, ownerIds: readonly string[]): Promise<string | null> {
  const last = await tx.manager.findOne(MeetingEntity, {
    where: { chairMinistryId: In([...ownerIds]), state: In(['convened', 'open', 'closed']) },
    order: { heldAt: 'DESC', id: 'ASC' },
  });
  return last?.chairMinistryId ?? null;
}

async function countPresent(
  tx: Tx,
  meeting: MeetingEntity,
  day: string,
  rules: RoundPolicy['deliberation']['committee'],
  { present, attendance }: { present: number | null; attendance: readonly Attendance[] | null },
): Promise<{ members: number; present: number; roll: readonly RollEntry[] | null }> {
  const seats = await seatsOf(tx.manager, meeting.roundId);
  if (seats.length === 0) {
    if (attendance !== null) throw invalid([{ field: 'attendance', code: 'committee.attendance.no-roster' }]);
    if (present === null) throw invalid([{ field: 'present', code: 'committee.attendance.required' }]);
    return { members: meeting.members, present, roll: null };
  }
  if (attendance === null || present !== null)
    throw invalid([{ field: attendance === null ? 'attendance' : 'present', code: 'committee.attendance.by-name' }]);
  assertNone(rollFindings(seats, attendance, day, rules));
  const roll = rollOf(seats, attendance, day);
  return { members: roll.length, present: attendance.length, roll };
}
