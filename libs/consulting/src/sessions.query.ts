import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageByTime, type PageQuery, type Reading } from '@daegaejo/platform';
import { type EntityManager, In } from 'typeorm';
import type { ConsultingMeetingView, ConsultingRoundView } from './http/session.dto.js';
import { consultedPlan } from './opinions.query.js';
import { ConsultingMeetingEntity, ConsultingRoundEntity } from './store/session.entity.js';

/** The rounds of consulting of a plan, of both phases, as they were opened. */
export async function listConsultingRounds(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<ConsultingRoundView>> {
  await consultedPlan(manager, actor, planId, 'listConsultingRounds');
  const select = manager.createQueryBuilder(ConsultingRoundEntity, 'round').where('round.planId = :planId', { planId });
  const page = await pageByTime(select, 'openedAt', query);
  return { ...page, items: page.items.map(consultingRoundView) };
}

export const consultingRoundView = (round: ConsultingRoundEntity): ConsultingRoundView => ({
  id: round.id,
  planId: round.planId,
  phase: round.phase,
  no: round.no,
  reason: round.reason,
  openedAt: round.openedAt,
  closedAt: round.closedAt,
  version: round.version,
});

/** Visits and meetings on a plan by the day they were held, corrected records with those that stand for them. */
export async function listConsultingMeetings(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<ConsultingMeetingView>> {
  await consultedPlan(manager, actor, planId, 'listConsultingMeetings');
  const select = manager
    .createQueryBuilder(ConsultingMeetingEntity, 'meeting')
    .where('meeting.planId = :planId', { planId });
  const page = await pageByTime(select, 'heldOn', query);
  const corrections = await correctionsOf(manager, page.items);
  return { ...page, items: page.items.map((meeting) => consultingMeetingView(meeting, corrections.get(meeting.id))) };
}

async function correctionsOf(
  manager: EntityManager,
  meetings: readonly ConsultingMeetingEntity[],
): Promise<Map<string, string>> {
  const later = await manager.findBy(ConsultingMeetingEntity, { correctsId: In(meetings.map(({ id }) => id)) });
  return new Map(later.map(({ id, correctsId }) => [correctsId ?? '', id]));
}

export const consultingMeetingView = (
  { recordedBy: _whose, ...meeting }: ConsultingMeetingEntity,
  correctedById: string | null = null,
): ConsultingMeetingView => ({ ...meeting, correctedById });
