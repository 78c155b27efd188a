import { authorise, displayNamesOf, OrganisationEntity, organisationsOfKind } from '@daegaejo/identity';
import { type Actor, isPermitted, type OperationId } from '@daegaejo/identity/rules';
import { isRehearsal, invalid, type Reading } from '@daegaejo/platform';
import type { Instant } from '@daegaejo/platform/rules';
import { type PlanEntity, PlanVersionEntity, readPlan } from '@daegaejo/plan';
import { type DiffNames, EMPTY_CONTENT, planPlaces } from '@daegaejo/plan/rules';
import { RoundEntity } from '@daegaejo/round';
import { type EntityManager, In } from 'typeorm';
import { type FollowedOpinion, followUp, type FollowUp, targetOf } from './rules/index.js';
import { OpinionEntity, OpinionTurnEntity } from './store/opinion.entity.js';

/** 후속조치표 of a plan, with what a printed sheet of it says at its head. */
export interface FollowUpSheet {
  readonly planId: string;
  readonly round: string;
  readonly province: string;
  readonly title: string;
  readonly rehearsal: boolean;
  /** When the last of what it shows happened: a submission, an opinion, an answer. */
  readonly asOf: Instant;
  readonly matrix: FollowUp<FollowedOpinion>;
  /** What its places and ministries are called. */
  readonly names: DiffNames;
}

/** Which versions to compare; from the first one an opinion was given on, to the newest, unless told. */
interface Window {
  readonly from?: number;
  readonly to?: number;
}

/**
 * Every opinion on a plan with its answers and what changed for it, and what changed for none. 404 unless the reader sees the plan,
 * 403 for readers who know nothing of consulting; 422 for a version there is not. Names of consultants only for those who may list them.
 */
export async function readFollowUp(
  { manager }: Reading,
  actor: Actor,
  operation: OperationId,
  planId: string,
  window: Window = {},
): Promise<FollowUpSheet> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, operation, plan);
  const versions = await manager.find(PlanVersionEntity, { where: { planId }, order: { no: 'ASC' } });
  const opinions = await followedOpinions(manager, versions, planId, isPermitted(actor, 'listConsultants', plan));
  const { to = plan.versionNo, from = Math.min(1, to, ...opinions.map(({ onVersionNo }) => onVersionNo)) } = window;
  assertWindow(plan, from, to);
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const province = await manager.findOneByOrFail(OrganisationEntity, { id: plan.provinceId });
  const ministries = await organisationsOfKind(manager, 'ministry');
  return {
    planId,
    round: round.title,
    province: province.shortName,
    title: plan.filedTitle ?? '',
    rehearsal: await isRehearsal(manager),
    asOf: lastOf(plan, versions, opinions),
    matrix: followUp(versions, opinions, { from, to }),
    names: {
      places: planPlaces(versions.map(({ content }) => content)),
      ministries: new Map(ministries.map(({ code, shortName }) => [code, shortName])),
    },
  };
}

const lastOf = (
  { createdAt }: PlanEntity,
  versions: readonly PlanVersionEntity[],
  opinions: readonly FollowedOpinion[],
): Instant =>
  [
    createdAt,
    ...versions.map(({ submittedAt }) => submittedAt),
    ...opinions.flatMap(({ issuedAt, answers }) => [issuedAt, ...answers.map(({ at }) => at)]),
  ].reduce((last, at) => (at > last ? at : last));

function assertWindow(plan: PlanEntity, from: number, to: number): void {
  const wrong = [...(from > to ? ['from'] : []), ...(to > plan.versionNo ? ['to'] : [])];
  if (wrong.length > 0)
    throw invalid(
      wrong.map((field) => ({ field, code: 'consulting.version-unknown', params: { newest: plan.versionNo } })),
    );
}

async function followedOpinions(
  manager: EntityManager,
  versions: readonly PlanVersionEntity[],
  planId: string,
  named: boolean,
): Promise<FollowedOpinion[]> {
  const opinions = await manager.find(OpinionEntity, { where: { planId }, order: { issuedAt: 'ASC', id: 'ASC' } });
  const turns = await manager.find(OpinionTurnEntity, {
    where: { opinionId: In(opinions.map(({ id }) => id)), kind: 'answer' },
    order: { no: 'ASC' },
  });
  const consultants = named ? opinions.map(({ consultantId }) => consultantId) : [];
  const names = await displayNamesOf(manager, consultants);
  return opinions.map((opinion) => ({
    id: opinion.id,
    phase: opinion.phase,
    consultingRound: opinion.consultingRound,
    severity: opinion.severity,
    section: opinion.section,
    target: opinion.target ?? targetBefore(opinion, versions),
    text: opinion.text,
    consultant: names.get(opinion.consultantId) ?? null,
    meetingId: opinion.meetingId,
    issuedAt: opinion.issuedAt,
    dueAt: opinion.dueAt,
    state: opinion.state,
    onVersionNo: opinion.onVersionNo,
    answers: turns
      .filter(({ opinionId }) => opinionId === opinion.id)
      .map((turn) => ({
        answer: turn.answer ?? 'not-adopted',
        reason: turn.text,
        at: turn.at,
        changes: turn.changes ?? [],
        inVersionNo: turn.inVersionNo ?? versionAfter(turn.at, versions),
      })),
  }));
}

/** What an opinion of before targets were kept is about; where its words name nothing, they stand as they are. */
function targetBefore({ section, onVersionNo }: OpinionEntity, versions: readonly PlanVersionEntity[]): string {
  const read = versions.find(({ no }) => no === onVersionNo);
  return targetOf(section, read?.content ?? EMPTY_CONTENT) ?? section;
}

/** The first version submitted after a moment; the one to come where there is none yet. */
function versionAfter(at: string, versions: readonly PlanVersionEntity[]): number {
  return versions.find(({ submittedAt }) => submittedAt > at)?.no ?? versions.length + 1;
}
