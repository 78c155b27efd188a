import { changeRecord, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { ROUND_TABLE, type RoundAction } from './rules/index.js';
import { RoundEntity } from './store/round.entity.js';

/** Takes one step of the table and records it: 409 with the actions open now where the table has no such step. */
export async function moveRound(
  tx: Tx,
  round: RoundEntity,
  action: RoundAction,
  more: { change?: Partial<RoundEntity>; reason?: string | null; contentHash?: string | null } = {},
): Promise<RoundEntity> {
  const to = nextState(ROUND_TABLE, round.state, action);
  if (to === null) throw notNow(round, action);
  const moved = await changeRecord(tx.manager, RoundEntity, round, { ...more.change, state: to });
  await tx.record({
    type: 'RoundMoved',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    from: round.state,
    to,
    reason: more.reason ?? null,
    contentHash: more.contentHash ?? null,
    data: { action },
    audience: 'public',
  });
  return moved;
}

/** The round's state does not allow `action` now. */
export function notNow(round: RoundEntity, action: string): Problem {
  return refused('round.not-now', allowedActions(ROUND_TABLE, round.state), { state: round.state, action });
}
