import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { lockPlan, planNotNow } from '@daegaejo/plan';
import { assertVersion, changeRecord, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { appendTerms } from './agreement-terms.js';
import { AGREEMENT_TABLE, type AgreementAction } from './rules/index.js';
import { signerOf } from './signer.js';
import { AgreementEntity } from './store/agreement.entity.js';
import { agreementOf } from './store/records.js';

/**
 * An owner ministry drafts the agreement with a designated region (협약안, 특별법 제12조의2), or drafts it anew: a new version,
 * under which nobody has signed yet. 409 once it is signed; then it takes a change.
 */
export async function draftAgreement(
  tx: Tx,
  actor: Actor,
  input: { planId: string; terms: string; expectedVersion: number | null },
): Promise<AgreementEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'draftAgreement', plan);
  if (plan.state !== 'designated') throw planNotNow(plan, 'draft-agreement');
  await signerOf(tx, actor, plan);
  const known = await agreementOf(tx.manager, plan.id);
  if (known !== null) {
    assertAgreement(known, 'redraft');
    assertVersion(known, input.expectedVersion);
  }
  const no = (known?.no ?? 0) + 1;
  const fresh: AgreementEntity = {
    id: tx.newId(),
    roundId: plan.roundId,
    planId: plan.id,
    provinceId: plan.provinceId,
    state: AGREEMENT_TABLE.initial,
    no,
    signedAt: null,
    closedAt: null,
    closedReason: null,
    version: 1,
  };
  if (known === null) await tx.manager.insert(AgreementEntity, fresh);
  const agreement = known === null ? fresh : await changeRecord(tx.manager, AgreementEntity, known, { no });
  const terms = await appendTerms(tx, actor, plan, {
    agreementId: agreement.id,
    no,
    terms: input.terms,
    changeId: null,
  });
  await recordAgreement(tx, agreement, 'AgreementDrafted', known?.state ?? null, terms.contentHash);
  return agreement;
}

/** Refuses what the table does not let happen to the agreement now. */
export function assertAgreement({ state }: AgreementEntity, action: AgreementAction): void {
  if (nextState(AGREEMENT_TABLE, state, action) === null)
    throw refused('agreement.not-now', allowedActions(AGREEMENT_TABLE, state), { state, action });
}

export const recordAgreement = (
  tx: Tx,
  { id, roundId, provinceId, planId, no, state }: AgreementEntity,
  type: string,
  from: string | null,
  hash: string | null,
  reason: string | null = null,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'agreement', id },
    roundId,
    provinceId,
    from,
    to: state,
    reason,
    contentHash: hash,
    data: { planId, no },
    audience: 'province',
  });
