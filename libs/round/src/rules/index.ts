export * from './calendar.js';
export * from './duty-owners.js';
export * from './duty.js';
export * from './overdue-step.js';
export * from './policy.js';
export * from './policy-text.js';
export * from './round-state.js';
