export * from './calendar.js';
export * from './policy.js';
export * from './policy-text.js';
export * from './round-state.js';
