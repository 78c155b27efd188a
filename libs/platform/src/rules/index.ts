export * from './canonical-json.js';
export * from './finding.js';
export * from './fixed.js';
export * from './instant.js';
export * from './job-state.js';
export * from './transition-table.js';
