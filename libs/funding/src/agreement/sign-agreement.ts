import { authorise } from '@daegaejo/identity';
import { type Actor, organisationsOf } from '@daegaejo/identity/rules';
import { lockPlan, type PlanEntity, planNotNow } from '@daegaejo/plan';
import { changeRecord, invalid, notFound, Problem, refused, type Tx } from '@daegaejo/platform';
import { missingOwners, policyOf, roundOf, signingMinistry } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { assertAgreement, recordAgreement } from './draft-agreement.js';
import { AgreementEntity, AgreementSignatureEntity } from './store/agreement.entity.js';
import { agreementOf, newestTerms } from './store/records.js';

interface Input {
  readonly planId: string;
  /** Content hash of the version being signed. */
  readonly contentHash: string;
  /** 공문 번호; the province signs by letter. */
  readonly letterNumber: string | null;
}

/**
 * One party signs the very version it has read (its content hash): the province by its approver with a letter, the state by
 * every owner ministry, each by another person. With the last signature the agreement stands.
 */
export async function signAgreement(tx: Tx, actor: Actor, input: Input): Promise<AgreementEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'signAgreement', plan);
  const agreement = await agreementOf(tx.manager, plan.id);
  if (agreement === null) throw notFound();
  if (plan.state !== 'designated') throw planNotNow(plan, 'sign-agreement');
  assertAgreement(agreement, 'sign');
  const { terms, signatures } = await newestTerms(tx.manager, agreement);
  if (terms.contentHash !== input.contentHash) throw refused('agreement.other-content', ['sign', 'redraft']);
  const policy = await policyOf(tx.manager, await roundOf(tx, plan.roundId));
  const party = await partyOf(tx, actor, plan, policy);
  if (signatures.some(({ personId }) => personId === actor.personId)) throw new Problem(403, 'agreement.four-eyes');
  if (signatures.some(({ organisationId }) => organisationId === party.organisationId))
    throw refused('agreement.signed-already', ['sign']);
  if (party.side === 'province' && input.letterNumber === null)
    throw invalid([{ field: 'letterNumber', code: 'agreement.letter' }]);
  const signature: AgreementSignatureEntity = {
    ...party,
    id: tx.newId(),
    agreementId: agreement.id,
    versionNo: terms.no,
    contentHash: terms.contentHash,
    personId: actor.personId ?? '',
    letterNumber: input.letterNumber,
    signedAt: tx.now,
  };
  await tx.manager.insert(AgreementSignatureEntity, signature);
  const signed = [...signatures, signature];
  const complete =
    signed.some(({ side }) => side === 'province') &&
    (
      await missingOwners(
        tx.manager,
        policy,
        signed.map(({ organisationId }) => organisationId),
      )
    ).length === 0;
  const changed = await changeRecord(
    tx.manager,
    AgreementEntity,
    agreement,
    complete ? { state: 'signed', signedAt: tx.now } : {},
  );
  await recordAgreement(
    tx,
    changed,
    complete ? 'AgreementConcluded' : 'AgreementSigned',
    agreement.state,
    terms.contentHash,
  );
  return changed;
}

/** For whom the actor signs: his province where the plan is its own, else his ministry. */
async function partyOf(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
  policy: RoundPolicy,
): Promise<Pick<AgreementSignatureEntity, 'side' | 'organisationId'>> {
  const own = organisationsOf(actor, ['province-approver'], plan.roundId).includes(plan.provinceId);
  if (own) return { side: 'province', organisationId: plan.provinceId };
  return { side: 'state', organisationId: await signingMinistry(tx.manager, actor, policy, plan.roundId) };
}
