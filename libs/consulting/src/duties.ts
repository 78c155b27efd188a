import { type PlanOfDuty, plansOfDuty } from '@daegaejo/plan';
import type { Instant } from '@daegaejo/platform/rules';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked } from '@daegaejo/round';
import { approversOf, type DutyKind, SECRETARIAT, writersOf } from '@daegaejo/round/rules';
import { PHASE, phaseIn } from './rules/index.js';
import { ConsultantAssignmentEntity, OpinionEntity, OpinionTurnEntity } from './store/opinion.entity.js';

/** The term of an answer or an opinion, never beyond the submission it is for. */
function termOf({ round, deadlineOf, dueAfter }: DutyContext, from: Instant, kind: DutyKind): Instant {
  const [term, end] = [dueAfter(from, kind), deadlineOf(PHASE[phaseIn(round.state)].step)];
  return term < end ? term : end;
}

/** Plans with opinions that wait for the province: how many, and since when the oldest. One row a plan. */
async function answersOpen(context: DutyContext): Promise<FoundDuty[]> {
  const phase = phaseIn(context.round.state);
  const select = plansOfDuty(context, PHASE[phase].states);
  const reopened = select
    .subQuery()
    .select('MAX(turn.at)')
    .from(OpinionTurnEntity, 'turn')
    .where('turn.opinionId = opinion.id')
    .getQuery();
  select
    .innerJoin(OpinionEntity, 'opinion', 'opinion.planId = plan.id')
    .addSelect('COUNT(*)', 'count')
    .addSelect(`MIN(CASE WHEN opinion.state = 'reopened' THEN ${reopened} ELSE opinion.issuedAt END)`, 'since')
    .andWhere("opinion.phase = :phase AND opinion.state IN ('issued', 'reopened')", { phase })
    .groupBy('plan.id')
    .addGroupBy('plan.provinceId')
    .addGroupBy('province.shortName');
  const rows = await onlyAsked(select, 'plan.id', context).getRawMany<
    PlanOfDuty & { count: number | string; since: Instant }
  >();
  return rows.map(({ planId, provinceId, province, count, since }) => ({
    subjectId: planId,
    provinceId,
    at: termOf(context, since, 'answer-opinion'),
    since,
    owners: [writersOf(provinceId)],
    superiors: [approversOf(provinceId)],
    params: { province, count: Number(count) },
  }));
}

/** Consultants who were appointed to a plan and have not said a word on it in this phase. */
async function opinionsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const phase = phaseIn(context.round.state);
  const select = plansOfDuty(context, PHASE[phase].states);
  const given = select
    .subQuery()
    .select('1')
    .from(OpinionEntity, 'given')
    .where('given.planId = plan.id AND given.consultantId = assignment.personId AND given.phase = assignment.phase')
    .getQuery();
  select
    .innerJoin(ConsultantAssignmentEntity, 'assignment', 'assignment.planId = plan.id')
    .addSelect('assignment.id', 'assignmentId')
    .addSelect('assignment.personId', 'personId')
    .addSelect('assignment.assignedAt', 'assignedAt')
    .andWhere(`assignment.phase = :phase AND NOT EXISTS ${given}`, { phase })
    .addOrderBy('assignment.id');
  const rows = await onlyAsked(select, 'assignment.id', context).getRawMany<
    PlanOfDuty & { assignmentId: string; personId: string; assignedAt: Instant }
  >();
  return rows.map(({ provinceId, province, assignmentId, personId, assignedAt }) => ({
    subjectId: assignmentId,
    provinceId,
    at: termOf(context, assignedAt, 'give-opinion'),
    since: assignedAt,
    owners: [{ personId }],
    superiors: [SECRETARIAT],
    params: { province },
  }));
}

export const CONSULTING_DUTIES: readonly DutySource[] = [
  dutySource({
    kind: 'answer-opinion',
    clock: 'deadline',
    during: ['pre-intake', 'pre-consulting', 'intake', 'published', 'objection-window', 'finalising'],
    find: answersOpen,
  }),
  dutySource({
    kind: 'give-opinion',
    clock: 'deadline',
    during: ['pre-consulting', 'intake', 'finalising'],
    find: opinionsOpen,
  }),
];
