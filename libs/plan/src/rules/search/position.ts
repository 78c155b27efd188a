import type { Instant } from '@daegaejo/platform/rules';
import { SEARCH_KINDS, type SearchKind } from './units.js';

/**
 * Where a unit stands among all that are found, as one whole number that both stores sort by and page after (convention):
 * what weighs more first (its kind), then what was submitted later, then in the plan's order. So the first hits of a list are
 * found first, and the rest need not be looked at.
 */
const TIME_BITS = 42n;
const PLACE_BITS = 9n;
const LAST_MS = (1n << TIME_BITS) - 1n;
/** Plans submitted in the same millisecond, and units of one kind in a plan, that can be told apart. */
export const MOST_PLACES = 1 << Number(PLACE_BITS);

export interface Place {
  readonly kind: SearchKind;
  readonly submittedAt: Instant;
  /** Tells plans of the same moment apart. */
  readonly slot: number;
  /** Number within its kind. */
  readonly unit: number;
}

/** The position as a decimal text: it is more than a JavaScript number holds. RangeError beyond the bounds. */
export function positionOf({ kind, submittedAt, slot, unit }: Place): string {
  const time = LAST_MS - BigInt(Date.parse(submittedAt));
  if (time < 0n || time > LAST_MS || slot >= MOST_PLACES || unit >= MOST_PLACES)
    throw new RangeError(`no position for ${kind} ${unit} of ${submittedAt}`);
  const weight = BigInt(SEARCH_KINDS.indexOf(kind) + 1);
  return String((((((weight << TIME_BITS) | time) << PLACE_BITS) | BigInt(slot)) << PLACE_BITS) | BigInt(unit));
}

/** Can this text be a position? */
export const isPosition = (text: string): boolean => /^\d{1,19}$/.test(text) && BigInt(text) < 1n << 63n;

/** Where the title of a plan stands: one position a slot. */
export const titlePosition = (submittedAt: Instant, slot: number): string =>
  positionOf({ kind: 'title', submittedAt, slot, unit: 0 });

/** The first slot that no other plan of that moment has. RangeError where all are taken. */
export function freeSlot(submittedAt: Instant, takenTitles: ReadonlySet<string>): number {
  let slot = 0;
  while (takenTitles.has(titlePosition(submittedAt, slot))) slot += 1;
  return slot;
}
