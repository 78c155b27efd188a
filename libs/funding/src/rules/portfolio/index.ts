export { bruteForce } from './brute-force.js';
export * from './compose.js';
export { MOST_SETS, type NearOptimal, type Standing } from './near-optimal.js';
export { moneyOf } from './money.js';
export * from './problem.js';
export { drained } from './search.js';
