export * from './attainment.js';
export * from './corrective.js';
export * from './execution-rate.js';
export * from './final.js';
export * from './forecast.js';
export * from './plausibility.js';
export * from './review.js';
export * from './yearly-report.js';
