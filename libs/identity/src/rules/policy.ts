import { ACCESS, type Access, type Condition, type OperationId } from './access-table.js';
import type { Actor, Grant, Role } from './actor.js';

/** What the policy needs to know of a record. Absent = the record has no such owner. */
export interface RecordFacts {
  readonly roundId?: string | null;
  readonly provinceId?: string | null;
  readonly ministryIds?: readonly string[];
  /** People the record names as its own. */
  readonly people?: readonly string[];
}

/** Roles an operation is open to, for the OpenAPI document (`x-roles`). */
export function rolesOf(operation: OperationId): readonly string[] {
  const access: Access = ACCESS[operation];
  return typeof access === 'string' ? [access] : Object.keys(access);
}

/** May this actor call this operation at all, on some record? */
export function mayEver(actor: Actor, operation: OperationId): boolean {
  const access: Access = ACCESS[operation];
  if (access === 'public') return true;
  if (actor.personId === null) return false;
  if (access === 'signed-in') return true;
  return actor.grants.some((grant) => access[grant.role] !== undefined);
}

/**
 * The one policy entry point: may this actor do this to this record? Denied unless a grant of the actor's
 * stands in the table, holds for the record's round, and meets the condition.
 */
export function isPermitted(actor: Actor, operation: OperationId, facts: RecordFacts): boolean {
  const access: Access = ACCESS[operation];
  if (typeof access === 'string') return mayEver(actor, operation);
  return actor.grants.some((grant) => {
    const condition = access[grant.role as Role];
    return condition !== undefined && coversRound(grant, facts) && meets(condition, actor, grant, facts);
  });
}

function coversRound(grant: Grant, facts: RecordFacts): boolean {
  return grant.roundId === null || grant.roundId === facts.roundId;
}

function meets(condition: Condition, actor: Actor, grant: Grant, facts: RecordFacts): boolean {
  switch (condition) {
    case 'any':
      return true;
    case 'own-province':
      return grant.organisationId === facts.provinceId;
    case 'own-ministry':
      return facts.ministryIds?.includes(grant.organisationId) ?? false;
    case 'own':
      return actor.personId !== null && (facts.people?.includes(actor.personId) ?? false);
  }
}
