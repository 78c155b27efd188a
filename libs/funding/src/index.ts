import { RoundGates } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { FundingController } from './http/funding.controller.js';
import { FUNDING_GATES } from './round-steps.js';
import { FundingLineEntity, FundingPlanEntity } from './store/funding.entity.js';

export { FUNDING_MESSAGES } from './messages.js';
export const FUNDING_ENTITIES = [FundingPlanEntity, FundingLineEntity];

@Module({ controllers: [FundingController] })
export class FundingModule {
  constructor(gates: RoundGates) {
    gates.register(...FUNDING_GATES);
  }
}
