export * from './carry-jobs.js';
export * from './entities.js';
export * from './jobs.js';
export * from './messages.js';
export * from './migrations/index.js';
export * from './prepare-database.js';
export * from './programme.module.js';
