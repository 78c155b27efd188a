import { addDays, type Day, dayText, type Finding, isDay } from '@daegaejo/platform/rules';
import { COMPLEX_TYPE_NAMES, SITE_ROLE_NAMES } from '@daegaejo/plan/rules';

/** A site as the notice lists it. */
export interface NoticeSite {
  readonly name: string;
  readonly role: keyof typeof SITE_ROLE_NAMES;
  readonly complexType: keyof typeof COMPLEX_TYPE_NAMES;
}

/** Everything the text of a notice is made of. */
export interface GazetteFrame {
  readonly noticeNumber: string;
  readonly noticeDate: Day;
  readonly effectiveDate: Day;
  /** Names of the owner ministries in the policy's order. */
  readonly ministries: readonly string[];
  readonly province: string;
  readonly planTitle: string;
  readonly sites: readonly NoticeSite[];
  /** Hash of the confirmed version the designation rests on. */
  readonly planHash: string;
}

/** Days a designation is posted where the region's people can see it (특별법 시행령 제14조–제17조: 14일 이상). */
export const POSTING_DAYS = 14;

/**
 * 관보 문안: the text both ministries sign, made from the data alone, so that equal data give equal text. The wording follows the
 * law's terms (특별법 제12조, 시행령 제14조–제17조); its form is a convention.
 */
export function gazetteText(frame: GazetteFrame): string {
  const { noticeNumber, noticeDate, effectiveDate, ministries, province, planTitle, sites, planHash } = frame;
  return [
    noticeNumber,
    '',
    '산업단지 대개조 사업지구 지정 고시',
    '',
    `「노후거점산업단지의 활력증진 및 경쟁력강화를 위한 특별법」 제12조에 따라 ${province} 사업지구를 다음과 같이 지정하고 고시합니다.`,
    '',
    dayText(noticeDate),
    ministries.join(' · '),
    '',
    `1. 사업계획의 명칭: ${planTitle}`,
    `2. 지정하는 단지: ${sites.length}곳`,
    ...sites.map(
      ({ name, role, complexType }, at) =>
        `  ${at + 1}) ${name} (${SITE_ROLE_NAMES[role]}, ${COMPLEX_TYPE_NAMES[complexType]})`,
    ),
    `3. 시행일: ${dayText(effectiveDate)}`,
    `4. 열람: ${province}의 누리집과 열람 장소에서 ${POSTING_DAYS}일 이상 열람하게 합니다.`,
    `5. 확정된 혁신계획의 내용 해시(SHA-256): ${planHash}`,
    '',
  ].join('\n');
}

/** The day after the last on which the designation must be posted: the first day counts whole (민법 제157조 단서). */
export const postingEndsOn = (startedOn: Day): Day => addDays(startedOn, POSTING_DAYS);

export const POSTING_STANDINGS = ['missing', 'running', 'done'] as const;
export type PostingStanding = (typeof POSTING_STANDINGS)[number];
/** Is the posting missing, running, or over after its 14 days? */
export const postingStanding = (startedOn: Day | null, today: Day): PostingStanding =>
  startedOn === null ? 'missing' : today < postingEndsOn(startedOn) ? 'running' : 'done';

/** A posting starts on a calendar day, not before the notice and not ahead of today: what is recorded has happened. */
export function postingFindings(startedOn: Day, noticeDate: Day, today: Day): Finding[] {
  if (!isDay(startedOn)) return [{ field: 'startedOn', code: 'designation.date.invalid', params: { date: startedOn } }];
  if (startedOn < noticeDate)
    return [{ field: 'startedOn', code: 'posting.before-notice', params: { startedOn, noticeDate } }];
  return startedOn > today ? [{ field: 'startedOn', code: 'posting.ahead', params: { startedOn, today } }] : [];
}
