import { Problem, type Tx } from '@daegaejo/platform';
import type { Instant } from '@daegaejo/platform/rules';
import { isInTime } from './rules/index.js';

/**
 * Refuses (409) from the deadline on, by the server's clock. The sentence tells both moments as clocks in Korea show them; the
 * problem carries them for machines as well (`deadline`, `now`).
 */
export function assertInTime({ now }: Pick<Tx, 'now'>, deadline: Instant): void {
  if (isInTime(now, deadline)) return;
  const moments = { deadline, now };
  throw new Problem(409, 'round.deadline-passed', moments, { allowed: [], members: moments });
}
