import { ScoreGates } from '@daegaejo/evaluation';
import { DutySources, RoundGates } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { DESIGNATION_DUTIES } from './duties.js';
import { CommitteeController } from './http/committee.controller.js';
import { DesignationController } from './http/designation.controller.js';
import { PlanResultController } from './http/plan-result.controller.js';
import { DESIGNATION_GATES, scoresResolvedOn } from './round-steps.js';
import {
  AnnouncementEntity,
  DesignationEntity,
  MeetingEntity,
  MinistryReviewEntity,
  ObjectionEntity,
  ResolutionEntity,
  RoundQuotaEntity,
} from './store/designation.entity.js';

export { AnnouncedFigureDto } from './http/designation.dto.js';
export { DESIGNATION_MESSAGES } from './messages.js';
export { AnnouncementEntity, RoundQuotaEntity } from './store/designation.entity.js';
export const DESIGNATION_ENTITIES = [
  MeetingEntity,
  RoundQuotaEntity,
  ResolutionEntity,
  AnnouncementEntity,
  ObjectionEntity,
  MinistryReviewEntity,
  DesignationEntity,
];

@Module({ controllers: [CommitteeController, DesignationController, PlanResultController] })
export class DesignationModule {
  constructor(gates: RoundGates, scores: ScoreGates, duties: DutySources) {
    gates.register(...DESIGNATION_GATES);
    scores.register(scoresResolvedOn);
    duties.register(...DESIGNATION_DUTIES);
  }
}
