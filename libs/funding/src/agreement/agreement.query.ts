import { authorise, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { readPlan } from '@daegaejo/plan';
import { notFound, type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { allowedActions, type Instant } from '@daegaejo/platform/rules';
import { policyOf, RoundEntity } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { AgreementView, ProjectPlanView } from './http/agreement.dto.js';
import { AGREEMENT_TABLE, agreementDueAt, PROJECT_PLAN_TABLE } from './rules/index.js';
import { type AgreementEntity, AgreementVersionEntity } from './store/agreement.entity.js';
import { ProjectPlanEntity } from './store/project-plan.entity.js';
import { agreementOf, designatedOn, newestTerms } from './store/records.js';

/** The agreement of a region as it stands, with all its versions. 404 before it was drafted. */
export async function getAgreement({ manager }: Reading, actor: Actor, planId: string): Promise<AgreementView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getAgreement', plan);
  const agreement = await agreementOf(manager, planId);
  if (agreement === null) throw notFound();
  return agreementView(manager, agreement);
}

export async function agreementView(manager: EntityManager, agreement: AgreementEntity): Promise<AgreementView> {
  const { terms, signatures } = await newestTerms(manager, agreement);
  const versions = await manager.find(AgreementVersionEntity, {
    where: { agreementId: agreement.id },
    order: { no: 'ASC' },
  });
  const names = await organisationsById(
    manager,
    signatures.map(({ organisationId }) => organisationId),
  );
  const { planVersionNo, planContentHash, fundingNo, fundingHash, targets, contentHash } = terms;
  return {
    id: agreement.id,
    planId: agreement.planId,
    state: agreement.state,
    no: agreement.no,
    dueAt: await dueAtOf(manager, agreement),
    signedAt: agreement.signedAt,
    closedAt: agreement.closedAt,
    closedReason: agreement.closedReason,
    terms: terms.terms,
    planVersionNo,
    planContentHash,
    fundingNo,
    fundingHash,
    targets: { ...targets },
    contentHash,
    signatures: signatures.map(({ side, organisationId, letterNumber, signedAt }) => ({
      side,
      organisation: names.get(organisationId)?.code ?? '',
      letterNumber,
      signedAt,
    })),
    versions: versions.map((version) => ({
      no: version.no,
      planVersionNo: version.planVersionNo,
      fundingNo: version.fundingNo,
      contentHash: version.contentHash,
      changeId: version.changeId,
      createdAt: version.createdAt,
    })),
    allowed: allowedActions(AGREEMENT_TABLE, agreement.state),
    version: agreement.version,
  };
}

async function dueAtOf(manager: EntityManager, { planId, roundId }: AgreementEntity): Promise<Instant | null> {
  const day = await designatedOn(manager, planId);
  if (day === null) return null;
  const policy = await policyOf(manager, await manager.findOneByOrFail(RoundEntity, { id: roundId }));
  return agreementDueAt(day, policy.agreement?.days);
}

/** 사업계획 of a region. */
export async function listProjectPlans(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<ProjectPlanView>> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listProjectPlans', plan);
  const select = manager.createQueryBuilder(ProjectPlanEntity, 'project').where('project.planId = :planId', { planId });
  return pageById(select, 'project', query, projectPlanView);
}

export const projectPlanView = (row: ProjectPlanEntity): ProjectPlanView => ({
  id: row.id,
  planId: row.planId,
  no: row.no,
  state: row.state,
  sheet: row.sheet as ProjectPlanView['sheet'],
  contentHash: row.contentHash,
  letterNumber: row.letterNumber,
  filedOn: row.filedOn,
  approvedBy: row.approvals.map(({ ministryId }) => ministryId),
  rejection: row.rejection,
  approvedOn: row.approvedOn,
  startedOn: row.startedOn,
  startLetter: row.startLetter,
  allowed: allowedActions(PROJECT_PLAN_TABLE, row.state),
  version: row.version,
});
