/** What both dialects share of this step. Tables whose rows are only ever added: */
export const EXECUTION_APPEND_ONLY: readonly string[] = [
  'yearly_report_check',
  'execution_review',
  'corrective_filing',
  'final_evaluation',
];
