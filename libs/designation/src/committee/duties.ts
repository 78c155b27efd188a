import { rankedAt } from '@daegaejo/evaluation';
import { PlanEntity, type PlanOfDuty, plansIn, plansOfDuty } from '@daegaejo/plan';
import { type Instant, seoulDay } from '@daegaejo/platform/rules';
import {
  type DutyContext,
  type DutySource,
  dutySource,
  type FoundDuty,
  onlyAsked,
  roundDutySource,
} from '@daegaejo/round';
import { hasReached, OFFICERS, ROUND_STATES, SECRETARIAT } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { standingAnnouncement } from '../announcement/published.js';
import { isDecidedAnew, isSeated } from '../rules/index.js';
import { MeetingEntity, ResolutionEntity } from '../store/meeting.entity.js';
import { ReEvaluationEntity } from '../store/publication.entity.js';
import { unsignedMeetings, waitingDrafts } from './decided.js';
import { meetsIn } from './lock-meeting.js';
import { countingResolution, countingResolutions } from './resolutions.js';
import { seatsOf } from './seats.js';

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

/** Plans the committee has not decided on, and those whose decision it put off (재심의). */
async function unresolved({ manager, round }: DutyContext): Promise<number> {
  const decided = (await countingResolutions(manager, round.id)).filter(({ outcome }) => outcome !== 'defer');
  const plans = await plansIn(manager, round.id, ['scored', 'deferred']);
  return plans.filter(({ id }) => !decided.some(({ planId }) => planId === id)).length;
}

/**
 * Closed meetings whose resolution waits: for its draft, where the policy asks for a signed one and the committee still meets, or for
 * the co-chairs who have not signed the newest.
 */
async function signaturesOpen({ manager, round, policy, now }: DutyContext): Promise<FoundDuty[]> {
  const asked = policy.deliberation.signedResolution === true && meetsIn(round);
  const unsigned = asked ? await unsignedMeetings(manager, round.id) : [];
  const known = unsigned.map(({ meeting }) => meeting.id);
  const waitingElsewhere = await waitingDrafts(manager, round.id, known);
  if (unsigned.length + waitingElsewhere.length === 0) return [];
  const chairs = (await seatsOf(manager, round.id)).filter((seat) => isSeated(seat, seoulDay(now)));
  const open: FoundDuty[] = [];
  for (const { meeting, document, waiting } of [...unsigned, ...waitingElsewhere]) {
    const common = { subjectId: meeting.id, superiors: [OFFICERS] };
    const owners = chairs
      .filter(({ chairMinistryId }) => waiting.includes(chairMinistryId ?? ''))
      .flatMap(({ personId }) => (personId === null ? [] : [{ personId }]));
    if (document !== null) open.push({ ...common, at: document.draftedAt, owners });
    else
      open.push({ ...common, at: (await lastResolution(manager, round.id)) ?? meeting.heldAt, owners: [SECRETARIAT] });
  }
  return open;
}

/** Re-evaluations that are signed and that the committee has not decided on. */
async function reEvaluationsSigned(context: DutyContext): Promise<FoundDuty[]> {
  const select = plansOfDuty(context, ['re-evaluation'])
    .innerJoin(ReEvaluationEntity, 'anew', 'anew.planId = plan.id AND anew.signedAt IS NOT NULL')
    .addSelect('anew.signedAt', 'signedAt');
  const plans = await onlyAsked(select, 'plan.id', context).getRawMany<PlanOfDuty & { signedAt: Instant }>();
  const open: FoundDuty[] = [];
  for (const { planId, provinceId, province, signedAt } of plans) {
    if (isDecidedAnew(signedAt, await countingResolution(context.manager, planId))) continue;
    const whose = { owners: [SECRETARIAT], superiors: [OFFICERS] };
    open.push({ subjectId: planId, provinceId, at: signedAt, ...whose, params: { province } });
  }
  return open;
}

async function lastResolution(manager: EntityManager, roundId: string): Promise<Instant | null> {
  const last = await manager
    .createQueryBuilder(ResolutionEntity, 'resolution')
    .select('MAX(resolution.resolvedAt)', 'at')
    .where('resolution.roundId = :roundId', { roundId })
    .getRawOne<{ at: Instant | null }>();
  return last?.at ?? null;
}

/** States in which a draft of a resolution can wait for its signatures. */
const SINCE_DELIBERATION = ROUND_STATES.filter(
  (state) => hasReached(state, 'deliberation') && state !== 'closed' && state !== 'cancelled',
);

/** What the committee's meetings and its secretariat have to do. */
export const COMMITTEE_DUTIES: readonly DutySource[] = [
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
      const { manager, round } = context;
      const at = await lastResolution(manager, round.id);
      if (at === null || (await unresolved(context)) > 0) return null;
      if ((await standingAnnouncement(manager, round.id)) !== null) return null; // sealed: it waits for its moment
      const unsigned = context.policy.deliberation.signedResolution === true;
      if (unsigned && (await unsignedMeetings(manager, round.id, 'all')).length > 0) return null;
      return { at, owners: [OFFICERS], superiors: [] };
    },
  }),
  dutySource({ kind: 'sign-resolution', clock: 'stalled', during: SINCE_DELIBERATION, find: signaturesOpen }),
  dutySource({
    kind: 'resolve-re-evaluation',
    clock: 'stalled',
    during: ['objection-window'],
    find: reEvaluationsSigned,
  }),
];
