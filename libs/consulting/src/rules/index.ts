export * from './opinion-state.js';
export * from './phase.js';
