import type { Actor } from '@daegaejo/identity/rules';
import { invalid, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { releasedAggregate } from '@daegaejo/evaluation';
import { planOf, readPlan } from '@daegaejo/plan';
import { policyOf } from '@daegaejo/round';
import { lockMeeting } from './meeting.js';
import { isCarried, MEETING_TABLE, resolutionFindings, type ResolutionOutcome, voteFindings } from './rules/index.js';
import { ResolutionEntity, RoundQuotaEntity } from './store/designation.entity.js';

interface Input {
  readonly meetingId: string;
  readonly planId: string;
  readonly outcome: ResolutionOutcome;
  readonly votes: { readonly for: number; readonly against: number; readonly abstain: number };
  readonly reason: string | null;
}

/**
 * The secretariat records what the committee resolved on one plan (의결). Nothing of it shows outside before the announcement.
 * The quota is kept by one conditional update, so that no two decisions, however close, can overshoot it.
 */
export async function resolvePlan(tx: Tx, actor: Actor, input: Input): Promise<ResolutionEntity> {
  const { meeting, round } = await lockMeeting(tx, actor, input.meetingId, 'resolvePlan');
  if (meeting.state !== 'open')
    throw refused('designation.meeting-not-now', allowedActions(MEETING_TABLE, meeting.state), {
      state: meeting.state,
      action: 'resolve',
    });
  const present = meeting.present ?? 0;
  const plan = await readPlan(tx.manager, actor, input.planId);
  if (plan.roundId !== round.id || plan.state !== 'scored')
    throw refused('designation.not-scored', [], { state: plan.state });
  await planOf(tx, plan.id);
  if (await tx.manager.existsBy(ResolutionEntity, { planId: plan.id }))
    throw refused('designation.resolved-already', []);
  const released = await releasedAggregate(tx.manager, round.id);
  if (released?.pending === true) throw refused('designation.ranking-behind', []); // a correction is not in it yet
  const aggregate = released?.aggregate ?? null;
  const ranked = aggregate?.result.plans.find(({ planId }) => planId === plan.id);
  if (aggregate === null || ranked === undefined) throw refused('designation.not-scored', [], { state: plan.state });
  const quota = await quotaOf(tx, round.id, (await policyOf(tx.manager, round)).quota);
  const { findings, deviates } = resolutionFindings({
    outcome: input.outcome,
    plan: ranked,
    quota: quota.quota,
    alreadyPreselected: quota.used,
    reason: input.reason,
  });
  if (findings.some(({ code }) => code === 'resolution.quota-full')) throw quotaFull(quota.quota);
  const votes = [...voteFindings({ present, ...input.votes }), ...findings];
  if (votes.length > 0) throw invalid(votes);
  if (!isCarried(present, input.votes.for))
    throw invalid([{ field: 'votes.for', code: 'designation.not-carried', params: { present } }]);
  if (input.outcome === 'preselect') await takeOneOf(tx, round.id, quota.quota);
  const resolution: ResolutionEntity = {
    id: tx.newId(),
    roundId: round.id,
    meetingId: meeting.id,
    planId: plan.id,
    outcome: input.outcome,
    votesFor: input.votes.for,
    votesAgainst: input.votes.against,
    votesAbstain: input.votes.abstain,
    aggregateNo: aggregate.no,
    rank: ranked.rank,
    finalScore: ranked.final,
    deviates,
    reason: input.reason,
    resolvedAt: tx.now,
  };
  await tx.manager.insert(ResolutionEntity, resolution);
  await tx.record({
    type: 'PlanResolved',
    subject: { kind: 'resolution', id: resolution.id },
    roundId: round.id,
    to: input.outcome,
    reason: input.reason,
    contentHash: aggregate.inputsHash,
    data: {
      planId: plan.id,
      meetingId: meeting.id,
      rank: ranked.rank,
      deviates,
      for: input.votes.for,
      against: input.votes.against,
      abstain: input.votes.abstain,
    },
  });
  return resolution;
}

/** The round's counter, made with the policy's quota at the first resolution. */
async function quotaOf(tx: Tx, roundId: string, quota: number): Promise<RoundQuotaEntity> {
  const known = await tx.manager.findOneBy(RoundQuotaEntity, { id: roundId });
  if (known !== null) return known;
  const made = { id: roundId, quota, used: 0 };
  await tx.manager.insert(RoundQuotaEntity, made);
  return made;
}

async function takeOneOf(tx: Tx, roundId: string, quota: number): Promise<void> {
  const taken = await tx.manager
    .createQueryBuilder()
    .update(RoundQuotaEntity)
    .set({ used: () => '"used" + 1' })
    .where('"id" = :roundId AND "used" < "quota"', { roundId })
    .execute();
  if (taken.affected !== 1) throw quotaFull(quota);
}

const quotaFull = (quota: number): Problem =>
  new Problem(409, 'resolution.quota-full', { quota }, { allowed: ['reserve', 'refuse'] });
