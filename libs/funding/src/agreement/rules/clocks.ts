import { addDays, atSeoul, type Day, type Finding, type Instant, isDay, seoulDay } from '@daegaejo/platform/rules';

/**
 * Last day of a period of whole months that begins the day after `from` (민법 제157조, 제160조): the day before the one that
 * corresponds to its first day, or the last of the month where there is none. A year is twelve months. From 29 February two
 * years end on 28 February, from 28 February of a year before a leap year on the 29th.
 */
export function periodEnd(from: Day, months: number): Day {
  const first = addDays(from, 1);
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const count = year * 12 + month - 1 + months;
  const head = (of: number): string =>
    `${String(Math.floor(of / 12)).padStart(4, '0')}-${String((of % 12) + 1).padStart(2, '0')}`;
  const day = `${head(count)}-${first.slice(8)}`;
  return addDays(isDay(day) ? day : `${head(count + 1)}-01`, -1);
}

/** The moment a last day is over, in Seoul. */
export const overAfter = (last: Day): Instant => atSeoul(addDays(last, 1));

const YEAR = 12;

/** An agreement is signed within one month of the notice of designation (R-OP 제26조), or within so many days by the round's policy. */
export const agreementDueAt = (noticeDate: Day, days?: number): Instant =>
  overAfter(days === undefined ? periodEnd(noticeDate, 1) : addDays(noticeDate, days));

/** From when on an agreement may be ended as carried out: the last year of funding is over (convention). */
export const agreementOverAt = (fundingYears: readonly number[]): Instant =>
  atSeoul(`${Math.max(...fundingYears) + 1}-01-01`);

/** What is wrong with a day that is reported: it lies between two days, both included. */
export const dayFindings = (field: string, code: string, day: Day, span: { from: Day; until: Day }): Finding[] =>
  day >= span.from && day <= span.until ? [] : [{ field, code, params: { ...span } }];

/** Days in which a change is answered, unless the policy says other (R-OP 제27조). */
const ANSWER_DAYS = 15;

/** Until when a change filed at `filedAt` is to be answered: the day of filing does not count (민법 제157조). */
export const changeDueAt = (filedAt: Instant, days = ANSWER_DAYS): Instant =>
  overAfter(addDays(seoulDay(filedAt), days));

/** Is a change asked for less than a month before the year ends (R-OP 제27조)? It is taken all the same, and flagged. */
export const isLateInYear = (filedAt: Instant): boolean => seoulDay(filedAt).slice(5) > '11-30';

/** A 사업계획 as far as the clocks look at it. */
export interface ProjectPlanDates {
  readonly filedOn: Day;
  readonly approvedOn: Day | null;
  readonly startedOn: Day | null;
}

export const CLOCK_GROUNDS = ['no-project-plan', 'no-start'] as const;
export type ClockGrounds = (typeof CLOCK_GROUNDS)[number];

/** How the two clocks of a designation stand: last days, and the grounds that have come about. */
export interface RevocationClocks {
  /** Last day to apply for a 사업계획; null once one was applied for. */
  readonly applyBy: Day | null;
  /** Last day to start the works; null before an approval and once they began. */
  readonly startBy: Day | null;
  /** Grounds for a review since `since`; null = none. */
  readonly due: { readonly grounds: ClockGrounds; readonly since: Instant } | null;
}

/**
 * 지정 해제의 기한 (특별법 제21조, 시행령 제26조): two years from the designation without an application for a 사업계획, one year
 * from its approval without a start of works. Days in Seoul. The second clock runs from the earliest approval as long as
 * nothing was started (convention, where there are several). An application that was refused does not count.
 */
export function revocationClocks(
  designatedOn: Day,
  projectPlans: readonly (ProjectPlanDates & { readonly rejected: boolean })[],
  now: Instant,
): RevocationClocks {
  const standing = projectPlans.filter(({ rejected }) => !rejected);
  const approvals = standing.flatMap(({ approvedOn }) => approvedOn ?? []).sort();
  const started = standing.some(({ startedOn }) => startedOn !== null);
  const applyBy = standing.length === 0 ? periodEnd(designatedOn, 2 * YEAR) : null;
  const startBy = started || approvals[0] === undefined ? null : periodEnd(approvals[0], YEAR);
  const grounds: ClockGrounds = applyBy === null ? 'no-start' : 'no-project-plan';
  const last = applyBy ?? startBy;
  const due = last === null || now < overAfter(last) ? null : { grounds, since: overAfter(last) };
  return { applyBy, startBy, due };
}
