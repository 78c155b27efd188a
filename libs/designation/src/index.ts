import type { AnyJob } from '@daegaejo/platform';
import { ScoreGates } from '@daegaejo/evaluation';
import { DutySources, RoundGates } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { DESIGNATION_DUTIES } from './duties.js';
import { PUBLICATION_DUTIES } from './duties-publication.js';
import { MeetingController } from './committee/http/meeting.controller.js';
import { ReleaseController } from './committee/http/release.controller.js';
import { RosterController } from './committee/http/roster.controller.js';
import { AnnouncementController } from './http/announcement.controller.js';
import { ObjectionController } from './http/objection.controller.js';
import { PUBLISH_ANNOUNCEMENTS, PublishAnnouncementsJob } from './announcement/publish-announcements.job.js';
import { FundingConfirmationEntity, LocalPostingEntity, ReEvaluationEntity } from './store/publication.entity.js';
import { DesignationController } from './http/designation.controller.js';
import { PlanResultController } from './http/plan-result.controller.js';
import { DESIGNATION_GATES, scoresResolvedOn } from './round-steps.js';
import { COMMITTEE_ENTITIES } from './store/committee.entity.js';
import {
  AnnouncementEntity,
  DesignationEntity,
  MinistryReviewEntity,
  ObjectionEntity,
} from './store/designation.entity.js';
import { MeetingEntity, ResolutionEntity, RoundQuotaEntity } from './store/meeting.entity.js';
import { AnnouncementWithdrawalEntity } from './store/withdrawal.entity.js';

export { AnnouncedFigureDto } from './http/announcement.dto.js';
export { publishedAnnouncement } from './announcement/published.js';
export { DESIGNATION_MESSAGES } from './messages.js';
export { AnnouncementEntity, DesignationEntity } from './store/designation.entity.js';
export { RoundQuotaEntity } from './store/meeting.entity.js';
export const DESIGNATION_ENTITIES = [
  ...COMMITTEE_ENTITIES,
  MeetingEntity,
  RoundQuotaEntity,
  ResolutionEntity,
  AnnouncementEntity,
  AnnouncementWithdrawalEntity,
  ObjectionEntity,
  MinistryReviewEntity,
  DesignationEntity,
  ReEvaluationEntity,
  FundingConfirmationEntity,
  LocalPostingEntity,
];
export const DESIGNATION_JOBS: readonly AnyJob[] = [PUBLISH_ANNOUNCEMENTS];

@Module({
  controllers: [
    MeetingController,
    RosterController,
    ReleaseController,
    DesignationController,
    AnnouncementController,
    ObjectionController,
    PlanResultController,
  ],
  providers: [PublishAnnouncementsJob],
})
export class DesignationModule {
  constructor(gates: RoundGates, scores: ScoreGates, duties: DutySources) {
    gates.register(...DESIGNATION_GATES);
    scores.register(scoresResolvedOn);
    duties.register(...DESIGNATION_DUTIES, ...PUBLICATION_DUTIES);
  }
}
