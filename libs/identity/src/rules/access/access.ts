import type { Role } from '../actor.js';

/** What must hold between the actor and the record for the role to count. */
export type Condition =
  /** The role alone. */
  | 'any'
  /** The role is held for the 시·도 the record belongs to. */
  | 'own-province'
  /** The role is held for a ministry the record concerns. */
  | 'own-ministry'
  /** The record names the actor in person (his assignment, his sheet, his opinion, the chair of the panel). */
  | 'own';

/** Who may call an operation: everybody, everybody signed in (a scope decides what he sees), or roles under conditions. */
export type Access = 'public' | 'signed-in' | { readonly [R in Role]?: Condition };
