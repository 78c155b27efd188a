import { Problem } from '@daegaejo/platform';
import { type Actor, isPermitted, type OperationId, type RecordFacts, rolesOf } from './rules/index.js';

/** 403: the act is not the caller's; says whose it is. */
export const forbidden = (operation: OperationId): Problem =>
  new Problem(403, 'access.forbidden', { roles: rolesOf(operation).join(', ') });

/** Throws 403 unless the policy permits. Call it only for records the actor can see: an invisible one is 404 before. */
export function authorise(actor: Actor, operation: OperationId, facts: RecordFacts = {}): void {
  if (!isPermitted(actor, operation, facts)) throw forbidden(operation);
}
