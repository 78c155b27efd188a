import { organisationIds, OrganisationEntity } from '@daegaejo/identity';
import { rankedAt } from '@daegaejo/evaluation';
import { PlanEntity, type PlanOfDuty, plansOfDuty, PlanVersionEntity } from '@daegaejo/plan';
import type { PlanState } from '@daegaejo/plan/rules';
import type { Instant } from '@daegaejo/platform/rules';
import {
  type DutyContext,
  type DutySource,
  dutySource,
  type FoundDuty,
  onlyAsked,
  roundDutySource,
} from '@daegaejo/round';
import { approversOf, isInTime, OFFICERS, officersOf, SECRETARIAT } from '@daegaejo/round/rules';
import { type ReviewOfVersion, reviewStanding, stillToAct } from './rules/index.js';
import {
  DesignationEntity,
  MeetingEntity,
  MinistryReviewEntity,
  ObjectionEntity,
  ResolutionEntity,
} from './store/designation.entity.js';

/** Meetings of the round that stand: when the latest of them is held, of all or of those up to `until`. */
async function latestMeeting({ manager, round }: DutyContext, until: Instant | null = null): Promise<Instant | null> {
  const select = manager
    .createQueryBuilder(MeetingEntity, 'meeting')
    .select('MAX(meeting.heldAt)', 'at')
    .where("meeting.roundId = :roundId AND meeting.state <> 'cancelled'", { roundId: round.id });
  if (until !== null) select.andWhere('meeting.heldAt <= :until', { until });
  return (await select.getRawOne<{ at: Instant | null }>())?.at ?? null;
}

/**
 * Since when the committee can be called: the lock, which is the last change of a scored plan before the announcement, or
 * a ranking computed anew after it. The ranking the lock released is older than the lock.
 */
async function scoresFinalAt({ manager, round }: DutyContext): Promise<Instant | null> {
  const locked = await manager
    .createQueryBuilder(PlanEntity, 'plan')
    .select('MAX(plan.updatedAt)', 'at')
    .where("plan.roundId = :roundId AND plan.state = 'scored'", { roundId: round.id })
    .getRawOne<{ at: Instant | null }>();
  const ranked = await rankedAt(manager, round.id);
  return [locked?.at ?? '', ranked ?? ''].sort().at(-1) || null;
}

/** Scored plans the committee has not decided on. */
function unresolved({ manager, round }: DutyContext): Promise<number> {
  const select = manager.createQueryBuilder(PlanEntity, 'plan');
  const resolved = select
    .subQuery()
    .select('1')
    .from(ResolutionEntity, 'resolution')
    .where('resolution.planId = plan.id')
    .getQuery();
  return select
    .where(`plan.roundId = :roundId AND plan.state = 'scored' AND NOT EXISTS ${resolved}`, { roundId: round.id })
    .getCount();
}

async function lastResolution({ manager, round }: DutyContext): Promise<Instant | null> {
  const last = await manager
    .createQueryBuilder(ResolutionEntity, 'resolution')
    .select('MAX(resolution.resolvedAt)', 'at')
    .where('resolution.roundId = :roundId', { roundId: round.id })
    .getRawOne<{ at: Instant | null }>();
  return last?.at ?? null;
}

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
    .where("objection.roundId = :roundId AND objection.state = 'filed'", { roundId: context.round.id })
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

const COMMITTEE_DUTIES: readonly DutySource[] = [
  roundDutySource({
    kind: 'convene-meeting',
    clock: 'stalled',
    during: ['scores-locked', 'deliberation'],
    find: async (context) => {
      if ((await latestMeeting(context)) !== null) return null;
      const at = await scoresFinalAt(context);
      return at === null ? null : { at, owners: [SECRETARIAT], superiors: [OFFICERS] };
    },
  }),
  roundDutySource({
    kind: 'resolve-plans',
    clock: 'stalled',
    during: ['deliberation'],
    find: async (context) => {
      const at = await latestMeeting(context, context.now);
      const count = at === null ? 0 : await unresolved(context);
      return at === null || count === 0
        ? null
        : { at, owners: [SECRETARIAT], superiors: [OFFICERS], params: { count } };
    },
  }),
  roundDutySource({
    kind: 'announce-preselection',
    clock: 'stalled',
    during: ['deliberation'],
    find: async (context) => {
      const at = await lastResolution(context);
      return at === null || (await unresolved(context)) > 0 ? null : { at, owners: [OFFICERS], superiors: [] };
    },
  }),
];

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
