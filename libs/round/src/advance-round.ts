import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, Problem, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding, nextState } from '@daegaejo/platform/rules';
import { missingApprovals } from './approve-round.js';
import { moveRound, notNow } from './move-round.js';
import type { GateContext, RoundGates } from './round-gates.js';
import { ACTIONS_ELSEWHERE, isInTime, ROUND_TABLE, type RoundAction } from './rules/index.js';
import type { RoundEntity } from './store/round.entity.js';
import { currentDeadline, lockRound, policyOf } from './store/rounds.js';

/** Steps only an officer of a ministry may take; the secretariat runs the others. */
const OFFICER_ONLY: readonly RoundAction[] = ['announce', 'cancel', 'confirm', 'designate', 'close'];

/** Takes the round one step on (회차 진행), if the state, the calendar, both ministries and every later stage agree. */
export async function advanceRound(
  tx: Tx,
  actor: Actor,
  gates: RoundGates,
  input: { roundId: string; action: RoundAction; reason: string | null; expectedVersion: number | null },
): Promise<RoundEntity> {
  const { action } = input;
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, OFFICER_ONLY.includes(action) ? 'approveRound' : 'advanceRound', { roundId: round.id });
  assertVersion(round, input.expectedVersion);
  if (nextState(ROUND_TABLE, round.state, action) === null || ACTIONS_ELSEWHERE.includes(action))
    throw notNow(round, action);
  const policy = await policyOf(tx.manager, round);
  const context: GateContext = { tx, actor, round, policy };
  const open = gates.for(action);
  const findings = [...(await ownFindings(context, action, input.reason))];
  for (const gate of open) findings.push(...((await gate.holds?.(context)) ?? []));
  if (findings.length > 0)
    throw new Problem(
      409,
      'round.step-held',
      { action },
      { findings, allowed: allowedActions(ROUND_TABLE, round.state) },
    );
  const moved = await moveRound(tx, round, action, {
    change: changeOf(action, tx, input.reason),
    reason: input.reason,
  });
  for (const gate of open) await gate.effect?.({ ...context, round: moved });
  return moved;
}

/** What the round itself holds against a step. */
async function ownFindings(
  { tx, round, policy }: GateContext,
  action: RoundAction,
  reason: string | null,
): Promise<Finding[]> {
  switch (action) {
    case 'announce':
      return missingApprovals(tx.manager, round, policy, 'policy');
    case 'cancel':
      return [
        ...(reason === null ? [{ field: 'reason', code: 'round.cancel.reason' }] : []),
        ...(await missingApprovals(tx.manager, round, policy, 'cancel')),
      ];
    case 'start-pre-consulting':
      return stillOpen(tx.now, await currentDeadline(tx.manager, round, policy, 'pre-intake'));
    case 'start-screening':
      return stillOpen(tx.now, await currentDeadline(tx.manager, round, policy, 'intake'));
    default:
      return [];
  }
}

const stillOpen = (now: string, deadline: string): Finding[] =>
  isInTime(now, deadline) ? [{ field: 'action', code: 'round.deadline-ahead', params: { deadline } }] : [];

function changeOf(action: RoundAction, tx: Tx, reason: string | null): Partial<RoundEntity> {
  if (action === 'announce') return { announcedAt: tx.now };
  if (action === 'cancel') return { cancelReason: reason };
  return {};
}
