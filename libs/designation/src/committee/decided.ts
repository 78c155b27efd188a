import { plansIn } from '@daegaejo/plan';
import { Problem, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import type { RoundEntity } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { type EntityManager, In, Not } from 'typeorm';
import { ResolutionDocumentEntity } from '../store/committee.entity.js';
import { MeetingEntity } from '../store/meeting.entity.js';
import { newestDocument, standingOf } from './resolution-document.js';
import { countingResolutions } from './resolutions.js';

/** 409 with everything the committee still has to do before its decisions can be announced. */
export async function assertDecided(tx: Tx, round: RoundEntity, policy: RoundPolicy): Promise<void> {
  const findings = await undecided(tx.manager, round, policy);
  if (findings.length > 0) throw new Problem(409, 'round.step-held', { action: 'publish' }, { findings, allowed: [] });
}

/**
 * What is missing before the announcement: plans without a decision, plans whose decision was put off (재심의), meetings that are not
 * over, and, where the policy waits for it, the co-chairs' signatures under what every meeting resolved.
 */
export async function undecided(
  manager: EntityManager,
  round: Pick<RoundEntity, 'id'>,
  { deliberation }: RoundPolicy,
): Promise<Finding[]> {
  const resolutions = await countingResolutions(manager, round.id);
  const scored = await plansIn(manager, round.id, ['scored']);
  const open = scored.filter((plan) => !resolutions.some(({ planId }) => planId === plan.id)).length;
  const put = resolutions.filter(({ outcome }) => outcome === 'defer').length;
  const meetings = await manager.countBy(MeetingEntity, { roundId: round.id, state: 'open' });
  const unsigned =
    deliberation.signedResolution === true ? (await unsignedMeetings(manager, round.id, 'all')).length : 0;
  return [
    ...(open > 0 ? [{ field: 'plans', code: 'designation.unresolved', params: { count: open } }] : []),
    ...(put > 0 ? [{ field: 'plans', code: 'designation.deferred', params: { count: put } }] : []),
    ...(meetings > 0 ? [{ field: 'meetings', code: 'designation.meeting-open' }] : []),
    ...(unsigned > 0 ? [{ field: 'resolution', code: 'designation.unsigned', params: { count: unsigned } }] : []),
  ];
}

/** A meeting whose decisions count and whose resolution is not signed: its newest draft that still holds, and who has to sign it. */
export interface UnsignedMeeting {
  readonly meeting: MeetingEntity;
  /** null: there is none, or the records are not what it says any more. */
  readonly document: ResolutionDocumentEntity | null;
  readonly waiting: readonly string[];
}

/** Meetings of a round whose newest draft is not signed by every owner, or is stale; only those that are over, unless all are asked for. */
export async function unsignedMeetings(
  manager: EntityManager,
  roundId: string,
  which: 'closed' | 'all' = 'closed',
): Promise<UnsignedMeeting[]> {
  const resolutions = await countingResolutions(manager, roundId);
  const found: UnsignedMeeting[] = [];
  for (const id of new Set(resolutions.map(({ meetingId }) => meetingId))) {
    const meeting = await manager.findOneByOrFail(MeetingEntity, { id });
    if (which === 'closed' && meeting.state !== 'closed') continue;
    const document = await newestDocument(manager, id);
    const standing = document === null ? null : await standingOf(manager, document, meeting);
    if (standing?.state === 'signed') continue;
    const holds = standing?.state === 'waiting';
    found.push({ meeting, document: holds ? document : null, waiting: holds ? standing.waiting : [] });
  }
  return found;
}

/** Newest drafts that hold and wait for a signature, of meetings other than those known. */
export async function waitingDrafts(
  manager: EntityManager,
  roundId: string,
  known: readonly string[],
): Promise<UnsignedMeeting[]> {
  const documents = await manager.find(ResolutionDocumentEntity, {
    select: { id: true, meetingId: true },
    where: { roundId, meetingId: Not(In([...known])) },
  });
  const found: UnsignedMeeting[] = [];
  for (const id of new Set(documents.map(({ meetingId }) => meetingId))) {
    const document = await newestDocument(manager, id);
    const meeting = await manager.findOneByOrFail(MeetingEntity, { id });
    const standing = document === null ? null : await standingOf(manager, document, meeting);
    if (standing?.state === 'waiting') found.push({ meeting, document, waiting: standing.waiting });
  }
  return found;
}
