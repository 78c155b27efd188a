import {
  CorrectiveFilingEntity,
  CorrectivePlanEntity,
  ExecutionReviewEntity,
  FinalEvaluationEntity,
} from './store/execution.entity.js';
import {
  IndicatorResultEntity,
  SubProjectResultEntity,
  YearlyReportCheckEntity,
  YearlyReportEntity,
} from './store/report.entity.js';

/** What is kept of the years of execution. */
export const EXECUTION_ENTITIES = [
  YearlyReportEntity,
  YearlyReportCheckEntity,
  IndicatorResultEntity,
  SubProjectResultEntity,
  ExecutionReviewEntity,
  CorrectivePlanEntity,
  CorrectiveFilingEntity,
  FinalEvaluationEntity,
];
