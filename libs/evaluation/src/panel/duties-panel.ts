import type { Instant } from '@daegaejo/platform/rules';
import { PlanEntity } from '@daegaejo/plan';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked, roundColumn } from '@daegaejo/round';
import { OFFICERS, SECRETARIAT } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { labelPlans } from '../results/filed-plans.js';
import { LEAVING } from './end-assignment.js';
import { PanelMemberEntity } from '../store/evaluation.entity.js';
import { ChallengeEntity, ChallengeVoteEntity } from '../store/panel.entity.js';
import { electorsOf } from '../store/challenges.js';

/** Challenges the secretariat has neither put to the members nor dismissed. */
async function challengesToPut(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, round } = context;
  const select = manager
    .createQueryBuilder(ChallengeEntity, 'challenge')
    .where(`${roundColumn('challenge.roundId', context)} = :roundId AND challenge.state = 'filed'`, {
      roundId: round.id,
    })
    .orderBy('challenge.id');
  const rows = await onlyAsked(select, 'challenge.id', context).getMany();
  const plans = await manager.findBy(PlanEntity, { id: In(rows.map(({ planId }) => planId)) });
  const labels = new Map((await labelPlans(manager, plans)).map(({ planId, label }) => [planId, label]));
  return rows.map(({ id, planId, filedAt }) => ({
    subjectId: id,
    at: filedAt,
    owners: [SECRETARIAT],
    superiors: [OFFICERS],
    params: { province: labels.get(planId) ?? '' },
  }));
}

/** Members whose vote is missing: one duty a member, due with the challenge that was filed first. */
async function votesMissing(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, round, only } = context;
  const open = await manager.find(ChallengeEntity, {
    where: { roundId: round.id, state: 'put-to-members' },
    order: { filedAt: 'ASC', id: 'ASC' },
  });
  if (open.length === 0) return [];
  const members = await manager.find(PanelMemberEntity, {
    where: { roundId: round.id, series: 'first', state: 'pledged', ...(only === null ? {} : { id: In([...only]) }) },
    order: { id: 'ASC' },
  });
  const missing = new Map<string, Instant[]>();
  for (const challenge of open) {
    const votes = await manager.findBy(ChallengeVoteEntity, { challengeId: challenge.id });
    const voted = new Set(votes.map(({ personId }) => personId));
    for (const personId of await electorsOf(manager, challenge))
      if (!voted.has(personId)) missing.set(personId, [...(missing.get(personId) ?? []), challenge.filedAt]);
  }
  return members.flatMap(({ id, personId }): FoundDuty[] => {
    const [first, ...others] = missing.get(personId) ?? [];
    if (first === undefined) return [];
    const count = others.length + 1;
    return [
      { subjectId: id, ...dueOf(context, first), owners: [{ personId }], superiors: [SECRETARIAT], params: { count } },
    ];
  });
}

/** A term from the filing, for the members decide on what the applicant asked; before the scoring ends, where it has not. */
function dueOf({ deadlineOf, dueAfter }: DutyContext, filedAt: Instant): { at: Instant; since: Instant } {
  const [term, end] = [dueAfter(filedAt, 'vote-on-challenge'), deadlineOf('scoring')];
  return { at: filedAt < end && end < term ? end : term, since: filedAt };
}

export const PANEL_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 'put-challenge', clock: 'stalled', during: LEAVING, find: challengesToPut }),
  dutySource({ kind: 'vote-on-challenge', clock: 'deadline', during: LEAVING, find: votesMissing }),
];
