import type { AnyJob } from '@daegaejo/platform';
import { CATCH_UP_SEARCH, INDEX_PLAN } from './jobs/index-plan.job.js';
import { COMPLETE_UPLOAD, PREPARE_ATTACHMENT, REMOVE_BLOB, SCAN_ATTACHMENT, SWEEP_FILES } from './jobs/file-jobs.js';
import { LAPSE_SUPPLEMENTS } from './jobs/lapse-supplements.job.js';
import { ATTACHMENT_ENTITIES } from './store/attachment.entity.js';
import {
  PlanEntity,
  PlanMinistryEntity,
  PlanReaderEntity,
  PlanScreeningEntity,
  PlanVersionEntity,
} from './store/plan.entity.js';
import { PlanSectionEntity } from './store/plan-section.entity.js';
import { SubProjectReviewEntity } from './store/review.entity.js';
import { PlanCommentEntity } from './store/plan-comment.entity.js';
import { PlanSupplementEntity } from './store/supplement.entity.js';

export { type PlanOfDuty, plansOfDuty } from './duties.js';
export { type BookFrame, planBook } from './documents/plan-book.js';
export * from './messages.js';
export { movePlan, planNotNow } from './move-plan.js';
export * from './plan.module.js';
export { isOwn, planView } from './plans.query.js';
export { PlanView } from './http/plan.dto.js';
export { SaveDraftDto as PlanPartsDto } from './http/content.dto.js';
export { BudgetDeltaView, FigureDeltaView, PlanChangeView, SubProjectCountView } from './http/plan-diff.dto.js';
export { PIECE_TYPE } from './http/upload-headers.js';
export { SCAN_ATTACHMENT, SWEEP_FILES } from './jobs/file-jobs.js';
export { ReadingGates } from './reading-gates.js';
export { PlanEntity, PlanVersionEntity } from './store/plan.entity.js';
export { PLAN_PEOPLE, plansOfProvinces } from './store/plan-people.js';
export {
  admitReader,
  confirmedVersion,
  dismissReader,
  everReader,
  heldPlan,
  judgedVersion,
  lockPlan,
  lockPlansOf,
  newestVersion,
  newestVersionsOf,
  planOf,
  plansIn,
  readPlan,
  visiblePlans,
} from './store/plans.js';
export { AttachmentEntity, AttachmentTextEntity } from './store/attachment.entity.js';
export { readsBlind, visibleAttachments } from './store/attachments.js';
export { contentOf, currentSections, draftOf } from './store/plan-sections.js';
export { lineageIds } from './store/lineage.js';
export { saveSection } from './save-section.js';
export { type SavedSections, type SectionChange, storeSections } from './store-sections.js';
export { wordDiff } from './word-diff.js';
export { searchPlans } from './search/search-plans.query.js';
export { SubmissionGates } from './submission-gates.js';
export { appendVersion, repeatVersion } from './append-version.js';
export { changeFindings, changePlan } from './change-plan.js';
export const PLAN_JOBS: readonly AnyJob[] = [
  COMPLETE_UPLOAD,
  PREPARE_ATTACHMENT,
  REMOVE_BLOB,
  SCAN_ATTACHMENT,
  SWEEP_FILES,
  LAPSE_SUPPLEMENTS,
  INDEX_PLAN,
  CATCH_UP_SEARCH,
];
export const PLAN_ENTITIES = [
  ...ATTACHMENT_ENTITIES,
  PlanEntity,
  PlanSectionEntity,
  PlanVersionEntity,
  PlanReaderEntity,
  PlanMinistryEntity,
  PlanScreeningEntity,
  SubProjectReviewEntity,
  PlanCommentEntity,
  PlanSupplementEntity,
];
