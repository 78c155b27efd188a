export * from './canonical-json.js';
export * from './csv.js';
export * from './finding.js';
export * from './fixed.js';
export * from './html.js';
export * from './instant.js';
export * from './job-state.js';
export * from './transition-table.js';
