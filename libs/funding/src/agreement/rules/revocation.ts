import { addDays, type Day, type Finding, type Instant, seoulDay } from '@daegaejo/platform/rules';
import { CLOCK_GROUNDS, overAfter, type RevocationClocks } from './clocks.js';

export const REVOCATION_GROUNDS = [...CLOCK_GROUNDS, 'give-up', 'stopped'] as const;
/** Why a designation is reviewed: a clock ran out (특별법 제21조), the province gives up, or its programme was stopped (convention). */
export type RevocationGrounds = (typeof REVOCATION_GROUNDS)[number];

/** Least days the province has for its statement (convention). */
export const HEARING_DAYS = 10;
/** Least days the revocation is posted (시행령 제26조). */
export const POSTING_DAYS = 14;

/** What is wrong with opening a review: a clock named as its grounds must have run out; the term for a statement is long enough. */
export function openingFindings(
  grounds: RevocationGrounds,
  clocks: RevocationClocks,
  hearBy: Instant,
  now: Instant,
): Finding[] {
  const findings: Finding[] = [];
  const isClock = (CLOCK_GROUNDS as readonly string[]).includes(grounds);
  const last = grounds === 'no-project-plan' ? clocks.applyBy : clocks.startBy;
  if (isClock && (last === null || now < overAfter(last)))
    findings.push({ field: 'grounds', code: 'revocation.clock', params: { grounds, until: last ?? '-' } });
  const earliest = overAfter(addDays(seoulDay(now), HEARING_DAYS));
  if (hearBy < earliest)
    findings.push({ field: 'hearBy', code: 'revocation.hear-by', params: { days: HEARING_DAYS, earliest } });
  return findings;
}

/** A notice of revocation (해제 고시). */
export interface RevocationNotice {
  /** 고시번호. */
  readonly noticeNumber: string;
  readonly noticeDate: Day;
  /** 관보 호수. */
  readonly gazette: string;
  /** First and last day of the posting where the complex is. */
  readonly postedFrom: Day;
  readonly postedUntil: Day;
}

/** What is wrong with a notice: it comes after the decision, and is posted for at least 14 days from the notice on (시행령 제26조). */
export function noticeFindings(notice: RevocationNotice, decidedOn: Day): Finding[] {
  const findings: Finding[] = [];
  if (notice.noticeDate < decidedOn)
    findings.push({ field: 'noticeDate', code: 'revocation.notice-date', params: { from: decidedOn } });
  if (notice.postedFrom < notice.noticeDate)
    findings.push({ field: 'postedFrom', code: 'revocation.posting-from', params: { from: notice.noticeDate } });
  const least = addDays(notice.postedFrom, POSTING_DAYS - 1);
  if (notice.postedUntil < least)
    findings.push({ field: 'postedUntil', code: 'revocation.posting', params: { days: POSTING_DAYS, least } });
  return findings;
}
