import { SubmissionGates } from '@daegaejo/plan';
import { DutySources } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { CONSULTING_DUTIES } from './duties.js';
import { ConsultingController } from './http/consulting.controller.js';
import { FollowUpController } from './http/follow-up.controller.js';
import { SessionController } from './http/session.controller.js';
import {
  ConsultantAssignmentEntity,
  ConsultantDismissalEntity,
  OpinionEntity,
  OpinionTurnEntity,
} from './store/opinion.entity.js';
import { ConsultingMeetingEntity, ConsultingRoundEntity } from './store/session.entity.js';
import { consultingGate } from './submission-gate.js';

export { type FollowUpSheet, readFollowUp } from './follow-up.query.js';
export { CONSULTING_MESSAGES } from './messages.js';
export const CONSULTING_ENTITIES = [
  ConsultantAssignmentEntity,
  ConsultantDismissalEntity,
  ConsultingMeetingEntity,
  ConsultingRoundEntity,
  OpinionEntity,
  OpinionTurnEntity,
];

@Module({ controllers: [ConsultingController, FollowUpController, SessionController] })
export class ConsultingModule {
  constructor(gates: SubmissionGates, duties: DutySources) {
    gates.register(consultingGate);
    duties.register(...CONSULTING_DUTIES);
  }
}
