import { DutySources, RoundGates } from '@daegaejo/round';
import { Module } from '@nestjs/common';
import { BUDGET_DUTIES } from './budget/duties.js';
import { BudgetLedgerController } from './budget/http/budget-ledger.controller.js';
import { BudgetOpinionController } from './budget/http/budget-opinion.controller.js';
import { BudgetController } from './budget/http/budget.controller.js';
import { BUDGET_ENTITIES } from './budget/store/budget.entity.js';
import { BudgetOpinionEntity } from './budget/store/opinion.entity.js';
import { AGREEMENT_CONTROLLERS, AGREEMENT_DUTIES, AGREEMENT_ENTITIES } from './agreement/index.js';
import { EXECUTION_DUTIES } from './execution/duties.js';
import { EXECUTION_ENTITIES } from './execution/entities.js';
import { ExecutionController } from './execution/http/execution.controller.js';
import { YearlyReportController } from './execution/http/yearly-report.controller.js';
import { FundingController } from './http/funding.controller.js';
import { PortfolioController } from './portfolio/http/portfolio.controller.js';
import { PortfolioRunEntity } from './portfolio/store/portfolio.entity.js';
import { FUNDING_GATES } from './round-steps.js';
import { FundingLineEntity, FundingPlanEntity } from './store/funding.entity.js';

export { ExecutionReviewEntity, FinalEvaluationEntity } from './execution/store/execution.entity.js';
export { IndicatorResultEntity, SubProjectResultEntity } from './execution/store/report.entity.js';
export { FUNDING_MESSAGES } from './messages.js';
export { BudgetLineEntity } from './budget/store/budget.entity.js';
export const FUNDING_ENTITIES = [
  ...BUDGET_ENTITIES,
  BudgetOpinionEntity,
  FundingPlanEntity,
  FundingLineEntity,
  ...EXECUTION_ENTITIES,
  PortfolioRunEntity,
  ...AGREEMENT_ENTITIES,
];

@Module({
  controllers: [
    BudgetController,
    BudgetLedgerController,
    BudgetOpinionController,
    FundingController,
    YearlyReportController,
    ExecutionController,
    PortfolioController,
    ...AGREEMENT_CONTROLLERS,
  ],
})
export class FundingModule {
  constructor(gates: RoundGates, duties: DutySources) {
    gates.register(...FUNDING_GATES);
    duties.register(...BUDGET_DUTIES, ...EXECUTION_DUTIES, ...AGREEMENT_DUTIES);
  }
}
