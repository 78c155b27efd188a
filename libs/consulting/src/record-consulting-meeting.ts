import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, refused, type Tx } from '@daegaejo/platform';
import { type Finding, seoulDay } from '@daegaejo/platform/rules';
import { lockPlan } from '@daegaejo/plan';
import { recordStep } from './record-step.js';
import { activeAssignments } from './store/consultings.js';
import { ConsultingMeetingEntity, ConsultingRoundEntity } from './store/session.entity.js';

type NewMeeting = Omit<ConsultingMeetingEntity, 'id' | 'consultingRound' | 'recordedBy' | 'recordedAt'> & {
  /** null = the newest round of the phase. */
  readonly consultingRound: number | null;
};

/**
 * An appointed consultant or the secretariat records a visit or meeting that took place (현장 방문·회의 기록). A correction is a new
 * record that names the old one; 409 where that was corrected before, 422 for a day to come or a round there is not.
 */
export async function recordConsultingMeeting(
  tx: Tx,
  actor: Actor,
  meeting: NewMeeting,
): Promise<ConsultingMeetingEntity> {
  const plan = await lockPlan(tx, actor, meeting.planId);
  const { phase, correctsId } = meeting;
  const appointed = (await activeAssignments(tx.manager, plan.id)).filter((assignment) => assignment.phase === phase);
  authorise(actor, 'recordConsultingMeeting', { ...plan, people: appointed.map(({ personId }) => personId) });
  const rounds = await tx.manager.countBy(ConsultingRoundEntity, { planId: plan.id, phase });
  assertNone(await meetingFindings(tx, meeting, rounds));
  if (correctsId !== null && (await tx.manager.existsBy(ConsultingMeetingEntity, { correctsId })))
    throw refused('consulting.meeting-corrected', []);
  const recorded: ConsultingMeetingEntity = {
    ...meeting,
    consultingRound: meeting.consultingRound ?? rounds,
    id: tx.newId(),
    recordedBy: actor.personId ?? '',
    recordedAt: tx.now,
  };
  await tx.manager.insert(ConsultingMeetingEntity, recorded);
  await recordStep(tx, plan, {
    type: 'ConsultingMeetingRecorded',
    data: { meetingId: recorded.id, phase, no: recorded.consultingRound, kind: meeting.kind },
  });
  return recorded;
}

async function meetingFindings({ manager, now }: Tx, meeting: NewMeeting, rounds: number): Promise<Finding[]> {
  const { planId, phase, consultingRound: no, heldOn, correctsId } = meeting;
  const known = correctsId === null || (await manager.existsBy(ConsultingMeetingEntity, { id: correctsId, planId }));
  return [
    ...((no ?? 1) > rounds
      ? [{ field: 'consultingRound', code: 'consulting.round-unknown', params: { phase, rounds } }]
      : []),
    ...(heldOn > seoulDay(now) ? [{ field: 'heldOn', code: 'consulting.meeting-to-come' }] : []),
    ...(known ? [] : [{ field: 'correctsId', code: 'consulting.meeting-unknown' }]),
  ];
}
