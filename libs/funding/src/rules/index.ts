export * from './funding-plan.js';
export * from './yearly-report.js';
