import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, changeRecord, refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { type CalendarStep, extensionFindings, hasReached, ROUND_TABLE, type RoundState } from './rules/index.js';
import { DeadlineExtensionEntity, RoundEntity } from './store/round.entity.js';
import { currentDeadline, lockRound, policyOf } from './store/rounds.js';

/** From this state on the step is over and its deadline cannot move any more. */
const OVER: { readonly [S in CalendarStep]: RoundState } = {
  'pre-intake': 'pre-consulting',
  intake: 'screening',
  scoring: 'scores-locked',
  'final-draft': 'confirmed',
};

/** Moves a deadline later, for everybody, with a reason everybody can read (마감 연장). */
export async function extendDeadline(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; step: CalendarStep; deadline: string; reason: string },
): Promise<RoundEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'extendDeadline', { roundId: round.id });
  if (round.state === 'cancelled' || hasReached(round.state, OVER[input.step]))
    throw refused('round.extension.over', allowedActions(ROUND_TABLE, round.state), { step: input.step });
  const policy = await policyOf(tx.manager, round);
  const previous = await currentDeadline(tx.manager, round, policy, input.step);
  assertNone(extensionFindings(tx.now, previous, input.deadline));
  await tx.manager.insert(DeadlineExtensionEntity, {
    id: tx.newId(),
    roundId: round.id,
    step: input.step,
    previous,
    deadline: input.deadline,
    reason: input.reason,
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
  });
  await tx.record({
    type: 'DeadlineExtended',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    reason: input.reason,
    data: { step: input.step, previous, deadline: input.deadline },
    audience: 'public',
  });
  return changeRecord(tx.manager, RoundEntity, round, {});
}
