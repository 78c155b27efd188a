export * from './access-table.js';
export * from './actor.js';
export * from './lockout.js';
export * from './policy.js';
