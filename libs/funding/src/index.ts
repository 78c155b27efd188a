import { DutySources, RoundGates } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { FUNDING_DUTIES } from './duties.js';
import { FundingController } from './http/funding.controller.js';
import { YearlyReportController } from './http/yearly-report.controller.js';
import { FUNDING_GATES } from './round-steps.js';
import { FundingLineEntity, FundingPlanEntity, YearlyReportEntity } from './store/funding.entity.js';

export { FUNDING_MESSAGES } from './messages.js';
export const FUNDING_ENTITIES = [FundingPlanEntity, FundingLineEntity, YearlyReportEntity];

@Module({ controllers: [FundingController, YearlyReportController] })
export class FundingModule {
  constructor(gates: RoundGates, duties: DutySources) {
    gates.register(...FUNDING_GATES);
    duties.register(...FUNDING_DUTIES);
  }
}
