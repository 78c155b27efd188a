export * from '../budget/rules/index.js';
export * from '../agreement/rules/index.js';
export * from './funding-plan.js';
export * as portfolio from './portfolio/index.js';
export * from '../execution/rules/index.js';
