import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { notFound, type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { ItemResolutionEntity } from '../store/item-resolution.entity.js';
import { MeetingEntity, ResolutionEntity } from '../store/meeting.entity.js';
import type { ItemResolutionView, MeetingView, ResolutionView } from './http/meeting.dto.js';
import { decidedItems, votesOf } from './item-resolutions.js';
import { mayKnow } from './seats.js';

export async function listMeetings(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<MeetingView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listMeetings', { roundId });
  return pageById(
    manager.createQueryBuilder(MeetingEntity, 'meeting').where('meeting.roundId = :roundId', { roundId }),
    'meeting',
    query,
    meetingView,
  );
}

export async function listResolutions(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<ResolutionView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listResolutions', { roundId });
  return pageById(
    manager.createQueryBuilder(ResolutionEntity, 'resolution').where('resolution.roundId = :roundId', { roundId }),
    'resolution',
    query,
    resolutionView,
  );
}

/** What a meeting decided on topics, reports and cancellations of its agenda. */
export async function listItemResolutions(
  { manager }: Reading,
  actor: Actor,
  meetingId: string,
): Promise<{ items: ItemResolutionView[] }> {
  await readMeeting(manager, actor, meetingId, 'listItemResolutions');
  return { items: (await decidedItems(manager, meetingId)).map(itemResolutionView) };
}

/** A meeting for whoever may know of it; 404 for everybody else. */
export async function readMeeting(
  manager: EntityManager,
  actor: Actor,
  id: string,
  operation: OperationId,
): Promise<MeetingEntity> {
  const meeting = await manager.findOneBy(MeetingEntity, { id });
  if (meeting === null || !mayKnow(actor, meeting.roundId)) throw notFound();
  await readRound(manager, actor, meeting.roundId);
  authorise(actor, operation, { roundId: meeting.roundId });
  return meeting;
}

export const itemResolutionView = ({
  roundId: _round,
  votesFor,
  votesAgainst,
  votesAbstain,
  ballots,
  ...shown
}: ItemResolutionEntity): ItemResolutionView => ({
  ...shown,
  votes: votesOf({ votesFor, votesAgainst, votesAbstain }),
  ballots: ballots?.map((ballot) => ({ ...ballot })) ?? null,
});

export const meetingView = (row: MeetingEntity): MeetingView => ({
  ...row,
  agenda: row.agenda?.map((item, index) => ({ no: index + 1, ...item })) ?? null,
  roll: row.roll?.map((entry) => ({ ...entry })) ?? null,
});

export const resolutionView = (row: ResolutionEntity): ResolutionView => ({
  id: row.id,
  meetingId: row.meetingId,
  planId: row.planId,
  no: row.no,
  outcome: row.outcome,
  reserveOrder: row.reserveOrder,
  votes: { for: row.votesFor, against: row.votesAgainst, abstain: row.votesAbstain },
  ballots: row.ballots?.map((ballot) => ({ ...ballot })) ?? null,
  rank: row.rank,
  finalScore: formatScore(row.finalScore),
  deviates: row.deviates,
  reason: row.reason,
  resolvedAt: row.resolvedAt,
});
