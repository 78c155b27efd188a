export * from './index-query.js';
export * from './position.js';
export * from './similarity.js';
export * from './snippet.js';
export * from './sought.js';
export * from './units.js';
export * from './words.js';
