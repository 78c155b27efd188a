import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '@daegaejo/platform/rules';
import {
  type DutyContext,
  type DutySource,
  dutySource,
  type FoundDuty,
  onlyAsked,
  roundColumn,
  roundDutySource,
} from '@daegaejo/round';
import { ROUND_STATES, SECRETARIAT } from '@daegaejo/round/rules';
import { PlanEntity } from '@daegaejo/plan';
import type { EntityManager } from 'typeorm';
import { type PanelSeries, SHEETS_IN_HAND, type SheetState } from './rules/index.js';
import {
  EvaluatorAssignmentEntity,
  PanelMemberEntity,
  ScoreAggregateEntity,
  ScoreSheetEntity,
} from './store/evaluation.entity.js';
import { ReEvaluationPanelEntity } from './store/new-panel.entity.js';
import { chairsOf } from './store/evaluations.js';

/** From the call to the end of the scoring, and again while plans are evaluated anew. */
const BEFORE_LOCK = [
  ...ROUND_STATES.slice(ROUND_STATES.indexOf('announced'), ROUND_STATES.indexOf('scores-locked')),
  'objection-window' as const,
];

/** Whose duties the sources look for: while objections are dealt with those of the new panels. */
const seriesOf = ({ round }: DutyContext): PanelSeries =>
  round.state === 'objection-window' ? 're-evaluation' : 'first';

async function pledgesOpen(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, round, deadlineOf, dueAfter } = context;
  const select = manager
    .createQueryBuilder(PanelMemberEntity, 'member')
    .select('member.id', 'memberId')
    .addSelect('member.personId', 'personId')
    .addSelect('member.invitedAt', 'invitedAt')
    .where(`${roundColumn('member.roundId', context)} = :roundId AND member.state IN ('invited', 'accepted')`, {
      roundId: round.id,
    })
    .andWhere('member.series = :series', { series: seriesOf(context) })
    .orderBy('member.id');
  const rows = await onlyAsked(select, 'member.id', context).getRawMany<{
    memberId: string;
    personId: string;
    invitedAt: Instant;
  }>();
  const end = round.state === 'objection-window' ? null : deadlineOf('scoring');
  return rows.map(({ memberId, personId, invitedAt }) => {
    const term = dueAfter(invitedAt, 'sign-pledge');
    return {
      subjectId: memberId,
      at: end === null || term < end ? term : end,
      since: invitedAt,
      owners: [{ personId }],
      superiors: [SECRETARIAT],
    };
  });
}

/** Evaluators looked at by one statement: the loop is free between two parts of a very large panel. */
const PART = 500;

/**
 * Evaluators with sheets in hand and how many: one row an evaluator. After the lock these are substitutes, who came when the
 * deadline was over: they get the term the panel has for its pledge, from their assignment on. A new panel has the term of the
 * re-evaluation; who evaluates several plans anew hears of the one that ends first.
 */
async function scoringOpen(context: DutyContext): Promise<FoundDuty[]> {
  const asked = context.only ?? (await memberIds(context));
  const deadline = context.deadlineOf('scoring');
  const substitutes = context.round.state === 'scores-locked';
  const anew = seriesOf(context) === 're-evaluation';
  const found: FoundDuty[] = [];
  for (let start = 0; start < asked.length; start += PART) {
    if (start > 0) await nextTurn();
    const part = asked.slice(start, start + PART);
    for (const { memberId, personId, count, since, scoreBy } of await sheetsInHand(context, part))
      found.push({
        subjectId: memberId,
        ...(substitutes ? { at: context.dueAfter(since, 'sign-pledge'), since } : { at: deadline }),
        ...(anew && scoreBy !== null ? { at: scoreBy, since } : {}),
        owners: [{ personId }],
        superiors: [SECRETARIAT],
        params: { count: Number(count) },
      });
  }
  return found;
}

