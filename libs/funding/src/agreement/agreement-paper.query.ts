import { authorise, organisationIds, organisationNamesOn } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { PlanVersionEntity, readPlan } from '@daegaejo/plan';
import { isRehearsal, notFound, type Reading } from '@daegaejo/platform';
import { type Paper, seoulDay } from '@daegaejo/platform/rules';
import { policyOf, RoundEntity } from '@daegaejo/round';
import { FundingPlanEntity } from '../store/funding.entity.js';
import { linesOf } from '../store/fundings.js';
import { agreementPaper } from './rules/index.js';
import { PlanChangeEntity } from './store/change.entity.js';
import { agreementOf, termsOf } from './store/records.js';

/**
 * 협약서 with its annexes, of the newest version of an agreement or of version `no`: drawn from the very plan and funding plan
 * the version names. 404 before it was drafted, and for a version there is none of.
 */
export async function agreementDocument(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  no: number | null,
): Promise<Paper> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'exportAgreement', plan);
  const agreement = await agreementOf(manager, planId);
  if (agreement === null) throw notFound();
  const found = await termsOf(manager, { id: agreement.id, no: no ?? agreement.no });
  if (found === null) throw notFound();
  const { terms, signatures } = found;
  const version = await manager.findOneByOrFail(PlanVersionEntity, { planId, no: terms.planVersionNo });
  const funding = await manager.findOneByOrFail(FundingPlanEntity, { planId, no: terms.fundingNo });
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const change =
    terms.changeId === null ? null : await manager.findOneByOrFail(PlanChangeEntity, { id: terms.changeId });
  const { owners } = await policyOf(manager, round);
  const issuedAt = [terms.createdAt, ...signatures.map(({ signedAt }) => signedAt)].sort().at(-1) ?? terms.createdAt;
  const lines = await linesOf(manager, [funding.id]);
  const codes = [
    ...owners,
    ...lines.map(({ ministry }) => ministry),
    ...version.content.subProjects.map(({ ministry }) => ministry),
  ];
  const ids = await organisationIds(manager, [...new Set(codes)]);
  const parties = signatures.map(({ organisationId }) => organisationId);
  const names = await organisationNamesOn(
    manager,
    [...ids.values(), ...parties, plan.provinceId],
    seoulDay(agreement.signedAt ?? issuedAt),
  );
  const ministries = new Map([...ids].map(([code, id]) => [code, names.get(id) ?? code]));
  return agreementPaper(version.content, lines, {
    ...terms,
    round: round.title,
    province: names.get(plan.provinceId) ?? '',
    owners: owners.map((code) => ministries.get(code) ?? code),
    newestNo: agreement.no,
    changeNo: change?.no ?? null,
    state: agreement.state,
    signedAt: agreement.signedAt,
    closedAt: agreement.closedAt,
    issuedAt,
    signatures: signatures.map(({ organisationId, ...signature }) => ({
      ...signature,
      party: names.get(organisationId) ?? '',
    })),
    ministries,
    rehearsal: await isRehearsal(manager),
  });
}
