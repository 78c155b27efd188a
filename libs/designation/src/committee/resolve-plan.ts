import type { Actor } from '@daegaejo/identity/rules';
import { releasedAggregate } from '@daegaejo/evaluation';
import { movePlan, readPlan } from '@daegaejo/plan';
import { invalid, refused, type Tx } from '@daegaejo/platform';
import { notNow, policyOf } from '@daegaejo/round';
import {
  isCarried,
  isDecidedAnew,
  isOnAgenda,
  RESOLVABLE,
  reservePlace,
  resolutionFindings,
  type ResolutionOutcome,
} from '../rules/index.js';
import type { ResolutionEntity } from '../store/meeting.entity.js';
import { countVotes, type Vote } from './count-votes.js';
import { lockMeeting, meetingNotNow } from './lock-meeting.js';
import { quotaFull, quotaOf, takePlace } from './quota.js';
import { recordResolution } from './record-resolution.js';
import { signedReEvaluation } from '../objection/re-evaluations.js';
import { countingResolution, reservesOf } from './resolutions.js';

interface Input extends Vote {
  readonly meetingId: string;
  readonly planId: string;
  readonly outcome: ResolutionOutcome;
  readonly reserveOrder: number | null;
  readonly reason: string | null;
}

/** What the committee may do instead where the places are all taken. */
const BESIDES_PRESELECTION = ['reserve', 'refuse'];

/**
 * The secretariat records what the committee resolved on one plan (의결). Nothing of it shows outside before the announcement.
 * The quota is kept by one conditional update, so that no two decisions, however close, can overshoot it. A deferred plan (재심의)
 * waits for another decision, in another meeting; the newest counts.
 */
export async function resolvePlan(tx: Tx, actor: Actor, input: Input): Promise<ResolutionEntity> {
  const { meeting, round } = await lockMeeting(tx, actor, input.meetingId, 'resolvePlan', [input.planId]);
  if (meeting.state !== 'open') throw meetingNotNow(meeting, 'resolve');
  const plan = await readPlan(tx.manager, actor, input.planId);
  if (plan.roundId !== round.id || !RESOLVABLE.includes(plan.state))
    throw refused('designation.not-scored', [], { state: plan.state });
  const anew = plan.state === 're-evaluation' ? await signedReEvaluation(tx.manager, plan.id) : null;
  if (plan.state === 're-evaluation' && anew === null) throw refused('re-evaluation.unsigned', ['signReEvaluation']);
  if (round.state !== (anew === null ? 'deliberation' : 'objection-window')) throw notNow(round, 'resolve-plan');
  if (!isOnAgenda(meeting.agenda, plan.id)) throw refused('designation.not-on-agenda', []);
  const before = await countingResolution(tx.manager, plan.id);
  const again = plan.state === 'deferred' || (anew !== null && !isDecidedAnew(anew.signedAt, before));
  if (before !== null && (!again || before.meetingId === meeting.id)) throw refused('designation.resolved-already', []);
  const released = await releasedAggregate(tx.manager, round.id);
  if (released?.pending === true) throw refused('designation.ranking-behind', []); // a correction is not in it yet
  const aggregate = released?.aggregate ?? null;
  const ranked = anew?.result ?? aggregate?.result.plans.find(({ planId }) => planId === plan.id);
  if (aggregate === null || ranked === undefined) throw refused('designation.not-scored', [], { state: plan.state });
  const quota = await quotaOf(tx, round.id, (await policyOf(tx.manager, round)).quota);
  const { outcome, reason } = input;
  const check = resolutionFindings({
    outcome,
    plan: ranked,
    quota: quota.quota,
    alreadyPreselected: quota.used,
    reason,
  });
  if (check.findings.some(({ code }) => code === 'resolution.quota-full'))
    throw quotaFull(quota.quota, BESIDES_PRESELECTION);
  const reserves = await reservesOf(tx.manager, round.id);
  const place = reservePlace({
    planId: plan.id,
    outcome,
    order: input.reserveOrder,
    rank: ranked.rank,
    reserves,
    reason,
  });
  const findings = [...check.findings, ...place.findings];
  if (findings.length > 0) throw invalid(findings);
  const { present, votes, ballots } = await countVotes(tx, meeting, { planId: plan.id, itemNo: null }, input);
  if (!isCarried(present, votes.for))
    throw invalid([{ field: 'votes.for', code: 'designation.not-carried', params: { present } }]);
  if (outcome === 'preselect') await takePlace(tx, round.id, quota.quota, BESIDES_PRESELECTION);
  // The province must not notice before the announcement: no new version, nothing in its history.
  if (outcome === 'defer' && plan.state === 'scored')
    await movePlan(tx, plan, 'defer', { type: 'PlanDeferred', reason, audience: 'staff', unseen: true });
  return recordResolution(
    tx,
    {
      roundId: round.id,
      meetingId: meeting.id,
      planId: plan.id,
      outcome,
      reserveOrder: place.order,
      votesFor: votes.for,
      votesAgainst: votes.against,
      votesAbstain: votes.abstain,
      ballots,
      aggregateNo: aggregate.no,
      rank: ranked.rank,
      finalScore: ranked.final,
      deviates: check.deviates || place.deviates,
      reason,
    },
    { contentHash: aggregate.inputsHash },
  );
}
