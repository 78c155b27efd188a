import { changeRecord } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import type { ScoreGate } from '@daegaejo/evaluation';
import { plansIn } from '@daegaejo/plan';
import type { PlanState } from '@daegaejo/plan/rules';
import { type GateContext, RoundEntity, type RoundGate } from '@daegaejo/round';
import { isInTime } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { objectionDeadline, OPEN_OBJECTIONS } from './rules/index.js';
import { ObjectionEntity } from './store/designation.entity.js';
import { ResolutionEntity } from './store/meeting.entity.js';

/** What the decision stage has to say to the round's steps. */
export const DESIGNATION_GATES: readonly RoundGate[] = [
  { action: 'open-objections', effect: setObjectionDeadline },
  { action: 'start-finalising', holds: objectionsOpen },
  {
    action: 'confirm',
    holds: (context) =>
      unfinished(context, ['preselected', 'in-post-consulting', 'final-draft'], 'confirmed', 'designation.unconfirmed'),
  },
  {
    action: 'designate',
    holds: (context) => unfinished(context, ['confirmed'], 'designated', 'designation.undesignated'),
  },
];

/** The committee resolves on a ranking: from its first resolution on, the scores under it stand still. */
export const scoresResolvedOn: ScoreGate = async ({ manager }, roundId) => {
  const count = await manager.countBy(ResolutionEntity, { roundId });
  return count > 0 ? [{ field: 'resolutions', code: 'designation.scores-resolved-on', params: { count } }] : [];
};

/** Days are counted from the announcement, by the policy and its holidays. */
async function setObjectionDeadline({ tx, round, policy }: GateContext): Promise<void> {
  const deadline = objectionDeadline(round.publishedAt ?? tx.now, policy.objection.days, policy.calendar.holidays);
  await changeRecord(tx.manager, RoundEntity, round, { objectionDeadline: deadline });
}

async function objectionsOpen({ tx, round }: GateContext): Promise<Finding[]> {
  const open = await tx.manager.countBy(ObjectionEntity, { roundId: round.id, state: In([...OPEN_OBJECTIONS]) });
  const anew = (await plansIn(tx.manager, round.id, ['re-evaluation'])).length;
  const deadline = round.objectionDeadline;
  return [
    ...(deadline !== null && isInTime(tx.now, deadline)
      ? [{ field: 'action', code: 'round.deadline-ahead', params: { deadline } }]
      : []),
    ...(open > 0 ? [{ field: 'objections', code: 'designation.objections-open', params: { count: open } }] : []),
    ...(anew > 0 ? [{ field: 'plans', code: 're-evaluation.open', params: { count: anew } }] : []),
  ];
}

async function unfinished(
  { tx, round }: GateContext,
  waiting: readonly PlanState[],
  done: PlanState,
  code: string,
): Promise<Finding[]> {
  const open = await plansIn(tx.manager, round.id, waiting);
  const finished = await plansIn(tx.manager, round.id, [done]);
  if (open.length > 0) return [{ field: 'plans', code, params: { count: open.length } }];
  return finished.length === 0 ? [{ field: 'plans', code: 'designation.none' }] : [];
}
