import { organisationIds, OrganisationEntity } from '@daegaejo/identity';
import { type PlanOfDuty, plansOfDuty, PlanVersionEntity } from '@daegaejo/plan';
import type { PlanState } from '@daegaejo/plan/rules';
import type { Instant } from '@daegaejo/platform/rules';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked } from '@daegaejo/round';
import { approversOf, isInTime, OFFICERS, officersOf, SECRETARIAT } from '@daegaejo/round/rules';
import { COMMITTEE_DUTIES } from './committee/duties.js';
import { OPEN_OBJECTIONS, type ReviewOfVersion, reviewStanding, stillToAct } from './rules/index.js';
import { DesignationEntity, MinistryReviewEntity, ObjectionEntity } from './store/designation.entity.js';

/** Plans that may still object; a chance, not a duty: whoever lets it pass has neglected nothing, so nobody hears of it. */
async function objectionsPossible(context: DutyContext): Promise<FoundDuty[]> {
  const { round, now } = context;
  const at = round.objectionDeadline;
  if (at === null || !isInTime(now, at)) return [];
  const select = plansOfDuty(context, ['not-selected', 'reserve']);
  const filed = select
    .subQuery()
    .select('1')
    .from(ObjectionEntity, 'objection')
    .where('objection.planId = plan.id')
    .getQuery();
  const plans = await onlyAsked(select.andWhere(`NOT EXISTS ${filed}`), 'plan.id', context).getRawMany<PlanOfDuty>();
  return plans.map(({ planId, provinceId, province }) => ({
    subjectId: planId,
    provinceId,
    at,
    owners: [approversOf(provinceId)],
    superiors: [],
    params: { province },
  }));
}

async function objectionsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const select = context.manager
    .createQueryBuilder(ObjectionEntity, 'objection')
    .innerJoin(OrganisationEntity, 'province', 'province.id = objection.provinceId')
    .select('objection.id', 'objectionId')
    .addSelect('objection.provinceId', 'provinceId')
    .addSelect('objection.filedAt', 'filedAt')
    .addSelect('province.shortName', 'province')
    .where('objection.roundId = :roundId AND objection.state IN (:...open)', {
      roundId: context.round.id,
      open: OPEN_OBJECTIONS,
    })
    .orderBy('objection.id');
  const rows = await onlyAsked(select, 'objection.id', context).getRawMany<{
    objectionId: string;
    provinceId: string;
    filedAt: Instant;
    province: string;
  }>();
  return rows.map(({ objectionId, provinceId, filedAt, province }) => ({
    subjectId: objectionId,
    provinceId,
    at: context.dueAfter(filedAt, 'decide-objection'),
    since: filedAt,
    owners: [SECRETARIAT],
    superiors: [OFFICERS],
    params: { province },
  }));
}

/** Ids of the ministries that own the round, in the policy's order. */
async function ownersOf({ manager, policy }: DutyContext): Promise<string[]> {
  const ids = await organisationIds(manager, policy.owners);
  return policy.owners.flatMap((code) => ids.get(code) ?? []);
}

/** Plans in a state, with the moment their newest version was submitted; never its content. */
async function submitted(context: DutyContext, state: PlanState): Promise<(PlanOfDuty & { submittedAt: Instant })[]> {
  const select = plansOfDuty(context, [state])
    .innerJoin(PlanVersionEntity, 'version', 'version.planId = plan.id AND version.no = plan.versionNo')
    .addSelect('version.submittedAt', 'submittedAt');
  return onlyAsked(select, 'plan.id', context).getRawMany();
}

/** Final drafts, and how the review of their newest version stands. */
async function finalDrafts(context: DutyContext) {
  const plans = await submitted(context, 'final-draft');
  if (plans.length === 0) return [];
  const owners = await ownersOf(context);
  const reviews = await plansOfDuty(context, ['final-draft'])
    .innerJoin(MinistryReviewEntity, 'review', 'review.planId = plan.id AND review.versionNo = plan.versionNo')
    .addSelect('review.ministryId', 'ministryId')
    .addSelect('review.verdict', 'verdict')
    .addSelect('review.reviewedAt', 'reviewedAt')
    .getRawMany<PlanOfDuty & ReviewOfVersion>();
  return plans.map((plan) => ({
    ...plan,
    owners,
    ...reviewStanding(
      owners,
      reviews.filter(({ planId }) => planId === plan.planId),
    ),
  }));
}

const duty = (plan: PlanOfDuty, at: Instant, ministries: readonly string[]): FoundDuty => ({
  subjectId: plan.planId,
  provinceId: plan.provinceId,
  at,
  owners: ministries.map(officersOf),
  superiors: [],
  params: { province: plan.province },
});

/** Confirmed plans without their notice; once one ministry has signed it, only the other is waited for. */
async function designationsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const plans = await submitted(context, 'confirmed');
  if (plans.length === 0) return [];
  const owners = await ownersOf(context);
  const notices = await context.manager.find(DesignationEntity, {
    select: { id: true, planId: true, signatures: true },
    where: { roundId: context.round.id, state: 'proposed' },
  });
  return plans.map((plan) => {
    const signed = notices.find(({ planId }) => planId === plan.planId)?.signatures ?? [];
    const left = stillToAct(
      owners,
      signed.map(({ ministryId }) => ministryId),
    );
    // A round of one ministry needs two of its officers: the second signature is the same ministry's.
    return duty(plan, plan.submittedAt, left.length > 0 ? left : owners);
  });
}

const PLAN_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 'file-objection', clock: 'deadline', during: ['objection-window'], find: objectionsPossible }),
  dutySource({ kind: 'decide-objection', clock: 'deadline', during: ['objection-window'], find: objectionsOpen }),
  dutySource({
    kind: 'review-final-draft',
    clock: 'deadline',
    during: ['finalising'],
    find: async (context) =>
      (await finalDrafts(context))
        .filter(({ waiting }) => waiting.length > 0)
        .map((plan) => ({
          ...duty(plan, context.dueAfter(plan.submittedAt, 'review-final-draft'), plan.waiting),
          since: plan.submittedAt,
        })),
  }),
  dutySource({
    kind: 'confirm-plan',
    clock: 'stalled',
    during: ['finalising'],
    find: async (context) =>
      (await finalDrafts(context)).flatMap((plan) =>
        plan.adequateSince === null ? [] : [duty(plan, plan.adequateSince, plan.owners)],
      ),
  }),
  dutySource({ kind: 'designate-plan', clock: 'stalled', during: ['confirmed'], find: designationsOpen }),
];

export const DESIGNATION_DUTIES: readonly DutySource[] = [...COMMITTEE_DUTIES, ...PLAN_DUTIES];
