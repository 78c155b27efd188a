import { authorise, holdersOf } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { changeRecord, invalid, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { lockRound, notNow } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { PANEL_MEMBER_TABLE, type PanelMemberAction } from './rules/index.js';
import { PanelMemberEntity } from './store/evaluation.entity.js';
import { readMember } from './store/evaluations.js';

/** The secretariat invites somebody to the panel of a round (평가위원 위촉), one of them as its chair. */
export async function addPanelMember(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; personId: string; chair: boolean },
): Promise<PanelMemberEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'addPanelMember', { roundId: round.id });
  if (round.state === 'draft' || round.state === 'cancelled' || hasReached(round.state, 'scores-locked'))
    throw notNow(round, 'add-panel-member');
  for (const role of input.chair ? (['evaluator', 'panel-chair'] as const) : (['evaluator'] as const)) {
    if (!(await holdersOf(tx.manager, role, [input.personId])).has(input.personId))
      throw invalid([{ field: 'personId', code: 'evaluation.role-needed', params: { role } }]);
  }
  if (await tx.manager.existsBy(PanelMemberEntity, { roundId: round.id, personId: input.personId }))
    throw refused('evaluation.member-already', []);
  if (input.chair && (await tx.manager.existsBy(PanelMemberEntity, { roundId: round.id, chair: true })))
    throw refused('evaluation.chair-already', []);
  const member: PanelMemberEntity = {
    id: tx.newId(),
    roundId: round.id,
    personId: input.personId,
    chair: input.chair,
    state: PANEL_MEMBER_TABLE.initial,
    invitedAt: tx.now,
    pledgedAt: null,
    version: 1,
  };
  await tx.manager.insert(PanelMemberEntity, member);
  await record(tx, member, 'PanelMemberInvited', null);
  return member;
}

/** The invited person accepts or declines. */
export async function respondToInvitation(
  tx: Tx,
  actor: Actor,
  input: { memberId: string; response: 'accept' | 'decline' },
): Promise<PanelMemberEntity> {
  const member = await ownMembership(tx, actor, input.memberId, 'respondToInvitation');
  return move(tx, member, input.response, input.response === 'accept' ? 'PanelMemberAccepted' : 'PanelMemberDeclined');
}

/** The member signs the pledge of secrecy and integrity (보안·청렴서약); no document opens before it. */
export async function signPledge(tx: Tx, actor: Actor, input: { memberId: string }): Promise<PanelMemberEntity> {
  const member = await ownMembership(tx, actor, input.memberId, 'signPledge');
  return move(tx, member, 'pledge', 'PledgeSigned', { pledgedAt: tx.now });
}

async function ownMembership(
  tx: Tx,
  actor: Actor,
  id: string,
  operation: 'respondToInvitation' | 'signPledge',
): Promise<PanelMemberEntity> {
  const member = await readMember(tx.manager, actor, id);
  authorise(actor, operation, { roundId: member.roundId, people: [member.personId] });
  return member;
}

async function move(
  tx: Tx,
  member: PanelMemberEntity,
  action: PanelMemberAction,
  type: string,
  change: Partial<PanelMemberEntity> = {},
): Promise<PanelMemberEntity> {
  const state = nextState(PANEL_MEMBER_TABLE, member.state, action);
  if (state === null)
    throw refused('evaluation.member-not-now', allowedActions(PANEL_MEMBER_TABLE, member.state), {
      state: member.state,
      action,
    });
  const changed = await changeRecord(tx.manager, PanelMemberEntity, member, { ...change, state });
  await record(tx, changed, type, member.state);
  return changed;
}

const record = (tx: Tx, member: PanelMemberEntity, type: string, from: string | null): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'panel-member', id: member.id },
    roundId: member.roundId,
    from,
    to: member.state,
    data: { personId: member.personId, chair: member.chair },
  });
