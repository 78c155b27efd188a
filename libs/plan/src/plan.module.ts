import { DutySources, RoundGates } from '@daegaejo/round';
import { Global, Module } from '@nestjs/common';
import { PLAN_DUTIES } from './duties.js';
import { PlanController } from './http/plan.controller.js';
import { ReadingGates } from './reading-gates.js';
import { PLAN_GATES } from './round-steps.js';
import { SubmissionGates } from './submission-gates.js';

@Global()
@Module({
  controllers: [PlanController],
  providers: [ReadingGates, SubmissionGates],
  exports: [ReadingGates, SubmissionGates],
})
export class PlanModule {
  constructor(gates: RoundGates, duties: DutySources) {
    gates.register(...PLAN_GATES);
    duties.register(...PLAN_DUTIES);
  }
}
