export { type PairExplanation, explainPair } from './explain-pair.js';
export { withEvenLimits } from './even-limits.js';
export { everyToEvery } from './every-to-every.js';
export * from './problem.js';
export { proposeAssignment } from './propose.js';
export type * from './result.js';
