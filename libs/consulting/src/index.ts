import { SubmissionGates } from '@daegaejo/plan';
import { Module } from '@nestjs/common';
import { ConsultingController } from './http/consulting.controller.js';
import { ConsultantAssignmentEntity, OpinionEntity, OpinionTurnEntity } from './store/opinion.entity.js';
import { consultingGate } from './submission-gate.js';

export { CONSULTING_MESSAGES } from './messages.js';
export const CONSULTING_ENTITIES = [ConsultantAssignmentEntity, OpinionEntity, OpinionTurnEntity];

@Module({ controllers: [ConsultingController] })
export class ConsultingModule {
  constructor(gates: SubmissionGates) {
    gates.register(consultingGate);
  }
}
