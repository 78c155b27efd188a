export * from './agreement-paper.js';
export * from './change-class.js';
export * from './change-watch.js';
export * from './changed-funding.js';
export * from './clocks.js';
export * from './project-sheet.js';
export * from './revocation.js';
export * from './states.js';
