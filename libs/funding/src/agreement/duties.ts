import { organisationIds, OrganisationEntity } from '@daegaejo/identity';
import { type PlanOfDuty, plansOfDuty } from '@daegaejo/plan';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked } from '@daegaejo/round';
import { approversOf, type DutyOwner, officersOf, SECRETARIAT } from '@daegaejo/round/rules';
import { DesignationEntity } from '@daegaejo/designation';
import { In } from 'typeorm';
import { agreementDueAt, revocationClocks } from './rules/index.js';
import { AgreementEntity, AgreementSignatureEntity } from './store/agreement.entity.js';
import { PlanChangeDecisionEntity, PlanChangeEntity } from './store/change.entity.js';
import { ProjectPlanEntity } from './store/project-plan.entity.js';
import { asDates } from './store/records.js';
import { RevocationReviewEntity } from './store/revocation.entity.js';

/** Ids of the ministries that own the round, in the policy's order. */
async function ownersOf({ manager, policy }: DutyContext): Promise<string[]> {
  const ids = await organisationIds(manager, policy.owners);
  return policy.owners.flatMap((code) => ids.get(code) ?? []);
}

type Designated = PlanOfDuty & { readonly designatedOn: string };

/** Designated plans with the day of their first notice. */
async function designated(context: DutyContext): Promise<Designated[]> {
  const plans = await onlyAsked(plansOfDuty(context, ['designated']), 'plan.id', context).getRawMany<PlanOfDuty>();
  if (plans.length === 0) return [];
  const notices = await context.manager.find(DesignationEntity, {
    where: { planId: In(plans.map(({ planId }) => planId)), state: 'approved' },
    select: { id: true, planId: true, noticeDate: true },
    order: { noticeDate: 'ASC' },
  });
  const days = new Map(notices.toReversed().map(({ planId, noticeDate }) => [planId, noticeDate]));
  return plans.flatMap((plan) => {
    const day = days.get(plan.planId);
    return day === undefined ? [] : [{ ...plan, designatedOn: day }];
  });
}

/** Agreements that are not signed: the ministries draft, then whoever has not signed the newest version signs. */
async function agreementsDue(context: DutyContext): Promise<FoundDuty[]> {
  const plans = await designated(context);
  if (plans.length === 0) return [];
  const { manager, policy } = context;
  const owners = await ownersOf(context);
  const agreements = await manager.findBy(AgreementEntity, { planId: In(plans.map(({ planId }) => planId)) });
  const signatures = await manager.find(AgreementSignatureEntity, {
    where: { agreementId: In(agreements.map(({ id }) => id)) },
    select: { id: true, agreementId: true, versionNo: true, organisationId: true },
  });
  return plans.flatMap(({ planId, provinceId, province, designatedOn }): FoundDuty[] => {
    const agreement = agreements.find((one) => one.planId === planId);
    if (agreement !== undefined && agreement.state !== 'drafted') return [];
    const signed = signatures
      .filter(({ agreementId, versionNo }) => agreementId === agreement?.id && versionNo === agreement.no)
      .map(({ organisationId }) => organisationId);
    const parties: DutyOwner[] = [
      ...owners.filter((id) => !signed.includes(id)).map(officersOf),
      ...(agreement === undefined || signed.includes(provinceId) ? [] : [approversOf(provinceId)]),
    ];
    return [
      {
        subjectId: planId,
        provinceId,
        at: agreementDueAt(designatedOn, policy.agreement?.days),
        owners: parties,
        superiors: [SECRETARIAT],
        params: { province },
      },
    ];
  });
}

/** Changes that wait: for the ministries that have not decided, then for the committee where it has to agree. */
async function changesDue(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, round } = context;
  const select = manager
    .createQueryBuilder(PlanChangeEntity, 'change')
    .innerJoin(OrganisationEntity, 'province', 'province.id = change.provinceId')
    .select('change.id', 'id')
    .addSelect('change.class', 'class')
    .addSelect('change.resolved', 'resolved')
    .addSelect('change.provinceId', 'provinceId')
    .addSelect('change.filedAt', 'filedAt')
    .addSelect('change.dueAt', 'dueAt')
    .addSelect('province.shortName', 'province')
    .where("change.roundId = :roundId AND change.state = 'filed'", { roundId: round.id })
    .orderBy('change.id');
  const changes = await onlyAsked(select, 'change.id', context).getRawMany<
    Pick<PlanChangeEntity, 'id' | 'class' | 'resolved' | 'provinceId' | 'filedAt' | 'dueAt'> & { province: string }
  >();
  if (changes.length === 0) return [];
  const owners = await ownersOf(context);
  const decisions = await manager.findBy(PlanChangeDecisionEntity, { changeId: In(changes.map(({ id }) => id)) });
  return changes.map(({ id, provinceId, province, filedAt, dueAt, ...change }) => {
    const decided = decisions.filter(({ changeId }) => changeId === id).map(({ ministryId }) => ministryId);
    const ministries = owners.filter((owner) => !decided.includes(owner)).map(officersOf);
    const committee = change.class === 'goal' && change.resolved === null ? [SECRETARIAT] : [];
    return {
      subjectId: id,
      provinceId,
      at: dueAt,
      since: filedAt,
      owners: [...ministries, ...committee],
      superiors: [],
      params: { province },
    };
  });
}

/** Designations whose clock has run out, until a review is opened (지정 해제 검토 대상). */
async function revocationsDue(context: DutyContext): Promise<FoundDuty[]> {
  const plans = await designated(context);
  if (plans.length === 0) return [];
  const { manager, now } = context;
  const ids = plans.map(({ planId }) => planId);
  const projects = await manager.findBy(ProjectPlanEntity, { planId: In(ids) });
  const reviews = await manager.find(RevocationReviewEntity, {
    where: { planId: In(ids) },
    select: { id: true, planId: true, grounds: true },
  });
  const owners = (await ownersOf(context)).map(officersOf);
  return plans.flatMap(({ planId, provinceId, province, designatedOn }): FoundDuty[] => {
    const own = projects.filter((project) => project.planId === planId).map(asDates);
    const { due } = revocationClocks(designatedOn, own, now);
    // What the committee kept is not put to it again on the same grounds (convention).
    if (due === null || reviews.some((review) => review.planId === planId && review.grounds === due.grounds)) return [];
    return [{ subjectId: planId, provinceId, at: due.since, owners, superiors: [SECRETARIAT], params: { province } }];
  });
}

export const AGREEMENT_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 'sign-agreement', clock: 'deadline', during: ['designated', 'executing'], find: agreementsDue }),
  dutySource({ kind: 'answer-change', clock: 'deadline', during: ['designated', 'executing'], find: changesDue }),
  dutySource({
    kind: 'review-revocation',
    clock: 'stalled',
    during: ['designated', 'executing'],
    find: revocationsDue,
  }),
];
