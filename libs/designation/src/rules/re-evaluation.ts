import type { Instant } from '@daegaejo/platform/rules';
import type { ResolutionOutcome } from './resolution.js';

/** Did the committee decide on the marks of the new panel? Not by what it decided before they were signed, nor by putting it off (재심의). */
export const isDecidedAnew = (
  signedAt: Instant | null,
  decision: { readonly outcome: ResolutionOutcome; readonly resolvedAt: Instant } | null,
): boolean => signedAt !== null && decision !== null && decision.outcome !== 'defer' && decision.resolvedAt >= signedAt;

/** Where a new final score would stand among those of the others: one behind all that are higher; equals share a rank. */
export const rankAmong = (final: number, others: readonly number[]): number =>
  1 + others.filter((other) => other > final).length;
