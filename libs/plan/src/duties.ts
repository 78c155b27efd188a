import { OrganisationEntity } from '@daegaejo/identity';
import type { Instant } from '@daegaejo/platform/rules';
import {
  type DutyContext,
  type DutySource,
  dutySource,
  type FoundDuty,
  onlyAsked,
  roundDutySource,
} from '@daegaejo/round';
import {
  approversOf,
  type CalendarStep,
  type DutyKind,
  OFFICERS,
  type RoundState,
  SECRETARIAT,
  writersOf,
} from '@daegaejo/round/rules';
import type { SelectQueryBuilder } from 'typeorm';
import type { PlanState } from './rules/index.js';
import { PlanEntity } from './store/plan.entity.js';
import { PlanSupplementEntity } from './store/supplement.entity.js';

/** A plan as far as a duty about it goes. */
export interface PlanOfDuty {
  readonly planId: string;
  readonly provinceId: string;
  /** Short name of the 시·도. */
  readonly province: string;
}

/** Plans of the round in one of `states`, as PlanOfDuty: three columns, never the draft. */
export function plansOfDuty(
  { manager, round }: DutyContext,
  states: readonly PlanState[],
): SelectQueryBuilder<PlanEntity> {
  return manager
    .createQueryBuilder(PlanEntity, 'plan')
    .innerJoin(OrganisationEntity, 'province', 'province.id = plan.provinceId')
    .select('plan.id', 'planId')
    .addSelect('plan.provinceId', 'provinceId')
    .addSelect('province.shortName', 'province')
    .where('plan.roundId = :roundId AND plan.state IN (:...states)', { roundId: round.id, states })
    .orderBy('plan.id');
}

interface Submission {
  readonly kind: DutyKind;
  readonly during: readonly RoundState[];
  readonly states: readonly PlanState[];
  readonly step: CalendarStep;
}

/** What a province that has a plan still has to submit. Applying is voluntary: without a plan there is no duty. */
const SUBMISSIONS: readonly Submission[] = [
  { kind: 'submit-pre-intake', during: ['announced', 'pre-intake'], states: ['draft'], step: 'pre-intake' },
  {
    kind: 'file-plan',
    during: ['pre-consulting', 'intake'],
    states: ['pre-submitted', 'in-pre-consulting', 'revising'],
    step: 'intake',
  },
  {
    kind: 'submit-final-draft',
    during: ['finalising'],
    states: ['preselected', 'in-post-consulting'],
    step: 'final-draft',
  },
];

const submission = ({ kind, during, states, step }: Submission): DutySource =>
  dutySource({
    kind,
    clock: 'deadline',
    during,
    find: async (context) => {
      const plans = await onlyAsked(plansOfDuty(context, states), 'plan.id', context).getRawMany<PlanOfDuty>();
      return plans.map(({ planId, provinceId, province }) => ({
        subjectId: planId,
        provinceId,
        at: context.deadlineOf(step),
        owners: [writersOf(provinceId), approversOf(provinceId)],
        superiors: [SECRETARIAT],
        params: { province },
      }));
    },
  });

/** Plans that were returned for supplement, until the term ends. */
async function suppliesDue(context: DutyContext): Promise<FoundDuty[]> {
  const select = plansOfDuty(context, ['supplement'])
    .innerJoin(PlanSupplementEntity, 'supplement', 'supplement.planId = plan.id AND supplement.outcome IS NULL')
    .addSelect('supplement.dueAt', 'dueAt')
    .addSelect('supplement.askedAt', 'askedAt');
  const rows = await onlyAsked(select, 'plan.id', context).getRawMany<
    PlanOfDuty & { dueAt: Instant; askedAt: Instant }
  >();
  return rows.map(({ planId, provinceId, province, dueAt, askedAt }) => ({
    subjectId: planId,
    provinceId,
    at: dueAt,
    since: askedAt,
    owners: [writersOf(provinceId), approversOf(provinceId)],
    superiors: [SECRETARIAT],
    params: { province },
  }));
}

export const PLAN_DUTIES: readonly DutySource[] = [
  ...SUBMISSIONS.map(submission),
  dutySource({ kind: 'file-supplement', clock: 'deadline', during: ['screening'], find: suppliesDue }),
  roundDutySource({
    kind: 'screen-plans',
    clock: 'stalled',
    during: ['screening'],
    find: async ({ manager, round, deadlineOf }) => {
      const count = await manager.countBy(PlanEntity, { roundId: round.id, state: 'submitted' });
      if (count === 0) return null;
      return { at: deadlineOf('intake'), owners: [SECRETARIAT], superiors: [OFFICERS], params: { count } };
    },
  }),
];
