export * from './funding-plan.js';
