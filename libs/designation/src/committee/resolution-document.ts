import { authorise, organisationIds } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { contentHash, lockRow, notFound, Problem, refused, type Tx } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { plansIn } from '@daegaejo/plan';
import { lockRound, notNow, policyOf, readRound, RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { documentState, type DocumentState, isSeated, RESOLVABLE, signatureFault } from '../rules/index.js';
import { ResolutionDocumentEntity, ResolutionSignatureEntity } from '../store/committee.entity.js';
import { MeetingEntity, ResolutionEntity } from '../store/meeting.entity.js';
import { documentContent } from './document-content.js';
import { lockMeeting, meetingNotNow } from './lock-meeting.js';
import { mayKnow, seatsOf } from './seats.js';

/** A draft of a resolution with its signatures, and how it stands. */
export interface StandingDocument {
  readonly document: ResolutionDocumentEntity;
  readonly signatures: readonly ResolutionSignatureEntity[];
  readonly state: DocumentState;
  /** Owner ministries that have not signed it. */
  readonly waiting: readonly string[];
}

/**
 * The secretariat drafts the resolution of a closed meeting (의결서): everything on its agenda, resolved. Drafting what did not
 * change since is refused; a changed one is a draft of its own, which nobody has signed yet.
 */
export async function draftResolution(tx: Tx, actor: Actor, input: { meetingId: string }): Promise<StandingDocument> {
  const { meeting, round } = await lockMeeting(tx, actor, input.meetingId, 'draftResolution');
  if (meeting.state !== 'closed') throw meetingNotNow(meeting, 'draft-resolution');
  if (!hasReached(round.state, 'deliberation')) throw notNow(round, 'draft-resolution');
  const open = await unresolvedItems(tx.manager, meeting);
  if (open > 0) throw refused('committee.items-open', [], { count: open });
  const content = await documentContent(tx.manager, meeting);
  const hash = contentHash(content);
  const last = await newestDocument(tx.manager, meeting.id);
  if (last?.contentHash === hash) throw refused('committee.draft-same', ['sign-resolution'], { no: last.no });
  const document: ResolutionDocumentEntity = {
    id: tx.newId(),
    roundId: round.id,
    meetingId: meeting.id,
    no: (last?.no ?? 0) + 1,
    content,
    contentHash: hash,
    draftedBy: actor.personId ?? '',
    draftedAt: tx.now,
  };
  await tx.manager.insert(ResolutionDocumentEntity, document as never);
  await record(tx, document, 'ResolutionDrafted', {
    deviations: content.items.filter(({ deviates }) => deviates).length,
  });
  return standingOf(tx.manager, document, meeting);
}

/**
 * A co-chair signs the very draft (its content hash) for his own ministry. Refused: an older draft, one the records have left behind,
 * another hash than the one read, whoever is no co-chair of an owner on this day, the same person or ministry twice.
 */
export async function signResolution(
  tx: Tx,
  actor: Actor,
  input: { documentId: string; contentHash: string },
): Promise<StandingDocument> {
  const document = await tx.manager.findOneBy(ResolutionDocumentEntity, { id: input.documentId });
  if (document === null || !mayKnow(actor, document.roundId)) throw notFound();
  await readRound(tx.manager, actor, document.roundId);
  authorise(actor, 'signResolution', { roundId: document.roundId });
  const round = await lockRound(tx, actor, document.roundId);
  if (!hasReached(round.state, 'deliberation')) throw notNow(round, 'sign-resolution');
  await lockRow(tx, 'resolution_document', document.id);
  const meeting = await tx.manager.findOneByOrFail(MeetingEntity, { id: document.meetingId });
  const standing = await standingOf(tx.manager, document, meeting);
  const newest = await newestDocument(tx.manager, meeting.id);
  if (newest?.id !== document.id || standing.state === 'stale')
    throw refused(
      'committee.draft-superseded',
      newest?.id === document.id ? ['draft-resolution'] : ['sign-resolution'],
    );
  if (document.contentHash !== input.contentHash) throw refused('committee.other-content', ['sign-resolution']);
  const signature: ResolutionSignatureEntity = {
    id: tx.newId(),
    documentId: document.id,
    ministryId: await chairedMinistry(tx, actor, round.id),
    personId: actor.personId ?? '',
    contentHash: document.contentHash,
    signedAt: tx.now,
  };
  const fault = signatureFault(standing.signatures, signature);
  if (fault !== null) throw new Problem(403, 'committee.four-eyes');
  await tx.manager.insert(ResolutionSignatureEntity, signature);
  const signed = await standingOf(tx.manager, document, meeting);
  const data = { ministryId: signature.ministryId };
  await record(tx, document, signed.state === 'signed' ? 'ResolutionSigned' : 'ResolutionSignatureGiven', data);
  return signed;
}

/** The newest draft of a meeting's resolution; null before the first. */
export async function newestDocument(
  manager: EntityManager,
  meetingId: string,
): Promise<ResolutionDocumentEntity | null> {
  return manager.findOne(ResolutionDocumentEntity, { where: { meetingId }, order: { no: 'DESC' } });
}

/** A draft with its signatures, held against what the records say now. */
export async function standingOf(
  manager: EntityManager,
  document: ResolutionDocumentEntity,
  meeting: MeetingEntity,
): Promise<StandingDocument> {
  const signatures = await manager.find(ResolutionSignatureEntity, {
    where: { documentId: document.id },
    order: { signedAt: 'ASC', id: 'ASC' },
  });
  const currentHash = contentHash(await documentContent(manager, meeting));
  const owners = await ownersOf(manager, document.roundId);
  return {
    document,
    signatures,
    ...documentState({ contentHash: document.contentHash, currentHash, owners, signatures }),
  };
}

async function ownersOf(manager: EntityManager, roundId: string): Promise<string[]> {
  const round = await manager.findOneByOrFail(RoundEntity, { id: roundId });
  const { owners } = await policyOf(manager, round);
  const ids = await organisationIds(manager, owners);
  return owners.flatMap((code) => ids.get(code) ?? []);
}

/** The owner ministry this person is co-chair of today; 403 for every other member. */
async function chairedMinistry(tx: Tx, actor: Actor, roundId: string): Promise<string> {
  const seats = await seatsOf(tx.manager, roundId);
  const own = seats.find(
    (seat) => seat.personId !== null && seat.personId === actor.personId && isSeated(seat, seoulDay(tx.now)),
  );
  const ministryId = own?.chairMinistryId ?? null;
  if (ministryId === null) throw new Problem(403, 'committee.not-a-co-chair');
  return ministryId;
}

/**
 * Plans on a meeting's agenda that still wait for a decision: neither this meeting nor another since the agenda was sent took one.
 * A plan that has its result, like a reserve or a region to be cancelled, waits for none.
 */
async function unresolvedItems(manager: EntityManager, meeting: MeetingEntity): Promise<number> {
  const listed = (meeting.agenda ?? []).flatMap(({ planId }) => planId ?? []);
  const waiting = await plansIn(manager, meeting.roundId, RESOLVABLE);
  const resolved = await manager.findBy(ResolutionEntity, {
    roundId: meeting.roundId,
    resolvedAt: MoreThanOrEqual(meeting.agendaSentAt),
  });
  return waiting.filter(({ id }) => listed.includes(id) && !resolved.some(({ planId }) => planId === id)).length;
}

const record = (
  tx: Tx,
  { id, roundId, meetingId, no, contentHash: hash }: ResolutionDocumentEntity,
  type: string,
  data: Readonly<Record<string, string | number>>,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'resolution-document', id },
    roundId,
    contentHash: hash,
    data: { meetingId, no, ...data },
  });
