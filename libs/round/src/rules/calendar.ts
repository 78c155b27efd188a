import type { Finding, Instant } from '@daegaejo/platform/rules';
import type { CalendarStep, RoundPolicy } from './policy.js';

/** A deadline moved for everybody (마감 연장). */
export interface Extension {
  readonly step: CalendarStep;
  readonly deadline: Instant;
}

/** The deadline of a step as it stands: the last extension, or the policy's. Extensions in the order they were made. */
export function deadlineOf(policy: RoundPolicy, extensions: readonly Extension[], step: CalendarStep): Instant {
  return extensions.findLast((extension) => extension.step === step)?.deadline ?? policy.calendar.deadlines[step];
}

/** In time means strictly before the deadline (convention: "18:00까지" ends at 18:00:00.000). */
export const isInTime = (now: Instant, deadline: Instant): boolean => now < deadline;

/** An extension only ever moves a deadline later, and only to a moment still to come. */
export function extensionFindings(now: Instant, current: Instant, wanted: Instant): Finding[] {
  const findings: Finding[] = [];
  if (wanted <= current) findings.push({ field: 'deadline', code: 'round.extension.not-later', params: { current } });
  if (wanted <= now) findings.push({ field: 'deadline', code: 'round.extension.past', params: { now } });
  return findings;
}
