import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { readRound } from '@daegaejo/round';
import { MeetingEntity, ResolutionEntity } from '../store/meeting.entity.js';
import type { MeetingView, ResolutionView } from './http/meeting.dto.js';

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

export const meetingView = (row: MeetingEntity): MeetingView => ({
  ...row,
  agenda: row.agenda?.map((item) => ({ ...item })) ?? null,
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
