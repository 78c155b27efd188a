import { authorise, OrganisationEntity } from '@daegaejo/identity';
import { type Actor, organisationsOf, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import {
  assertVersion,
  changeRecord,
  invalid,
  notFound,
  type Page,
  pageById,
  type PageQuery,
  type Reading,
  refused,
  type Tx,
} from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { type DutySource, lockRound, notNow, readRound } from '@daegaejo/round';
import { dutyKey } from '@daegaejo/round/rules';
import { Brackets, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { RequestView } from './http/calendar.dto.js';
import { askedPeople } from './notify.js';
import { NOT_UNDER_WAY, REQUEST_TABLE, type RequestAction, type RequestKind } from './rules/index.js';
import { DeadlineRequestEntity } from './store/reminder.entity.js';

const ASKED_ROLES = ['province-writer', 'province-approver', 'ministry-reviewer', 'ministry-officer'] as const;

/** The secretariat asks a province or a ministry for something by a moment (기한 요청). */
export async function issueRequest(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; organisationId: string; kind: RequestKind; title: string; text: string; dueAt: string },
): Promise<DeadlineRequestEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'issueRequest', { roundId: round.id });
  if (NOT_UNDER_WAY.includes(round.state)) throw notNow(round, 'issue-request');
  const organisation = await tx.manager.findOneBy(OrganisationEntity, { id: input.organisationId });
  if (organisation === null || !['province', 'ministry'].includes(organisation.kind))
    throw invalid([{ field: 'organisationId', code: 'request.organisation' }]);
  if (input.dueAt <= tx.now) throw invalid([{ field: 'dueAt', code: 'request.due-past', params: { now: tx.now } }]);
  const request: DeadlineRequestEntity = {
    ...input,
    id: tx.newId(),
    state: REQUEST_TABLE.initial,
    issuedBy: actor.personId ?? '',
    issuedAt: tx.now,
    answer: null,
    answeredAt: null,
    version: 1,
  };
  await tx.manager.insert(DeadlineRequestEntity, request);
  await record(tx, request, 'RequestIssued', null);
  return request;
}

/** The asked organisation answers. After the deadline too: late is better than never, and the record shows it. */
export async function answerRequest(
  tx: Tx,
  actor: Actor,
  input: { requestId: string; answer: string; expectedVersion: number | null },
): Promise<DeadlineRequestEntity> {
  const request = await readRequest(tx.manager, actor, input.requestId);
  authorise(actor, 'answerRequest', { ...request, ...asOwner(request) });
  assertVersion(request, input.expectedVersion);
  return move(tx, request, 'answer', 'RequestAnswered', { answer: input.answer, answeredAt: tx.now });
}

/** The secretariat accepts the answer, asks again, or takes the request back. */
export async function decideRequest(
  tx: Tx,
  actor: Actor,
  input: { requestId: string; decision: Exclude<RequestAction, 'answer'>; expectedVersion: number | null },
): Promise<DeadlineRequestEntity> {
  const request = await readRequest(tx.manager, actor, input.requestId);
  authorise(actor, 'decideRequest', { roundId: request.roundId });
  assertVersion(request, input.expectedVersion);
  return move(tx, request, input.decision, input.decision === 'reopen' ? 'RequestReopened' : 'RequestDecided', {});
}

export async function getRequest({ manager }: Reading, actor: Actor, id: string): Promise<DeadlineRequestEntity> {
  return readRequest(manager, actor, id);
}

export async function listRequests(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<RequestView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listRequests', { roundId });
  const select = manager
    .createQueryBuilder(DeadlineRequestEntity, 'request')
    .where('request.roundId = :roundId', { roundId });
  return pageById(visibleRequests(actor, select), 'request', query, requestView);
}

/** The one scope of requests: those to one's own organisation; staff and auditors of the round all. */
function visibleRequests(
  actor: Actor,
  select: SelectQueryBuilder<DeadlineRequestEntity>,
): SelectQueryBuilder<DeadlineRequestEntity> {
  return select.andWhere(
    new Brackets((or) => {
      or.where('1 = 0');
      const own = organisationsOf(actor, ASKED_ROLES);
      if (own.length > 0) or.orWhere('request.organisationId IN (:...own)', { own });
      const rounds = roundsOf(actor, [...STAFF_ROLES, 'auditor']);
      if (rounds === 'all') or.orWhere('1 = 1');
      else if (rounds.length > 0) or.orWhere('request.roundId IN (:...rounds)', { rounds });
    }),
  );
}

async function readRequest(manager: EntityManager, actor: Actor, id: string): Promise<DeadlineRequestEntity> {
  const select = manager.createQueryBuilder(DeadlineRequestEntity, 'request').where('request.id = :id', { id });
  const request = await visibleRequests(actor, select).getOne();
  if (request === null) throw notFound();
  return request;
}

const asOwner = ({ organisationId }: DeadlineRequestEntity) => ({
  provinceId: organisationId,
  ministryIds: [organisationId],
});

async function move(
  tx: Tx,
  request: DeadlineRequestEntity,
  action: RequestAction,
  type: string,
  change: Partial<DeadlineRequestEntity>,
): Promise<DeadlineRequestEntity> {
  const state = nextState(REQUEST_TABLE, request.state, action);
  if (state === null)
    throw refused('request.not-now', allowedActions(REQUEST_TABLE, request.state), { state: request.state, action });
  const moved = await changeRecord(tx.manager, DeadlineRequestEntity, request, { ...change, state });
  await record(tx, moved, type, request.state);
  return moved;
}

const record = (tx: Tx, request: DeadlineRequestEntity, type: string, from: string | null): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'request', id: request.id },
    roundId: request.roundId,
    provinceId: request.organisationId,
    from,
    to: request.state,
    data: { kind: request.kind, organisationId: request.organisationId },
    audience: 'province',
  });

export const requestView = (request: DeadlineRequestEntity): RequestView => ({
  id: request.id,
  roundId: request.roundId,
  organisationId: request.organisationId,
  kind: request.kind,
  state: request.state,
  title: request.title,
  text: request.text,
  dueAt: request.dueAt,
  issuedAt: request.issuedAt,
  answer: request.answer,
  answeredAt: request.answeredAt,
  allowed: allowedActions(REQUEST_TABLE, request.state),
  version: request.version,
});

/** Requests that wait for an answer are duties of the asked organisation. */
export const REQUEST_DUTIES: DutySource = {
  kinds: ['answer-request'],
  open: async ({ manager, round, only }) => {
    const rows = await manager.findBy(DeadlineRequestEntity, {
      roundId: round.id,
      state: 'issued',
      ...(only === null ? {} : { id: In([...only]) }),
    });
    return rows.map((request) => ({
      key: dutyKey('answer-request', request.id),
      kind: 'answer-request',
      subjectId: request.id,
      provinceId: request.organisationId,
      clock: 'deadline',
      at: request.dueAt,
      since: request.issuedAt,
      owners: askedPeople(request.organisationId),
      superiors: [{ role: 'secretariat', organisationId: null }],
      params: { title: request.title },
    }));
  },
};
