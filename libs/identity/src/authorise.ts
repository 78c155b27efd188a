import { forbidden } from '@daegaejo/platform';
import { type Actor, isPermitted, type OperationId, type RecordFacts } from './rules/index.js';

/** Throws 403 unless the policy permits. Call it only for records the actor can see: an invisible one is 404 before. */
export function authorise(actor: Actor, operation: OperationId, facts: RecordFacts = {}): void {
  if (!isPermitted(actor, operation, facts)) throw forbidden(operation);
}
