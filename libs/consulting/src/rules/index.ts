export * from './opinion-state.js';