async function memberIds(context: DutyContext): Promise<string[]> {
  const { manager, round } = context;
  const select = manager.createQueryBuilder(PanelMemberEntity, 'member').select('member.id', 'id');
  const rows = await select
    .where('member.roundId = :roundId AND member.series = :series', { roundId: round.id, series: seriesOf(context) })
    .orderBy('member.id')
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

/**
 * Counted by the store. The way leads over the plans, because the index of assignments does: whoever asks for one evaluator
 * does not read the sheets of all the others.
 */
function sheetsInHand(asked: DutyContext, only: readonly string[]) {
  const { manager, round, dialect } = asked;
  const context = { dialect, only };
  return manager
    .createQueryBuilder(PanelMemberEntity, 'member')
    .innerJoin(PlanEntity, 'plan', 'plan.roundId = member.roundId')
    .innerJoin(
      EvaluatorAssignmentEntity,
      'assignment',
      "assignment.planId = plan.id AND assignment.personId = member.personId AND assignment.state = 'active'",
    )
    .innerJoin(ScoreSheetEntity, 'sheet', 'sheet.assignmentId = assignment.id')
    .leftJoin(ReEvaluationPanelEntity, 'panel', 'panel.planId = plan.id')
    .select('member.id', 'memberId')
    .addSelect('member.personId', 'personId')
    .addSelect('COUNT(*)', 'count')
    .addSelect('MAX(assignment.assignedAt)', 'since')
    .addSelect('MIN(panel.scoreBy)', 'scoreBy')
    .where(`${roundColumn('member.roundId', context)} = :roundId AND member.id IN (:...only)`, {
      roundId: round.id,
      only,
    })
    .andWhere('sheet.state IN (:...inHand) AND member.series = :series', {
      inHand: SHEETS_IN_HAND,
      series: seriesOf(asked),
    })
    .groupBy('member.id')
    .addGroupBy('member.personId')
    .orderBy('member.id')
    .getRawMany<{
      memberId: string;
      personId: string;
      count: number | string;
      since: Instant;
      scoreBy: Instant | null;
    }>();
}

/** Since when every sheet is in; null while one is in hand, or there is none. */
async function allSheetsIn({ manager, round }: DutyContext): Promise<Instant | null> {
  const sheets = (states: readonly SheetState[]) =>
    manager
      .createQueryBuilder(ScoreSheetEntity, 'sheet')
      .where('sheet.roundId = :roundId AND sheet.state IN (:...states)', { roundId: round.id, states });
  if (await sheets(SHEETS_IN_HAND).getExists()) return null;
  const last = await sheets(['submitted']).select('MAX(sheet.submittedAt)', 'at').getRawOne<{ at: Instant | null }>();
  return last?.at ?? null;
}

/** When the newest ranking was computed, shown already or not; its marks stay where they are. null = there is none. */
export async function rankedAt(manager: EntityManager, roundId: string): Promise<Instant | null> {
  const newest = await manager
    .createQueryBuilder(ScoreAggregateEntity, 'ranking')
    .select('ranking.createdAt', 'at')
    .where('ranking.roundId = :roundId', { roundId })
    .orderBy('ranking.no', 'DESC')
    .limit(1)
    .getRawOne<{ at: Instant }>();
  return newest?.at ?? null;
}

export const EVALUATION_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 'sign-pledge', clock: 'deadline', during: BEFORE_LOCK, find: pledgesOpen }),
  dutySource({
    kind: 'score-plans',
    clock: 'deadline',
    during: ['evaluating', 'scores-locked', 'objection-window'],
    find: scoringOpen,
  }),
  roundDutySource({
    kind: 'lock-panel',
    clock: 'stalled',
    during: ['evaluating', 'scores-locked'],
    find: async (context) => {
      const at = await allSheetsIn(context);
      if (at === null) return null;
      const chairs = await chairsOf(context.manager, context.round.id);
      return { at, owners: chairs.map((personId) => ({ personId })), superiors: [SECRETARIAT] };
    },
  }),
];
