import { type PlanOfDuty, plansOfDuty } from '@daegaejo/plan';
import type { Instant } from '@daegaejo/platform/rules';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked } from '@daegaejo/round';
import { approversOf, type DutyKind, SECRETARIAT, writersOf } from '@daegaejo/round/rules';
import { PHASE, phaseIn } from './rules/index.js';
import {
  ConsultantAssignmentEntity,
  ConsultantDismissalEntity,
  OpinionEntity,
  OpinionTurnEntity,
} from './store/opinion.entity.js';
import { ConsultingRoundEntity } from './store/session.entity.js';

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** The term of an answer or an opinion, never beyond the submission it is for. */
function termOf({ round, deadlineOf, dueAfter }: DutyContext, from: Instant, kind: DutyKind): Instant {
  return earlier(dueAfter(from, kind), deadlineOf(PHASE[phaseIn(round.state)].step));
}

/**
 * Plans with opinions that wait for the province: how many, and since when the oldest. One row a plan. Where a consultant set an
 * earlier day for his opinion, that day counts; for an answer that is wanted again it does not any more.
 */
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
    .addSelect(`MIN(CASE WHEN opinion.state = 'issued' THEN opinion.dueAt END)`, 'dueAt')
    .andWhere("opinion.phase = :phase AND opinion.state IN ('issued', 'reopened')", { phase })
    .groupBy('plan.id')
    .addGroupBy('plan.provinceId')
    .addGroupBy('province.shortName');
  const rows = await onlyAsked(select, 'plan.id', context).getRawMany<
    PlanOfDuty & { count: number | string; since: Instant; dueAt: Instant | null }
  >();
  return rows.map(({ planId, provinceId, province, count, since, dueAt }) => {
    const term = termOf(context, since, 'answer-opinion');
    return {
      subjectId: planId,
      provinceId,
      at: dueAt === null ? term : earlier(term, dueAt),
      since,
      owners: [writersOf(provinceId)],
      superiors: [approversOf(provinceId)],
      params: { province, count: Number(count) },
    };
  });
}

/** Consultants of a plan who have not said a word on it in an open round of consulting; one row a consultant. */
async function opinionsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const phase = phaseIn(context.round.state);
  const select = plansOfDuty(context, PHASE[phase].states);
  const given = select
    .subQuery()
    .select('1')
    .from(OpinionEntity, 'given')
    .where(
      `given.planId = plan.id AND given.consultantId = assignment.personId AND given.phase = assignment.phase
        AND given.consultingRound = session.no`,
    )
    .getQuery();
  const later = select
    .subQuery()
    .select('1')
    .from(ConsultingRoundEntity, 'later')
    .where(
      'later.planId = plan.id AND later.phase = session.phase AND later.closedAt IS NULL AND later.no > session.no',
    )
    .getQuery();
  const ended = select
    .subQuery()
    .select('1')
    .from(ConsultantDismissalEntity, 'ended')
    .where('ended.assignmentId = assignment.id')
    .getQuery();
  select
    .innerJoin(ConsultantAssignmentEntity, 'assignment', 'assignment.planId = plan.id')
    .innerJoin(
      ConsultingRoundEntity,
      'session',
      `session.planId = plan.id AND session.phase = assignment.phase AND session.closedAt IS NULL AND NOT EXISTS ${later}`,
    )
    .addSelect('assignment.id', 'assignmentId')
    .addSelect('assignment.personId', 'personId')
    .addSelect(
      'CASE WHEN session.openedAt > assignment.assignedAt THEN session.openedAt ELSE assignment.assignedAt END',
      'since',
    )
    .andWhere(`assignment.phase = :phase AND NOT EXISTS ${given} AND NOT EXISTS ${ended}`, { phase })
    .addOrderBy('assignment.id');
  const rows = await onlyAsked(select, 'assignment.id', context).getRawMany<
    PlanOfDuty & { assignmentId: string; personId: string; since: Instant }
  >();
  return rows.map(({ provinceId, province, assignmentId, personId, since }) => ({
    subjectId: assignmentId,
    provinceId,
    at: termOf(context, since, 'give-opinion'),
    since,
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
