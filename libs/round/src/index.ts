import { DeadlineExtensionEntity, RoundApprovalEntity, RoundEntity, RoundPolicyEntity } from './store/round.entity.js';

export { assertInTime } from './assert-in-time.js';
export { missingOwners, signingMinistry } from './approve-round.js';
export { DayCalendar } from './day-calendar.js';
export { dutySource, type FoundDuty, onlyAsked, roundColumn, roundDutySource } from './duties.js';
export { type DutyContext, type DutySource, DutySources } from './duty-sources.js';
export * from './messages.js';
export { moveRound, notNow } from './move-round.js';
export { type GateContext, type RoundGate, RoundGates } from './round-gates.js';
export * from './round.module.js';
export { RoundEntity } from './store/round.entity.js';
export {
  currentDeadline,
  deadlinesOf,
  heldRound,
  lockRound,
  policyAt,
  policyOf,
  readRound,
  roundOf,
  rulesNow,
  type RulesNow,
  visibleRounds,
} from './store/rounds.js';
export const ROUND_ENTITIES = [RoundEntity, RoundPolicyEntity, RoundApprovalEntity, DeadlineExtensionEntity];
