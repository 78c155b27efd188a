import type { Finding } from '@daegaejo/platform/rules';
import {
  type DutyContext,
  type DutySource,
  dutySource,
  type FoundDuty,
  type GateContext,
  onlyAsked,
  type RoundGate,
} from '@daegaejo/round';
import { reviewersOf, SECRETARIAT } from '@daegaejo/round/rules';
import { type PlanOfDuty, plansOfDuty } from '../duties.js';
import { reviewDueAt } from '../rules/index.js';
import { newestVersionsIn, REVIEWABLE, reviewStandings } from './review-standing.query.js';

/** Where the policy asks for it, the evaluation waits for every verdict on the plans that are in it. */
export const REVIEW_GATES: readonly RoundGate[] = [{ action: 'start-evaluation', holds: reviewsMissing }];

async function reviewsMissing({ tx, round, policy }: GateContext): Promise<Finding[]> {
  if (policy.ministryReview?.required !== true) return [];
  const versions = await newestVersionsIn(tx.manager, round.id, ['screened']).getMany();
  const standings = await reviewStandings(tx.manager, versions);
  const count = standings.reduce((sum, { waiting }) => sum + waiting.length, 0);
  return count === 0 ? [] : [{ field: 'subProjects', code: 'plan.reviews-missing', params: { count } }];
}

/** Plans with sub-projects that wait: one duty a plan, of the reviewers of every ministry that has not done with it. */
async function reviewsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, round, policy, deadlineOf } = context;
  if (policy.ministryReview?.required !== true) return [];
  const at = reviewDueAt(deadlineOf('intake'), policy.ministryReview.days);
  const plans = await onlyAsked(plansOfDuty(context, REVIEWABLE), 'plan.id', context).getRawMany<PlanOfDuty>();
  if (plans.length === 0) return [];
  const versions = onlyAsked(newestVersionsIn(manager, round.id, REVIEWABLE), 'plan.id', context);
  const standings = await reviewStandings(manager, await versions.getMany());
  return plans.flatMap(({ planId, provinceId, province }): FoundDuty[] => {
    const waiting = standings.find((standing) => standing.planId === planId)?.waiting ?? [];
    const ministries = [...new Set(waiting.map(({ ministryId }) => ministryId))];
    if (ministries.length === 0) return [];
    return [
      {
        subjectId: planId,
        provinceId,
        at,
        owners: ministries.map(reviewersOf),
        superiors: [SECRETARIAT],
        params: { province },
      },
    ];
  });
}

export const REVIEW_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 'review-sub-projects', clock: 'deadline', during: ['screening'], find: reviewsOpen }),
];
