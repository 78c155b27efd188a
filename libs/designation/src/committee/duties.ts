import { rankedAt } from '@daegaejo/evaluation';
import { PlanEntity, plansIn } from '@daegaejo/plan';
import { type Instant, seoulDay } from '@daegaejo/platform/rules';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, roundDutySource } from '@daegaejo/round';
import { OFFICERS, SECRETARIAT } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { isSeated } from '../rules/index.js';
import { MeetingEntity, ResolutionEntity } from '../store/meeting.entity.js';
import { unsignedMeetings } from './decided.js';
import { countingResolutions } from './resolutions.js';
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

/** Closed meetings whose resolution waits: for its draft, or for the co-chairs who have not signed the newest. */
async function signaturesOpen({ manager, round, policy, now }: DutyContext): Promise<FoundDuty[]> {
  if (policy.deliberation.signedResolution !== true) return [];
  const chairs = (await seatsOf(manager, round.id)).filter((seat) => isSeated(seat, seoulDay(now)));
  const open: FoundDuty[] = [];
  for (const { meeting, document, waiting } of await unsignedMeetings(manager, round.id)) {
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

async function lastResolution(manager: EntityManager, roundId: string): Promise<Instant | null> {
  const last = await manager
    .createQueryBuilder(ResolutionEntity, 'resolution')
    .select('MAX(resolution.resolvedAt)', 'at')
    .where('resolution.roundId = :roundId', { roundId })
    .getRawOne<{ at: Instant | null }>();
  return last?.at ?? null;
}

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
      const unsigned = context.policy.deliberation.signedResolution === true;
      if (unsigned && (await unsignedMeetings(manager, round.id, 'all')).length > 0) return null;
      return { at, owners: [OFFICERS], superiors: [] };
    },
  }),
  dutySource({ kind: 'sign-resolution', clock: 'stalled', during: ['deliberation'], find: signaturesOpen }),
];
