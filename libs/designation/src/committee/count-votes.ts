import { invalid, type Tx } from '@daegaejo/platform';
import {
  attendanceFindings,
  ballotFindings,
  countBallots,
  itemStanding,
  type NamedVote,
  voteFindings,
} from '../rules/index.js';
import { RecusalEntity } from '../store/committee.entity.js';
import type { MeetingEntity } from '../store/meeting.entity.js';

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

/** An item as votes and recusals name it: the plan it is about, or its number where it is about none. */
export interface VotedItem {
  readonly planId: string | null;
  readonly itemNo: number | null;
}

/** How the committee voted: by a count, or by name. */
export interface Vote {
  readonly votes: Tally | null;
  readonly ballots: readonly NamedVote[] | null;
}

/**
 * Counts the votes on one item: whoever is recused from it counts neither for its quorum nor its majority. 422 where the item has
 * no quorum without them, or the votes are not those of everybody who may vote on it.
 */
export async function countVotes(
  tx: Tx,
  meeting: MeetingEntity,
  item: VotedItem,
  { votes, ballots }: Vote,
): Promise<{ present: number; votes: Tally; ballots: readonly NamedVote[] | null }> {
  const standing = await standingOn(tx, meeting, item);
  const quorum = attendanceFindings({ members: standing.members, present: standing.present });
  if (quorum.length > 0) throw invalid(quorum);
  if ((votes === null) === (ballots === null)) throw invalid([{ field: 'votes', code: 'committee.votes.one-way' }]);
  if (ballots !== null) {
    if (standing.voters === null) throw invalid([{ field: 'ballots', code: 'committee.attendance.no-roster' }]);
    const wrong = ballotFindings(standing.voters, ballots);
    if (wrong.length > 0) throw invalid(wrong);
  }
  const counted = ballots === null ? (votes as Tally) : countBallots(ballots);
  const findings = voteFindings({ present: standing.present, ...counted });
  if (findings.length > 0) throw invalid(findings);
  return { present: standing.present, votes: counted, ballots };
}

/** Who counts for an item: members, those present, and by name who may vote; null where they are not known by name. */
export async function standingOn(
  tx: Tx,
  meeting: MeetingEntity,
  { planId, itemNo }: VotedItem,
): Promise<{ members: number; present: number; voters: readonly string[] | null }> {
  if (meeting.roll === null) return { members: meeting.members, present: meeting.present ?? 0, voters: null };
  const recusals = await tx.manager.findBy(RecusalEntity, {
    meetingId: meeting.id,
    ...(planId === null ? { itemNo: itemNo ?? 0 } : { planId }),
  });
  const { members, voters } = itemStanding(
    meeting.members,
    meeting.roll.filter(({ present }) => present).map(({ memberId }) => memberId),
    recusals.map(({ memberId }) => memberId),
  );
  return { members, present: voters.length, voters };
}
