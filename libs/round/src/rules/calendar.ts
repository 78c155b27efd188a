import { type Finding, formatScore, type Instant } from '@daegaejo/platform/rules';
import { CALENDAR_STEPS, type CalendarStep, type RoundPolicy } from './policy.js';

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

/** What is wrong with a policy as a whole; each field alone was checked before. */
export function policyFindings(policy: RoundPolicy): Finding[] {
  return [
    ...criteriaFindings(policy),
    ...scoringFindings(policy),
    ...calendarFindings(policy),
    ...listFindings(policy),
  ];
}

function criteriaFindings({ criteria, tieChain }: RoundPolicy): Finding[] {
  const findings: Finding[] = [];
  const sum = criteria.reduce((total, criterion) => total + criterion.weight, 0);
  if (sum !== 10_000)
    findings.push({ field: 'criteria', code: 'round.policy.weights', params: { sum: formatScore(sum) } });
  const codes = criteria.map((criterion) => criterion.code);
  if (new Set(codes).size !== codes.length) findings.push({ field: 'criteria', code: 'round.policy.criterion-twice' });
  for (const [index, rule] of tieChain.entries()) {
    if (rule.by === 'criterion' && !codes.includes(rule.criterion))
      findings.push({
        field: `tieChain[${index}].criterion`,
        code: 'round.policy.criterion-unknown',
        params: { criterion: rule.criterion },
      });
  }
  return findings;
}

function scoringFindings({ scoring, bonus }: RoundPolicy): Finding[] {
  const findings: Finding[] = [];
  const { trim, minimumPanel } = scoring;
  if (trim.minimumKept > minimumPanel)
    findings.push({ field: 'scoring.trim.minimumKept', code: 'round.policy.trim', params: { minimumPanel } });
  const highest = Math.max(0, ...bonus.items.map((item) => item.max));
  if (highest > bonus.cap)
    findings.push({ field: 'bonus.cap', code: 'round.policy.bonus-cap', params: { max: formatScore(highest) } });
  return findings;
}

function calendarFindings({ calendar }: RoundPolicy): Finding[] {
  return CALENDAR_STEPS.slice(1).flatMap((step, index): Finding[] => {
    const before = CALENDAR_STEPS[index] as CalendarStep;
    return calendar.deadlines[step] > calendar.deadlines[before]
      ? []
      : [{ field: `calendar.deadlines.${step}`, code: 'round.policy.calendar-order', params: { before } }];
  });
}

const twice = (field: string, values: readonly unknown[]): Finding[] =>
  new Set(values).size === values.length ? [] : [{ field, code: 'round.policy.twice' }];

function listFindings({ fundingYears, owners, bonus }: RoundPolicy): Finding[] {
  return [
    ...twice('fundingYears', fundingYears),
    ...twice('owners', owners),
    ...twice(
      'bonus.items',
      bonus.items.map((item) => item.code),
    ),
  ];
}
