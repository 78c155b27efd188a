import { SubmissionGates } from '@daegaejo/plan';
import { DutySources } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { CONSULTING_DUTIES } from './duties.js';
import { ConsultingController } from './http/consulting.controller.js';
import { ConsultantAssignmentEntity, OpinionEntity, OpinionTurnEntity } from './store/opinion.entity.js';
import { consultingGate } from './submission-gate.js';

export { CONSULTING_MESSAGES } from './messages.js';
export const CONSULTING_ENTITIES = [ConsultantAssignmentEntity, OpinionEntity, OpinionTurnEntity];

@Module({ controllers: [ConsultingController] })
export class ConsultingModule {
  constructor(gates: SubmissionGates, duties: DutySources) {
    gates.register(consultingGate);
    duties.register(...CONSULTING_DUTIES);
  }
}
