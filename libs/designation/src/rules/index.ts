export * from './committee.js';
export * from './designation.js';
export * from './meeting.js';
export * from './objection.js';
export * from './resolution.js';
export * from './review-standing.js';
