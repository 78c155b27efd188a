import { organisationsById } from '@daegaejo/identity';
import { PlanEntity } from '@daegaejo/plan';
import { type EntityManager, In } from 'typeorm';
import type { DocumentDecision, DocumentItem, DocumentMember, ResolutionContent } from '../rules/index.js';
import { RecusalEntity } from '../store/committee.entity.js';
import { type MeetingEntity, ResolutionEntity } from '../store/meeting.entity.js';
import { decidedItems, votesOf } from './item-resolutions.js';
import { seatsOf } from './seats.js';

/** What a meeting resolved, as its records say now: the content of its resolution (의결서). */
export async function documentContent(manager: EntityManager, meeting: MeetingEntity): Promise<ResolutionContent> {
  const codes = await codesOf(manager, meeting);
  const recusals = await recusalsOf(manager, meeting);
  const decisions = await decisionsOf(manager, meeting, recusals);
  return {
    roundId: meeting.roundId,
    meetingId: meeting.id,
    agendaSentAt: meeting.agendaSentAt,
    heldAt: meeting.heldAt,
    urgentReason: meeting.urgentReason,
    chair: codes(meeting.chairMinistryId) ?? '',
    chairReason: meeting.chairReason,
    members: meeting.members,
    present: meeting.present,
    roll: await membersOf(manager, meeting, codes),
    topics: (meeting.agenda ?? []).flatMap(({ planId, title }) => (planId === null && title !== null ? [title] : [])),
    ...(decisions.length === 0 ? {} : { decisions }),
    items: await itemsOf(manager, meeting, recusals),
    minutes: meeting.minutes ?? '',
    ...(meeting.closedById === null ? {} : { closedById: meeting.closedById }),
  };
}

type Codes = (id: string | null) => string | null;

async function codesOf(manager: EntityManager, meeting: MeetingEntity): Promise<Codes> {
  const seats = await seatsOf(manager, meeting.roundId);
  const ids = seats.flatMap(({ organisationId, chairMinistryId }) =>
    [organisationId ?? [], chairMinistryId ?? []].flat(),
  );
  const known = await organisationsById(manager, [...ids, meeting.chairMinistryId]);
  return (id) => (id === null ? null : (known.get(id)?.code ?? null));
}

/** Those who sat at the opening; of a meeting without names, nobody. */
async function membersOf(manager: EntityManager, meeting: MeetingEntity, codes: Codes): Promise<DocumentMember[]> {
  const seats = await seatsOf(manager, meeting.roundId);
  return (meeting.roll ?? []).flatMap(({ memberId, present, delegate }): DocumentMember[] => {
    const seat = seats.find(({ id }) => id === memberId);
    if (seat === undefined) return [];
    const { name, office } = seat;
    const organisation = codes(seat.organisationId);
    return [{ memberId, name, office, organisation, chairOf: codes(seat.chairMinistryId), present, delegate }];
  });
}

const recusalsOf = (manager: EntityManager, { id: meetingId }: MeetingEntity): Promise<RecusalEntity[]> =>
  manager.find(RecusalEntity, { where: { meetingId }, order: { recordedAt: 'ASC', id: 'ASC' } });

/** What was decided on the agenda's topics, reports and cancellations. */
async function decisionsOf(
  manager: EntityManager,
  meeting: MeetingEntity,
  recusals: readonly RecusalEntity[],
): Promise<DocumentDecision[]> {
  return (await decidedItems(manager, meeting.id)).map((row) => ({
    itemNo: row.itemNo,
    planId: row.planId,
    title: row.title,
    decision: row.decision,
    votes: votesOf(row),
    ballots: row.ballots,
    recused: recusals
      .filter(({ planId, itemNo }) => (row.planId === null ? itemNo === row.itemNo : planId === row.planId))
      .map(asRecusal),
    reason: row.reason,
  }));
}

const asRecusal = ({ memberId, kind, reason }: RecusalEntity) => ({ memberId, kind, reason });

async function itemsOf(
  manager: EntityManager,
  meeting: MeetingEntity,
  recusals: readonly RecusalEntity[],
): Promise<DocumentItem[]> {
  const resolutions = await manager.find(ResolutionEntity, {
    where: { meetingId: meeting.id },
    order: { rank: 'ASC', planId: 'ASC', no: 'ASC' },
  });
  const plans = await manager.findBy(PlanEntity, { id: In(resolutions.map(({ planId }) => planId)) });
  const provinces = await organisationsById(
    manager,
    plans.map(({ provinceId }) => provinceId),
  );
  return resolutions.map((row) => {
    const plan = plans.find(({ id }) => id === row.planId);
    return {
      resolutionId: row.id,
      planId: row.planId,
      province: provinces.get(plan?.provinceId ?? '')?.code ?? '',
      rank: row.rank,
      finalScore: row.finalScore,
      outcome: row.outcome,
      reserveOrder: row.reserveOrder,
      votes: { for: row.votesFor, against: row.votesAgainst, abstain: row.votesAbstain },
      ballots: row.ballots,
      recused: recusals.filter(({ planId }) => planId === row.planId).map(asRecusal),
      deviates: row.deviates,
      reason: row.reason,
    };
  });
}
