import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, changeRecord, invalid, notFound, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import type { PlanEntity } from '@daegaejo/plan';
import { recordOpinion } from './issue-opinion.js';
import { type Answer, answerFindings, OPINION_TABLE, type OpinionAction } from './rules/index.js';
import { lockConsultedPlan } from './store/consultings.js';
import { OpinionEntity, OpinionTurnEntity } from './store/opinion.entity.js';

/**
 * The province answers an opinion: 반영, 일부반영, 미반영; the last two with a reason. It may name the changes that answer it, and a
 * submitted version that has them already; else they are looked for in the next one.
 */
export async function answerOpinion(
  tx: Tx,
  actor: Actor,
  input: {
    opinionId: string;
    answer: Answer;
    reason: string | null;
    changes: readonly string[];
    inVersionNo: number | null;
    expectedVersion: number | null;
  },
): Promise<OpinionEntity> {
  const { opinion, plan } = await load(tx, actor, input.opinionId);
  authorise(actor, 'answerOpinion', plan);
  assertVersion(opinion, input.expectedVersion);
  if (nextState(OPINION_TABLE, opinion.state, 'answer') === null) throw notNow(opinion, 'answer');
  assertNone(answerFindings(input, { onVersionNo: opinion.onVersionNo, newest: plan.versionNo }));
  return takeTurn(tx, plan, opinion, {
    kind: 'answer',
    answer: input.answer,
    text: input.reason,
    changes: input.changes,
    inVersionNo: input.inVersionNo ?? plan.versionNo + 1,
    personId: actor.personId ?? '',
  });
}

/** The consultant who gave the opinion accepts the answer, reopens the opinion with a reason, or closes it. */
export async function reviewOpinion(
  tx: Tx,
  actor: Actor,
  input: {
    opinionId: string;
    decision: 'accept' | 'reopen' | 'close';
    text: string | null;
    expectedVersion: number | null;
  },
): Promise<OpinionEntity> {
  const { opinion, plan } = await load(tx, actor, input.opinionId);
  authorise(actor, 'reviewOpinion', { ...plan, people: [opinion.consultantId] });
  assertVersion(opinion, input.expectedVersion);
  if (nextState(OPINION_TABLE, opinion.state, input.decision) === null) throw notNow(opinion, input.decision);
  if (input.decision === 'reopen' && input.text === null)
    throw invalid([{ field: 'text', code: 'consulting.reopen-reason' }]);
  return takeTurn(tx, plan, opinion, {
    kind: input.decision,
    answer: null,
    text: input.text,
    changes: null,
    inVersionNo: null,
    personId: actor.personId ?? '',
  });
}

/** An opinion is visible to whoever sees its plan and takes part in consulting. */
async function load(tx: Tx, actor: Actor, opinionId: string): Promise<{ opinion: OpinionEntity; plan: PlanEntity }> {
  const known = await tx.manager.findOneBy(OpinionEntity, { id: opinionId });
  if (known === null) throw notFound();
  const plan = await lockConsultedPlan(tx, actor, known.planId);
  return { plan, opinion: await tx.manager.findOneByOrFail(OpinionEntity, { id: opinionId }) };
}

async function takeTurn(
  tx: Tx,
  plan: PlanEntity,
  opinion: OpinionEntity,
  turn: Pick<OpinionTurnEntity, 'kind' | 'answer' | 'text' | 'changes' | 'inVersionNo' | 'personId'>,
): Promise<OpinionEntity> {
  const state = nextState(OPINION_TABLE, opinion.state, turn.kind);
  if (state === null) throw notNow(opinion, turn.kind);
  const no = 1 + (await tx.manager.countBy(OpinionTurnEntity, { opinionId: opinion.id }));
  await tx.manager.insert(OpinionTurnEntity, { ...turn, id: tx.newId(), opinionId: opinion.id, no, at: tx.now });
  const changed = await changeRecord(tx.manager, OpinionEntity, opinion, { state });
  await recordOpinion(tx, plan, opinion, {
    type: EVENTS[turn.kind],
    from: opinion.state,
    to: state,
    reason: turn.text,
  });
  return changed;
}

const EVENTS: { readonly [A in OpinionAction]: string } = {
  answer: 'OpinionAnswered',
  accept: 'OpinionAccepted',
  reopen: 'OpinionReopened',
  close: 'OpinionClosed',
};

const notNow = (opinion: OpinionEntity, action: string) =>
  refused('consulting.opinion-not-now', allowedActions(OPINION_TABLE, opinion.state), { state: opinion.state, action });
