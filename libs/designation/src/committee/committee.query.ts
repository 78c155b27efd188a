import { authorise, organisationIds } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { isRehearsal, notFound, type Reading } from '@daegaejo/platform';
import { type Finding, formatScore, type Paper, seoulDay } from '@daegaejo/platform/rules';
import { policyOf, readRound } from '@daegaejo/round';
import { compositionFindings, isSeated } from '../rules/index.js';
import { type CommitteeMemberEntity, ResolutionDocumentEntity } from '../store/committee.entity.js';
import type { CommitteeMemberView, ResolutionDocumentView } from './http/committee.dto.js';
import { documentPaper } from './document-paper.js';
import { readMeeting } from './meetings.query.js';
import { type StandingDocument, standingOf } from './resolution-document.js';
import { seatsOf } from './seats.js';

/** The committee of a round, and what is wrong with it as it sits today; nothing where nobody was registered by name. */
export async function readCommittee(
  { manager, now }: Reading,
  actor: Actor,
  roundId: string,
): Promise<{ roundId: string; members: CommitteeMemberView[]; findings: readonly Finding[] }> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getCommittee', { roundId });
  const seats = await seatsOf(manager, roundId);
  const { owners, deliberation } = await policyOf(manager, round);
  const ids = [...(await organisationIds(manager, owners)).values()];
  const day = seoulDay(now);
  return {
    roundId,
    members: seats.map((seat) => memberView(seat, day)),
    findings: seats.length === 0 ? [] : compositionFindings(seats, day, deliberation.committee, ids),
  };
}

/** Every draft of a meeting's resolution with its signatures; only the newest can be signed. */
export async function listDocuments(
  { manager }: Reading,
  actor: Actor,
  meetingId: string,
): Promise<{ items: ResolutionDocumentView[] }> {
  const meeting = await readMeeting(manager, actor, meetingId, 'listResolutionDocuments');
  const documents = await manager.find(ResolutionDocumentEntity, { where: { meetingId }, order: { no: 'ASC' } });
  const items: ResolutionDocumentView[] = [];
  for (const document of documents) items.push(documentView(await standingOf(manager, document, meeting)));
  return { items };
}

/** The draft on paper (의결서). */
export async function readDocumentPaper({ manager }: Reading, actor: Actor, documentId: string): Promise<Paper> {
  const document = await manager.findOneBy(ResolutionDocumentEntity, { id: documentId });
  if (document === null) throw notFound();
  const meeting = await readMeeting(manager, actor, document.meetingId, 'exportResolutionPdf');
  const standing = await standingOf(manager, document, meeting);
  const round = await readRound(manager, actor, document.roundId);
  return documentPaper(standing, { round: round.title, rehearsal: await isRehearsal(manager) });
}

export const memberView = (
  { roundId: _round, endReason: _reason, registeredAt: _at, ...seat }: CommitteeMemberEntity,
  today: string,
): CommitteeMemberView => ({ ...seat, seated: isSeated({ ...seat }, today) });

export const documentView = ({ document, signatures, state, waiting }: StandingDocument): ResolutionDocumentView => ({
  id: document.id,
  roundId: document.roundId,
  meetingId: document.meetingId,
  no: document.no,
  state,
  contentHash: document.contentHash,
  draftedAt: document.draftedAt,
  roll: document.content.roll.map((member) => ({ ...member })),
  topics: [...document.content.topics],
  decisions: (document.content.decisions ?? []).map((decision) => ({
    ...decision,
    votes: decision.votes === null ? null : { ...decision.votes },
    ballots: decision.ballots?.map((ballot) => ({ ...ballot })) ?? null,
    recused: decision.recused.map((recusal) => ({ ...recusal })),
  })),
  items: document.content.items.map((item) => ({
    ...item,
    finalScore: formatScore(item.finalScore),
    votes: { ...item.votes },
    ballots: item.ballots?.map((ballot) => ({ ...ballot })) ?? null,
    recused: item.recused.map((recusal) => ({ ...recusal })),
  })),
  minutes: document.content.minutes,
  signatures: signatures.map(({ ministryId, personId, signedAt }) => ({ ministryId, personId, signedAt })),
  waiting: [...waiting],
});
