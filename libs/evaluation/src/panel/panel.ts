import { authorise, holdersOf } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { changeRecord, invalid, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { lockRound, notNow, type RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { type Declaration, PANEL_MEMBER_TABLE, type PanelMemberAction, type PanelSeries } from '../rules/index.js';
import { assertInvitable } from './candidates.js';
import { declareInterests } from './declare-interests.js';
import { PanelMemberEntity } from '../store/evaluation.entity.js';
import { readMember, seated } from '../store/evaluations.js';

/**
 * The secretariat invites somebody to the panel of a round (평가위원 위촉), one of them as its chair. Somebody of the candidate
 * pool must be in good standing there; whoever was never entered may be invited as well. To the panel of a re-evaluation nobody
 * who was ever asked onto the one that ranked the round.
 */
export async function addPanelMember(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; personId: string; chair: boolean; series: PanelSeries },
): Promise<PanelMemberEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'addPanelMember', { roundId: round.id });
  if (!takesMembers(round, input.series)) throw notNow(round, 'add-panel-member');
  for (const role of input.chair ? (['evaluator', 'panel-chair'] as const) : (['evaluator'] as const)) {
    if (!(await holdersOf(tx.manager, role, [input.personId])).has(input.personId))
      throw invalid([{ field: 'personId', code: 'evaluation.role-needed', params: { role } }]);
  }
  await assertInvitable(tx, input.personId);
  const known = await tx.manager.findOneBy(PanelMemberEntity, { roundId: round.id, personId: input.personId });
  if (known !== null && known.series !== input.series)
    throw invalid([{ field: 'personId', code: 're-evaluation.old-panel' }]);
  if (known !== null) throw refused('evaluation.member-already', []);
  // a new panel is chaired plan by plan
  const chaired = { roundId: round.id, series: 'first', chair: true, state: seated() } as const;
  if (input.chair && input.series === 'first' && (await tx.manager.existsBy(PanelMemberEntity, chaired)))
    throw refused('evaluation.chair-already', []);
  const member: PanelMemberEntity = {
    id: tx.newId(),
    roundId: round.id,
    personId: input.personId,
    chair: input.chair,
    series: input.series,
    state: PANEL_MEMBER_TABLE.initial,
    invitedAt: tx.now,
    pledgedAt: null,
    version: 1,
  };
  await tx.manager.insert(PanelMemberEntity, member);
  await record(tx, member, 'PanelMemberInvited', null);
  return member;
}

/** A panel is put together until the committee deliberates; that of a re-evaluation while objections are dealt with. */
const takesMembers = ({ state }: RoundEntity, series: PanelSeries): boolean =>
  series === 're-evaluation'
    ? state === 'objection-window'
    : state !== 'draft' && state !== 'cancelled' && !hasReached(state, 'deliberation');

/** The invited person accepts or declines. */
export async function respondToInvitation(
  tx: Tx,
  actor: Actor,
  input: { memberId: string; response: 'accept' | 'decline' },
): Promise<PanelMemberEntity> {
  const member = await ownMembership(tx, actor, input.memberId, 'respondToInvitation');
  return moveMember(
    tx,
    member,
    input.response,
    input.response === 'accept' ? 'PanelMemberAccepted' : 'PanelMemberDeclined',
  );
}

/**
 * The member signs the pledge of secrecy and integrity (보안·청렴서약), and may declare his interests with it; no document opens
 * before it.
 */
export async function signPledge(
  tx: Tx,
  actor: Actor,
  input: { memberId: string; declarations: readonly Declaration[] },
): Promise<PanelMemberEntity> {
  const member = await ownMembership(tx, actor, input.memberId, 'signPledge');
  const pledged = await moveMember(tx, member, 'pledge', 'PledgeSigned', { pledgedAt: tx.now });
  if (input.declarations.length > 0) await declareInterests(tx, actor, input);
  return pledged;
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

/** Takes an appointment one step on and records it: 409 with the actions open now where the table has no such step. */
export async function moveMember(
  tx: Tx,
  member: PanelMemberEntity,
  action: PanelMemberAction,
  type: string,
  change: Partial<PanelMemberEntity> = {},
  reason: string | null = null,
): Promise<PanelMemberEntity> {
  const state = nextState(PANEL_MEMBER_TABLE, member.state, action);
  if (state === null)
    throw refused('evaluation.member-not-now', allowedActions(PANEL_MEMBER_TABLE, member.state), {
      state: member.state,
      action,
    });
  const changed = await changeRecord(tx.manager, PanelMemberEntity, member, { ...change, state });
  await record(tx, changed, type, member.state, reason);
  return changed;
}

const record = (
  tx: Tx,
  member: PanelMemberEntity,
  type: string,
  from: string | null,
  reason: string | null = null,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'panel-member', id: member.id },
    roundId: member.roundId,
    from,
    to: member.state,
    reason,
    data: { personId: member.personId, chair: member.chair, series: member.series },
  });
