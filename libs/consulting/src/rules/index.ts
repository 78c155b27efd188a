export * from './answer.js';
export * from './follow-up.js';
export * from './follow-up-table.js';
export * from './opinion-state.js';
export * from './phase.js';
export * from './place-name.js';
export * from './target.js';
