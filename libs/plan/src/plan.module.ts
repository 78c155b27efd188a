import { RoundGates } from '@daegaejo/round';
import { Global, Module } from '@nestjs/common';
import { PlanController } from './http/plan.controller.js';
import { PLAN_GATES } from './round-steps.js';
import { SubmissionGates } from './submission-gates.js';

@Global()
@Module({ controllers: [PlanController], providers: [SubmissionGates], exports: [SubmissionGates] })
export class PlanModule {
  constructor(gates: RoundGates) {
    gates.register(...PLAN_GATES);
  }
}
