/** A text in both languages; {name} is filled in. */
export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}
export type Language = keyof Bilingual;
export const LANGUAGES: readonly Language[] = ['ko', 'en'];

export type Params = Readonly<Record<string, string | number>>;

/**
 * The text with its values filled in, in one pass: a value is never read as a placeholder. Throws RangeError when a
 * value is missing: a letter with a hole in it must not go out.
 */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(params, name)) throw new RangeError(`no value for {${name}} in "${text}"`);
    return String(params[name]);
  });
}

/** Sentences of the findings of this lib, for the message catalogue. */
export const NOTIFICATION_SENTENCES: Readonly<Record<string, Bilingual>> = {
  'notification.settings.empty': { ko: '알림이 하나는 있어야 합니다.', en: 'at least one reminder is needed' },
  'notification.settings.days': {
    ko: '{min} 이상 {max} 이하의 정수여야 합니다.',
    en: 'must be a whole number from {min} to {max}',
  },
  'notification.settings.time': {
    ko: '00:00부터 23:59까지 HH:MM 꼴의 시각이어야 합니다.',
    en: 'must be a time from 00:00 to 23:59 written HH:MM',
  },
  'notification.settings.twice': { ko: '같은 날({days})이 두 번 있습니다.', en: 'the day {days} appears twice' },
  'notification.settings.order': {
    ko: '이른 것부터 적어야 합니다(지금 차례: {before}, {days}).',
    en: 'must go from the earliest to the latest (now: {before}, {days})',
  },
  'notification.preference.quiet-half': {
    ko: '조용한 시간은 시작과 끝을 함께 적거나 둘 다 비워야 합니다.',
    en: 'quiet hours need both a start and an end, or neither',
  },
  'notification.preference.digest-quiet': {
    ko: '모아 받는 시각이 조용한 시간 안에 있습니다.',
    en: 'the hour of the digest lies in the quiet hours',
  },
  'notification.webhook.url': { ko: '올바른 주소(URL)여야 합니다.', en: 'must be a valid address (URL)' },
  'notification.webhook.length': { ko: '{max}자 이하여야 합니다.', en: 'must be at most {max} characters' },
  'notification.webhook.https': { ko: 'https:// 로 시작해야 합니다.', en: 'must begin with https://' },
  'notification.webhook.credentials': {
    ko: '주소에 사용자 이름이나 비밀번호를 적을 수 없습니다.',
    en: 'must not carry a user name or a password',
  },
  'notification.webhook.address': {
    ko: '내부망이나 이 컴퓨터를 가리키는 주소는 쓸 수 없습니다.',
    en: 'must not point at this machine or a private network',
  },
  'notification.webhook.port': {
    ko: '포트는 443이거나 1024 이상이어야 합니다.',
    en: 'the port must be 443 or above 1023',
  },
};
