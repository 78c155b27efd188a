import type { Actor } from '@daegaejo/identity/rules';
import { newestVersion, type PlanEntity } from '@daegaejo/plan';
import { targetTotals } from '@daegaejo/plan/rules';
import { contentHash, invalid, notFound, type Tx } from '@daegaejo/platform';
import { newestFunding } from '../store/fundings.js';
import { AgreementVersionEntity } from './store/agreement.entity.js';

/**
 * Writes down the next version of an agreement: 사업내용 (newest version of the plan), 투자분담 (newest funding plan) and 사업목표
 * (three-year targets), each by number and hash. 422 where the region has no funding plan.
 */
export async function appendTerms(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
  { agreementId, no, terms, changeId }: { agreementId: string; no: number; terms: string; changeId: string | null },
): Promise<AgreementVersionEntity> {
  const version = await newestVersion(tx.manager, plan);
  if (version === null) throw notFound();
  const funding = await newestFunding(tx.manager, plan.id);
  if (funding === null)
    throw invalid([{ field: 'funding', code: 'funding.missing', params: { title: plan.filedTitle ?? plan.id } }]);
  const says = {
    planVersionNo: version.no,
    planContentHash: version.contentHash,
    fundingNo: funding.no,
    fundingHash: funding.contentHash,
    targets: Object.fromEntries(targetTotals(version.content.indicators)),
    terms,
    changeId,
  };
  const row: AgreementVersionEntity = {
    ...says,
    id: tx.newId(),
    agreementId,
    no,
    contentHash: contentHash({ planId: plan.id, no, ...says }),
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
  };
  await tx.manager.insert(AgreementVersionEntity, row as never);
  return row;
}
