import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding, type Instant } from '@daegaejo/platform/rules';
import { lockPlan, movePlan, newestVersion, type PlanEntity } from '@daegaejo/plan';
import { EMPTY_CONTENT, outwardState, PLAN_SECTIONS, PLAN_TABLE } from '@daegaejo/plan/rules';
import { phaseOf, type Severity, targetOf } from './rules/index.js';
import { activeAssignments, openConsultingRoundOf } from './store/consultings.js';
import { OpinionEntity } from './store/opinion.entity.js';
import { ConsultingMeetingEntity } from './store/session.entity.js';

export interface NewOpinion {
  readonly planId: string;
  /** What it is about, as the consultant wrote it. */
  readonly place: { readonly field: 'target' | 'section'; readonly path: string };
  readonly text: string;
  readonly severity: Severity;
  readonly dueAt: Instant | null;
  readonly meetingId: string | null;
}

/**
 * An appointed consultant gives an opinion on a section, a row or an attachment of the version he read (의견 제시). It belongs to the
 * newest open round of consulting; 409 where there is none, 422 where that version has no such place.
 */
export async function issueOpinion(tx: Tx, actor: Actor, input: NewOpinion): Promise<OpinionEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  const assignments = await activeAssignments(tx.manager, plan.id);
  authorise(actor, 'issueOpinion', { ...plan, people: assignments.map((assignment) => assignment.personId) });
  const phase = phaseOf(plan.state);
  const appointed = assignments.some(
    (assignment) => assignment.personId === actor.personId && assignment.phase === phase,
  );
  if (phase === null || !appointed) {
    const state = outwardState(plan.state);
    throw refused('consulting.not-now', allowedActions(PLAN_TABLE, state), { state });
  }
  const round = await openConsultingRoundOf(tx.manager, plan.id, phase);
  if (round === null) throw refused('consulting.no-open-round', ['openConsultingRound'], { phase });
  const version = await newestVersion(tx.manager, plan);
  const target = targetOf(input.place.path, version?.content ?? EMPTY_CONTENT);
  assertNone(await opinionFindings(tx, input, target));
  const opinion: OpinionEntity = {
    id: tx.newId(),
    planId: plan.id,
    consultantId: actor.personId ?? '',
    phase,
    state: 'issued',
    consultingRound: round.no,
    severity: input.severity,
    section: input.place.path,
    target,
    onVersionNo: plan.versionNo,
    text: input.text,
    meetingId: input.meetingId,
    issuedAt: tx.now,
    dueAt: input.dueAt,
    version: 1,
  };
  await tx.manager.insert(OpinionEntity, opinion);
  await recordOpinion(tx, plan, opinion, { type: 'OpinionIssued', from: null, to: 'issued' });
  if (plan.state === 'in-pre-consulting') await movePlan(tx, plan, 'receive-opinion');
  return opinion;
}

async function opinionFindings(
  { manager, now }: Tx,
  { planId, place, dueAt, meetingId }: NewOpinion,
  target: string | null,
): Promise<Finding[]> {
  const met = meetingId === null || (await manager.existsBy(ConsultingMeetingEntity, { id: meetingId, planId }));
  const sections = PLAN_SECTIONS.join(', ');
  return [
    ...(target === null ? [{ field: place.field, code: 'consulting.target-unknown', params: { sections } }] : []),
    ...(dueAt !== null && dueAt <= now ? [{ field: 'dueAt', code: 'consulting.due-past', params: { now } }] : []),
    ...(met ? [] : [{ field: 'meetingId', code: 'consulting.meeting-unknown' }]),
  ];
}

/** A step of an opinion in the history; readable by the province it is for. */
export async function recordOpinion(
  tx: Tx,
  plan: PlanEntity,
  opinion: OpinionEntity,
  event: { type: string; from: string | null; to: string; reason?: string | null },
): Promise<void> {
  await tx.record({
    ...event,
    subject: { kind: 'opinion', id: opinion.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    data: { planId: plan.id, phase: opinion.phase, section: opinion.section, personId: opinion.consultantId },
    audience: 'province',
  });
}
