import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { lockPlan, type PlanEntity } from '@daegaejo/plan';
import { assertVersion, changeRecord, notFound, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { recordChange } from './apply-change.js';
import { assertAgreement, recordAgreement } from './draft-agreement.js';
import { AGREEMENT_TABLE, agreementOverAt, CHANGE_TABLE } from './rules/index.js';
import { signerOf } from './signer.js';
import { AgreementEntity } from './store/agreement.entity.js';
import { PlanChangeEntity } from './store/change.entity.js';
import { agreementOf, openChange } from './store/records.js';

/** An owner ministry closes an agreement that was carried out, once the last funding year is over (convention). */
export async function endAgreement(
  tx: Tx,
  actor: Actor,
  input: { planId: string; reason: string; expectedVersion: number | null },
): Promise<AgreementEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'endAgreement', plan);
  const agreement = await agreementOf(tx.manager, plan.id);
  if (agreement === null) throw notFound();
  assertVersion(agreement, input.expectedVersion);
  assertAgreement(agreement, 'end');
  const { policy } = await signerOf(tx, actor, plan);
  const from = agreementOverAt(policy.fundingYears);
  if (tx.now < from) throw refused('agreement.not-over', ['amend', 'terminate'], { from });
  return close(tx, plan, agreement, 'ended', input.reason);
}

/** The agreement goes with the designation (지정 해제); so does a change nobody has decided on. */
export async function terminateAgreement(tx: Tx, plan: PlanEntity, reason: string): Promise<void> {
  const agreement = await agreementOf(tx.manager, plan.id);
  if (agreement === null || nextState(AGREEMENT_TABLE, agreement.state, 'terminate') === null) return;
  await close(tx, plan, agreement, 'terminated', reason);
}

async function close(
  tx: Tx,
  plan: PlanEntity,
  agreement: AgreementEntity,
  state: 'ended' | 'terminated',
  reason: string,
): Promise<AgreementEntity> {
  const open = await openChange(tx.manager, plan.id);
  if (open !== null) {
    if (state === 'ended')
      throw refused('change.open-already', allowedActions(CHANGE_TABLE, open.state), { no: open.no });
    const lapsed = { state: 'lapsed', closedAt: tx.now, closedReason: reason } as const;
    const gone = await changeRecord(tx.manager, PlanChangeEntity, open, lapsed);
    await recordChange(tx, gone, 'PlanChangeLapsed', open.state, { reason });
  }
  const change = { state, closedAt: tx.now, closedReason: reason };
  const closed = await changeRecord(tx.manager, AgreementEntity, agreement, change);
  const type = state === 'ended' ? 'AgreementEnded' : 'AgreementTerminated';
  await recordAgreement(tx, closed, type, agreement.state, null, reason);
  return closed;
}
