import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { releasedAggregate } from '@daegaejo/evaluation';
import { lockPlan, movePlan, PlanEntity, planNotNow, readPlan, repeatVersion } from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { assertNone, assertVersion, invalid, refused, type Tx } from '@daegaejo/platform';
import { nextState } from '@daegaejo/platform/rules';
import { notNow, policyOf, roundOf } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { signedReEvaluation } from '../objection/re-evaluations.js';
import { isCarried, isOnAgenda, lineFindings, promotionFindings } from '../rules/index.js';
import { MeetingEntity } from '../store/meeting.entity.js';
import { countVotes, type Vote } from './count-votes.js';
import { meetingNotNow } from './lock-meeting.js';
import { quotaFull, quotaOf, takePlace } from './quota.js';
import { recordResolution } from './record-resolution.js';
import { countingResolution, reservesOf } from './resolutions.js';

interface Input extends Vote {
  readonly planId: string;
  /** The open meeting that decides it; null = by the standing order of the reserve list, as resolved before. */
  readonly meetingId: string | null;
  readonly reason: string | null;
  readonly expectedVersion: number | null;
}

/**
 * A reserve rises to a free place (예비후보 승격): by the order the committee resolved, or by another decision of a meeting. Out of turn only
 * with a written reason, and then by a meeting. 409 while no place is free, before the announcement and once the plans of the round are confirmed.
 * A plan below the cut-off or a floor does not rise.
 */
export async function promotePlan(tx: Tx, actor: Actor, input: Input): Promise<PlanEntity> {
  const { roundId } = await readPlan(tx.manager, actor, input.planId);
  const plan = await lockPlan(tx, actor, input.planId);
  const round = await roundOf(tx, roundId);
  authorise(actor, 'promotePlan', plan);
  assertVersion(plan, input.expectedVersion);
  if (!hasReached(round.state, 'published') || hasReached(round.state, 'confirmed'))
    throw notNow(round, 'promote-plan');
  if (nextState(PLAN_TABLE, plan.state, 'promote') === null) throw planNotNow(plan, 'promote');
  await assertPasses(tx, plan);
  const turn = await assertTurn(tx, plan, input);
  const quota = await quotaOf(tx, round.id, (await policyOf(tx.manager, round)).quota);
  if (quota.used >= quota.quota) throw quotaFull(quota.quota, []);
  if (input.meetingId !== null) await resolve(tx, plan, input.meetingId, { ...input, outOfTurn: turn.outOfTurn });
  await takePlace(tx, round.id, quota.quota, []);
  const version = await repeatVersion(tx, actor, round, plan, 'preselected');
  return movePlan(tx, plan, 'promote', {
    type: 'ReservePromoted',
    reason: input.reason,
    change: { versionNo: version.no },
    contentHash: version.contentHash,
    data: { reserveOrder: turn.order, meetingId: input.meetingId },
    audience: 'public',
  });
}

/**
 * 422 for a plan below the cut-off or a floor (과락) by the marks it became a reserve on: those of the panel, or of the new panel
 * after its objection. It could be no preselection before, either.
 */
async function assertPasses(tx: Tx, plan: PlanEntity): Promise<void> {
  const anew = await signedReEvaluation(tx.manager, plan.id);
  const released = await releasedAggregate(tx.manager, plan.roundId);
  const ranked = anew?.result ?? released?.aggregate.result.plans.find(({ planId }) => planId === plan.id);
  if (ranked !== undefined) assertNone(lineFindings(ranked));
}

/** The plan's place on the list; 422 out of turn without a reason, or without a meeting to decide it. */
async function assertTurn(
  tx: Tx,
  plan: PlanEntity,
  { reason, meetingId }: Input,
): Promise<{ order: number | null; outOfTurn: boolean }> {
  const reserves = await reservesOf(tx.manager, plan.roundId);
  const own = reserves.findLast(({ planId }) => planId === plan.id);
  if (own === undefined) return { order: null, outOfTurn: false };
  const waiting = await tx.manager.findBy(PlanEntity, { roundId: plan.roundId, state: 'reserve' });
  const queue = reserves.filter(({ planId }) => waiting.some(({ id }) => id === planId));
  const findings = promotionFindings(own, queue, reason);
  if (findings.length > 0) throw invalid(findings);
  const outOfTurn = promotionFindings(own, queue, null).length > 0;
  if (outOfTurn && meetingId === null) throw invalid([{ field: 'meetingId', code: 'reserve.meeting-required' }]);
  return { order: own.order, outOfTurn };
}

/** The meeting's decision on the promotion, by its votes. */
async function resolve(
  tx: Tx,
  plan: PlanEntity,
  meetingId: string,
  vote: Input & { readonly outOfTurn: boolean },
): Promise<void> {
  const meeting = await tx.manager.findOneBy(MeetingEntity, { id: meetingId, roundId: plan.roundId });
  if (meeting === null) throw invalid([{ field: 'meetingId', code: 'committee.meeting-unknown' }]);
  if (meeting.state !== 'open') throw meetingNotNow(meeting, 'resolve');
  if (!isOnAgenda(meeting.agenda, plan.id)) throw refused('designation.not-on-agenda', []);
  const before = await countingResolution(tx.manager, plan.id);
  if (before === null) throw refused('designation.not-scored', [], { state: plan.state });
  const { present, votes, ballots } = await countVotes(tx, meeting, { planId: plan.id, itemNo: null }, vote);
  if (!isCarried(present, votes.for))
    throw invalid([{ field: 'votes.for', code: 'designation.not-carried', params: { present } }]);
  const { roundId, aggregateNo, rank, finalScore } = before;
  await recordResolution(
    tx,
    {
      roundId,
      meetingId,
      planId: plan.id,
      aggregateNo,
      rank,
      finalScore,
      ballots,
      outcome: 'preselect',
      reserveOrder: null,
      votesFor: votes.for,
      votesAgainst: votes.against,
      votesAbstain: votes.abstain,
      deviates: vote.outOfTurn,
      reason: vote.reason,
    },
    { contentHash: null },
  );
}
