import { organisationIds } from '@daegaejo/identity';
import { newPanelStandings } from '@daegaejo/evaluation';
import { newestVersionsOf, type PlanOfDuty, plansOfDuty } from '@daegaejo/plan';
import { atSeoul, type Day, type Instant } from '@daegaejo/platform/rules';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked } from '@daegaejo/round';
import { approversOf, OFFICERS, reviewersOf, SECRETARIAT, writersOf } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { unspoken } from './rules/index.js';
import { DesignationEntity, ObjectionEntity } from './store/designation.entity.js';
import { FundingConfirmationEntity, LocalPostingEntity, ReEvaluationEntity } from './store/publication.entity.js';

/** Plans whose objection was upheld and whose new panel is not complete: until then it is the secretariat's. */
async function panelsToForm(context: DutyContext): Promise<FoundDuty[]> {
  const plans = await unsignedPlans(context);
  const standings = await newPanelStandings(
    context.manager,
    context.policy,
    plans.map(({ planId }) => planId),
  );
  const complete = new Set(standings.filter(({ findings }) => findings.length === 0).map(({ planId }) => planId));
  return plans
    .filter(({ planId }) => !complete.has(planId))
    .map(({ planId, provinceId, province, decidedAt }) => ({
      subjectId: planId,
      provinceId,
      at: decidedAt,
      owners: [SECRETARIAT],
      superiors: [OFFICERS],
      params: { province },
    }));
}

/** Plans whose new panel has handed in every sheet, until its chair locked and signed. */
async function reEvaluationsToSign(context: DutyContext): Promise<FoundDuty[]> {
  const plans = await unsignedPlans(context);
  const standings = await newPanelStandings(
    context.manager,
    context.policy,
    plans.map(({ planId }) => planId),
  );
  return plans.flatMap(({ planId, provinceId, province }): FoundDuty[] => {
    const standing = standings.find((one) => one.planId === planId);
    if (standing === undefined || standing.findings.length > 0 || standing.allInSince === null) return [];
    const owners = standing.chairs.map((personId) => ({ personId }));
    return [
      {
        subjectId: planId,
        provinceId,
        at: standing.allInSince,
        owners,
        superiors: [SECRETARIAT],
        params: { province },
      },
    ];
  });
}

/** Plans whose objection was upheld, until a re-evaluation is signed. */
async function unsignedPlans(context: DutyContext): Promise<(PlanOfDuty & { decidedAt: Instant })[]> {
  const select = plansOfDuty(context, ['re-evaluation']);
  const signed = select
    .subQuery()
    .select('1')
    .from(ReEvaluationEntity, 'anew')
    .where('anew.planId = plan.id AND anew.signedAt IS NOT NULL')
    .getQuery();
  select
    .innerJoin(ObjectionEntity, 'objection', 'objection.planId = plan.id')
    .addSelect('objection.decidedAt', 'decidedAt')
    .andWhere(`NOT EXISTS ${signed}`);
  return onlyAsked(select, 'plan.id', context).getRawMany<PlanOfDuty & { decidedAt: Instant }>();
}

/** Final drafts on whose money a ministry has not spoken, where the policy waits for it: one duty a plan, of all that are left. */
async function fundingOpen(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, policy } = context;
  if (policy.confirmation?.fundingConfirmations !== 'required') return [];
  const plans = await onlyAsked(plansOfDuty(context, ['final-draft']), 'plan.id', context).getRawMany<PlanOfDuty>();
  if (plans.length === 0) return [];
  const ids = plans.map(({ planId }) => planId);
  const versions = await newestVersionsOf(manager, ids);
  const words = await manager.findBy(FundingConfirmationEntity, { planId: In(ids) });
  const codes = versions.flatMap(({ content }) => content.subProjects.map(({ ministry }) => ministry));
  const ministries = await organisationIds(manager, [...new Set(codes)]);
  return plans.flatMap(({ planId, provinceId, province }): FoundDuty[] => {
    const version = versions.find((one) => one.planId === planId);
    const own = words.filter((word) => word.planId === planId);
    const left = version === undefined ? [] : unspoken(version.content.subProjects, own, version.contentHash);
    if (version === undefined || left.length === 0) return [];
    const waiting = [...new Set(left.map(({ ministry }) => ministries.get(ministry) ?? ''))];
    const owners = waiting.map(reviewersOf);
    return [
      {
        subjectId: planId,
        provinceId,
        at: version.submittedAt,
        owners,
        superiors: [SECRETARIAT],
        params: { province },
      },
    ];
  });
}

/** Designated regions that have not posted their designation (지방 공고·열람). */
async function postingsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const select = plansOfDuty(context, ['designated']);
  const posted = select
    .subQuery()
    .select('1')
    .from(LocalPostingEntity, 'posting')
    .where('posting.designationId = designation.id')
    .getQuery();
  select
    .innerJoin(DesignationEntity, 'designation', "designation.planId = plan.id AND designation.state = 'approved'")
    .addSelect('designation.signatures', 'signatures')
    .addSelect('designation.noticeDate', 'noticeDate')
    .andWhere(`NOT EXISTS ${posted}`);
  const plans = await onlyAsked(select, 'plan.id', context).getRawMany<
    PlanOfDuty & { signatures: string; noticeDate: Day }
  >();
  return plans
    .map(({ signatures, noticeDate, ...plan }) => ({ ...plan, at: inForceAt(signatures, noticeDate) }))
    .filter(({ at }) => at <= context.now)
    .map(({ planId, provinceId, province, at }) => ({
      subjectId: planId,
      provinceId,
      at,
      owners: [writersOf(provinceId), approversOf(provinceId)],
      superiors: [SECRETARIAT],
      params: { province },
    }));
}

/** Since when there is a notice to post: its last signature (kept as JSON), and not before its day. */
function inForceAt(signatures: string, noticeDate: Day): Instant {
  const signed = (JSON.parse(signatures) as { at: Instant }[]).at(-1)?.at ?? '';
  const noticed = atSeoul(noticeDate);
  return signed < noticed ? noticed : signed;
}

export const PUBLICATION_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 're-evaluate-plan', clock: 'stalled', during: ['objection-window'], find: panelsToForm }),
  dutySource({ kind: 'sign-re-evaluation', clock: 'stalled', during: ['objection-window'], find: reEvaluationsToSign }),
  dutySource({ kind: 'confirm-funding', clock: 'stalled', during: ['finalising'], find: fundingOpen }),
  dutySource({
    kind: 'post-designation',
    clock: 'stalled',
    during: ['confirmed', 'designated', 'executing'],
    find: postingsOpen,
  }),
];
