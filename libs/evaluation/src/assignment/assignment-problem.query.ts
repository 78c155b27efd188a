import type { Reading } from '@daegaejo/platform';
import { type PlanEntity, plansIn } from '@daegaejo/plan';
import type { RoundEntity } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { conflictsBetween } from '../panel/conflicts.js';
import { requiredSheets } from '../rules/index.js';
import type { AssignmentProblem } from '../rules/assignment-plan/index.js';
import { EvaluatorAssignmentEntity, PanelMemberEntity } from '../store/evaluation.entity.js';
import { EvaluatorProfileEntity } from '../store/panel.entity.js';

/** What the secretariat asks of a proposal beyond the round's policy; counts of people and plans. */
export interface ProposalWish {
  readonly stage: string;
  readonly reviewsPerPlan?: number;
  readonly minLoad?: number;
  readonly maxLoad?: number;
  readonly industryShare?: { readonly of: number; readonly per: number } | null;
  readonly fieldsPerPlan?: number;
  /** Pairs of members that never sit on one plan together. */
  readonly notTogether?: readonly { readonly memberId: string; readonly otherId: string }[];
  readonly planFields?: readonly { readonly planId: string; readonly fields: readonly string[] }[];
}

/** The round's plans, its pledged members and everything that stands between them, as the optimiser reads it. */
export async function readAssignmentProblem(
  { manager }: Pick<Reading, 'manager'>,
  round: RoundEntity,
  policy: RoundPolicy,
  wish: ProposalWish,
): Promise<AssignmentProblem> {
  const plans = await plansIn(manager, round.id, ['screened', 'under-evaluation']);
  const members = await manager.findBy(PanelMemberEntity, { roundId: round.id, series: 'first', state: 'pledged' });
  const personIds = members.map(({ personId }) => personId);
  const profiles = await manager.findBy(EvaluatorProfileEntity, { personId: In(personIds) });
  const profileOf = new Map(profiles.map((profile) => [profile.personId, profile]));
  const memberOf = new Map(members.map((member) => [member.personId, member.id]));
  const assignments = await manager.findBy(EvaluatorAssignmentEntity, { roundId: round.id, personId: In(personIds) });
  const between = await conflictsBetween(manager, policy, personIds, plans);
  const fieldsOf = new Map(wish.planFields?.map(({ planId, fields }) => [planId, fields]));
  const reviews = wish.reviewsPerPlan ?? policy.panel?.reviewsPerPlan ?? requiredSheets(policy, wish.stage);
  const kept = assignments.filter(({ state, stage }) => state === 'active' && stage === wish.stage);
  const keptOn = (planId: string): number => kept.filter((assignment) => assignment.planId === planId).length;
  return {
    plans: plans.map(({ id }) => ({ id, reviews: Math.max(reviews, keptOn(id)), fields: fieldsOf.get(id) ?? [] })),
    evaluators: members.map(({ id, personId }) => ({
      id,
      industry: profileOf.get(personId)?.industry ?? false,
      fields: profileOf.get(personId)?.fields ?? [],
      minLoad: wish.minLoad ?? 0,
      maxLoad: wish.maxLoad ?? policy.panel?.maxLoad ?? plans.length,
    })),
    conflicts: [...barred(plans, personIds, between, memberOf), ...left(assignments, memberOf)],
    fixed: kept.flatMap(({ planId, personId }) => pairOf(planId, memberOf.get(personId))),
    rules: {
      industryShare: wish.industryShare === undefined ? (policy.panel?.industryShare ?? null) : wish.industryShare,
      fieldsPerPlan: wish.fieldsPerPlan ?? policy.panel?.fieldsPerPlan ?? 0,
      notTogether: (wish.notTogether ?? []).map(({ memberId, otherId }) => [memberId, otherId] as const),
    },
  };
}

const pairOf = (planId: string, memberId: string | undefined): (readonly [string, string])[] =>
  memberId === undefined ? [] : [[planId, memberId]];

/** Whom a conflict rule keeps from a plan. */
function barred(
  plans: readonly PlanEntity[],
  personIds: readonly string[],
  between: (personId: string, planId: string) => readonly unknown[],
  memberOf: ReadonlyMap<string, string>,
): (readonly [string, string])[] {
  return plans.flatMap((plan) =>
    personIds
      .filter((personId) => between(personId, plan.id).length > 0)
      .flatMap((personId) => pairOf(plan.id, memberOf.get(personId))),
  );
}

/** Who left a plan does not come back to it. */
const left = (
  assignments: readonly EvaluatorAssignmentEntity[],
  memberOf: ReadonlyMap<string, string>,
): (readonly [string, string])[] =>
  assignments
    .filter(({ state }) => state !== 'active')
    .flatMap(({ planId, personId }) => pairOf(planId, memberOf.get(personId)));
