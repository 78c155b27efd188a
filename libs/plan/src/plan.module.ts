import { DutySources, RoundGates } from '@daegaejo/round';
import { Global, Module } from '@nestjs/common';
import { AttachmentGround } from './attachments/attachment-ground.js';
import { PLAN_DUTIES } from './duties.js';
import { AttachmentController } from './http/attachment.controller.js';
import { DocumentController } from './http/document.controller.js';
import { DraftController } from './http/draft.controller.js';
import { PlanCommentController } from './http/plan-comment.controller.js';
import { PlanController } from './http/plan.controller.js';
import { PlanDiffController } from './http/plan-diff.controller.js';
import { PlanTablesController } from './http/plan-tables.controller.js';
import { ReadingGates } from './reading-gates.js';
import { ReviewController } from './http/review.controller.js';
import { SearchController } from './http/search.controller.js';
import { IndexPlanJob } from './jobs/index-plan.job.js';
import { SupplementController } from './http/supplement.controller.js';
import { UploadController } from './http/upload.controller.js';
import { AttachmentJobs } from './jobs/attachment-jobs.js';
import { LapseSupplementsJob } from './jobs/lapse-supplements.job.js';
import { REVIEW_DUTIES, REVIEW_GATES } from './review/review-steps.js';
import { PLAN_GATES } from './round-steps.js';
import { SubmissionGates } from './submission-gates.js';

@Global()
@Module({
  controllers: [
    AttachmentController,
    UploadController,
    PlanController,
    PlanDiffController,
    DocumentController,
    DraftController,
    PlanCommentController,
    ReviewController,
    SearchController,
    SupplementController,
    PlanTablesController,
  ],
  providers: [AttachmentGround, AttachmentJobs, ReadingGates, SubmissionGates, LapseSupplementsJob, IndexPlanJob],
  exports: [ReadingGates, SubmissionGates],
})
export class PlanModule {
  constructor(gates: RoundGates, duties: DutySources) {
    gates.register(...PLAN_GATES, ...REVIEW_GATES);
    duties.register(...PLAN_DUTIES, ...REVIEW_DUTIES);
  }
}
