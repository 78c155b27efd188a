export * from './completeness.js';
export * from './content.js';
export * from './eligibility.js';
export * from './money.js';
export * from './plan-state.js';
export * from './diff/change.js';
export * from './sections.js';
