import { AgreementEntity, AgreementSignatureEntity, AgreementVersionEntity } from './agreement.entity.js';
import { PlanChangeDecisionEntity, PlanChangeEntity } from './change.entity.js';
import { ProjectPlanEntity } from './project-plan.entity.js';
import { RevocationReviewEntity } from './revocation.entity.js';

export const AGREEMENT_ENTITIES = [
  AgreementEntity,
  AgreementVersionEntity,
  AgreementSignatureEntity,
  ProjectPlanEntity,
  PlanChangeEntity,
  PlanChangeDecisionEntity,
  RevocationReviewEntity,
];
