export const ROLES = [
  'province-writer',
  'province-approver',
  'consultant',
  'evaluator',
  'panel-chair',
  'secretariat',
  'ministry-officer',
  'ministry-reviewer',
  'committee',
  'auditor',
  'admin',
] as const;
/** What somebody may be in the programme; always for one organisation, and for one round or for all. */
export type Role = (typeof ROLES)[number];

export interface Grant {
  readonly role: Role;
  readonly organisationId: string;
  /** null = every round. */
  readonly roundId: string | null;
}

/** Who asks, with the rights as they stand at this request. */
export interface Actor {
  /** null = nobody signed in. */
  readonly personId: string | null;
  readonly grants: readonly Grant[];
}

export const ANONYMOUS: Actor = { personId: null, grants: [] };

/** Organisations for which the actor holds one of `roles` (in that round, where one is named). */
export function organisationsOf(actor: Actor, roles: readonly Role[], roundId: string | null = null): string[] {
  return actor.grants
    .filter(
      (grant) =>
        roles.includes(grant.role) && (grant.roundId === null || roundId === null || grant.roundId === roundId),
    )
    .map((grant) => grant.organisationId);
}

/**
 * Rounds for which the actor holds one of `roles`: 'all' where a grant names no round.
 * Scopes of lists are built from this.
 */
export function roundsOf(actor: Actor, roles: readonly Role[]): 'all' | string[] {
  const held = actor.grants.filter((grant) => roles.includes(grant.role));
  if (held.some((grant) => grant.roundId === null)) return 'all';
  return held.map((grant) => grant.roundId as string);
}

export const PROVINCE_ROLES: readonly Role[] = ['province-writer', 'province-approver'];
/** Who runs the round: KICOX and LH as secretariat, officers of the two ministries. */
export const STAFF_ROLES: readonly Role[] = ['secretariat', 'ministry-officer'];
