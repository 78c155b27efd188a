import {
  PlanEntity,
  PlanMinistryEntity,
  PlanReaderEntity,
  PlanScreeningEntity,
  PlanVersionEntity,
} from './store/plan.entity.js';

export { type PlanOfDuty, plansOfDuty } from './duties.js';
export * from './messages.js';
export { movePlan, planNotNow } from './move-plan.js';
export * from './plan.module.js';
export { isOwn, planView } from './plans.query.js';
export { PlanView } from './http/plan.dto.js';
export { ReadingGates } from './reading-gates.js';
export { PlanEntity, PlanVersionEntity } from './store/plan.entity.js';
export { peopleOfPlans, type PlanPerson, plansOfProvinces } from './store/plan-people.js';
export {
  admitReader,
  dismissReader,
  everReader,
  heldPlan,
  lockPlan,
  newestVersion,
  planOf,
  plansIn,
  readPlan,
  visiblePlans,
} from './store/plans.js';
export { SubmissionGates } from './submission-gates.js';
export { appendVersion } from './submit-plan.js';
export const PLAN_ENTITIES = [PlanEntity, PlanVersionEntity, PlanReaderEntity, PlanMinistryEntity, PlanScreeningEntity];
