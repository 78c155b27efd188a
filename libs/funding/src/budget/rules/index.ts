export * from './calendar.js';
export * from './ceiling.js';
export * from './cells.js';
export * from './matching.js';
export * from './payment.js';
export * from './settlement.js';
export * from './stage.js';
export * from './sums.js';
