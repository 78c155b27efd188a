import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, notFound, refused, type Tx } from '@daegaejo/platform';
import { recordStep } from './record-step.js';
import { isWaiting } from './rules/index.js';
import { lockConsultedPlan } from './store/consultings.js';
import { OpinionEntity } from './store/opinion.entity.js';
import { ConsultingRoundEntity } from './store/session.entity.js';

/** Closes a round of consulting (차수 종료): 409 while an opinion of it waits for its answer, or where it is closed. */
export async function closeConsultingRound(
  tx: Tx,
  actor: Actor,
  input: { consultingRoundId: string; expectedVersion: number | null },
): Promise<ConsultingRoundEntity> {
  const known = await tx.manager.findOneBy(ConsultingRoundEntity, { id: input.consultingRoundId });
  if (known === null) throw notFound();
  const plan = await lockConsultedPlan(tx, actor, known.planId);
  authorise(actor, 'closeConsultingRound', plan);
  const round = await tx.manager.findOneByOrFail(ConsultingRoundEntity, { id: known.id });
  assertVersion(round, input.expectedVersion);
  if (round.closedAt !== null) throw refused('consulting.round-closed', ['openConsultingRound'], { no: round.no });
  const opinions = await tx.manager.findBy(OpinionEntity, {
    planId: plan.id,
    phase: round.phase,
    consultingRound: round.no,
  });
  const waiting = opinions.filter(({ state }) => isWaiting(state)).length;
  if (waiting > 0) throw refused('consulting.round-waits', ['answer', 'close'], { waiting });
  const closed = await changeRecord(tx.manager, ConsultingRoundEntity, round, {
    closedBy: actor.personId ?? '',
    closedAt: tx.now,
  });
  await recordStep(tx, plan, { type: 'ConsultingRoundClosed', data: { phase: round.phase, no: round.no } });
  return closed;
}
