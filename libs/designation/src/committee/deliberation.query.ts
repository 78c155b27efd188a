import { authorise, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { releasedAggregate } from '@daegaejo/evaluation';
import { PlanEntity } from '@daegaejo/plan';
import type { Reading } from '@daegaejo/platform';
import { type Finding, formatScore } from '@daegaejo/platform/rules';
import { policyOf, readRound } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { type EntityManager, In, Not } from 'typeorm';
import { RecusalEntity } from '../store/committee.entity.js';
import { MeetingEntity, RoundQuotaEntity } from '../store/meeting.entity.js';
import { ranksWithin } from '../rules/index.js';
import { undecided } from './decided.js';
import type { DeliberationView, TalliedPlanView } from './http/committee.dto.js';
import { countingResolutions } from './resolutions.js';

/**
 * How the deliberation stands now: places used and left, every ranked plan with what was decided on it, by which votes, and whether
 * that leaves the ranking; nobody who may read it is spared a deviation. Before the committee takes over there is no plan in it.
 */
export async function readDeliberation(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
): Promise<Omit<DeliberationView, 'missing'> & { missing: readonly Finding[] }> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getDeliberation', { roundId });
  const policy = await policyOf(manager, round);
  const counter = await manager.findOneBy(RoundQuotaEntity, { id: roundId });
  const quota = counter?.quota ?? policy.quota;
  const used = counter?.used ?? 0;
  const begun = hasReached(round.state, 'deliberation');
  const ranked = begun ? ((await releasedAggregate(manager, roundId))?.aggregate.result.plans ?? []) : [];
  const plans = await manager.findBy(PlanEntity, { roundId });
  const provinces = await organisationsById(
    manager,
    plans.map(({ provinceId }) => provinceId),
  );
  const resolutions = new Map((await countingResolutions(manager, roundId)).map((row) => [row.planId, row]));
  const recusals = await recusalsOf(manager, roundId);
  const tallied = [...ranked]
    .sort((a, b) => a.rank - b.rank || (a.planId < b.planId ? -1 : 1))
    .map((standing): TalliedPlanView => {
      const { planId, rank, final } = standing;
      const plan = plans.find(({ id }) => id === planId);
      const made = resolutions.get(planId);
      return {
        planId,
        province: provinces.get(plan?.provinceId ?? '')?.code ?? '',
        title: plan?.filedTitle ?? '',
        state: plan?.state ?? '',
        rank,
        finalScore: formatScore(final),
        withinQuota: ranksWithin(standing, quota),
        outcome: made?.outcome ?? null,
        meetingId: made?.meetingId ?? null,
        reserveOrder: made?.reserveOrder ?? null,
        votes:
          made === undefined ? null : { for: made.votesFor, against: made.votesAgainst, abstain: made.votesAbstain },
        recused: recusals.filter((recusal) => recusal.planId === planId).length,
        deviates: made?.deviates ?? false,
        reason: made?.reason ?? null,
      };
    });
  return {
    roundId,
    quota: { quota, used, left: quota - used },
    plans: tallied,
    deviations: tallied.filter(({ deviates }) => deviates).length,
    missing: round.state === 'deliberation' ? await undecided(manager, round, policy) : [],
  };
}

/** Recusals in every meeting of a round that was not cancelled. */
async function recusalsOf(manager: EntityManager, roundId: string): Promise<RecusalEntity[]> {
  const meetings = await manager.find(MeetingEntity, {
    select: { id: true },
    where: { roundId, state: Not('cancelled') },
  });
  return manager.findBy(RecusalEntity, { meetingId: In(meetings.map(({ id }) => id)) });
}
