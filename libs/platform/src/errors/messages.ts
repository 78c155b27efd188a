import { seoulSecondText } from '../rules/index.js';
import { type Particle, PARTICLE_PATTERN, particleAfter } from './particles.js';
import { termKey, terms } from './terms.js';

/** A sentence in both languages; {name} is filled from the problem's params, {name:vocabulary} with the word for their code. */
export interface Sentence {
  readonly ko: string;
  readonly en: string;
}
export type Messages = Readonly<Record<string, Sentence>>;
export type Locale = 'ko' | 'en';

/** Sentences of the technical ground; each feature brings its own. */
export const PLATFORM_MESSAGES: Messages = {
  ...terms('store.fault', {
    full: { ko: '저장 공간 부족', en: 'the disk is full' },
    busy: { ko: '이용량이 많음', en: 'too busy' },
    io: { ko: '저장 장치 오류', en: 'a fault of the disk' },
    connection: { ko: '데이터베이스 연결 끊김', en: 'no connection to the database' },
  }),
  'record.not-found': {
    ko: '해당 자료가 없거나 열람할 수 없습니다.',
    en: 'There is no such record, or it is not visible to you.',
  },
  'route.not-found': {
    ko: '없는 주소입니다. 쓸 수 있는 주소는 /openapi.json 에 있습니다.',
    en: 'There is no such address. /openapi.json lists them all.',
  },
  'record.stale': {
    ko: '다른 사람이 먼저 고쳤습니다. 현재 판은 {current}입니다. 다시 불러온 뒤 If-Match: "{current}"(으)로 저장하십시오.',
    en: 'Somebody changed the record first. It is at version {current} now: read it again and send If-Match: "{current}".',
  },
  'content.invalid': {
    ko: '입력 내용 {count}건을 고쳐야 합니다.',
    en: '{count} part(s) of the content must be mended.',
  },
  'request.malformed': { ko: '요청의 형식이 잘못되었습니다.', en: 'The request is malformed.' },
  'request.json': { ko: '본문이 올바른 JSON이 아닙니다.', en: 'The body is not valid JSON.' },
  'request.too-large': {
    ko: '본문이 너무 큽니다. {limit} 바이트까지 받습니다.',
    en: 'The body is too large; {limit} bytes are accepted.',
  },
  'request.media-type': {
    ko: '본문의 형식(Content-Type)이 이 주소에 맞지 않습니다. 통합 문서를 받는 곳이 아니면 application/json 이어야 합니다.',
    en: 'This address does not take such a body: it must be application/json where no workbook is asked for.',
  },
  'file.not-xlsx': {
    ko: 'Excel 통합 문서(.xlsx)가 아닙니다. 암호를 걸었거나 옛 형식(.xls)이면 .xlsx로 다시 저장하십시오.',
    en: 'This is no Excel workbook (.xlsx). Save it as .xlsx if it is of the old kind (.xls) or has a password.',
  },
  'file.macros': {
    ko: '매크로가 든 통합 문서는 받지 않습니다. 매크로 없이 .xlsx로 저장하십시오.',
    en: 'A workbook with macros is not taken. Save it without them as .xlsx.',
  },
  'file.unpacks-too-large': {
    ko: '통합 문서의 내용이 너무 많습니다. 필요한 시트만 남기고 다시 보내십시오.',
    en: 'The workbook holds too much. Keep the sheets that are needed and send it again.',
  },
  'file.damaged': {
    ko: '통합 문서를 읽을 수 없습니다. Excel에서 열어 다시 저장한 뒤 보내십시오.',
    en: 'The workbook cannot be read. Open it in Excel, save it again, and send that.',
  },
  'request.cursor': {
    ko: 'cursor 값은 앞 응답의 nextCursor 그대로여야 합니다.',
    en: 'cursor must be the nextCursor of an earlier answer.',
  },
  'if-match.required': {
    ko: 'If-Match 머리글에 고치려는 판을 적어야 합니다. 예: If-Match: "3"',
    en: 'Send the version you are changing, e.g. If-Match: "3".',
  },
  'if-match.form': {
    ko: 'If-Match 는 따옴표로 묶은 판 번호여야 합니다. 예: "3"',
    en: 'If-Match must be a version number in quotes, e.g. "3".',
  },
  'idempotency-key.form': {
    ko: 'Idempotency-Key 는 8~200자의 영문, 숫자, - _ . : 여야 합니다.',
    en: 'Idempotency-Key must be 8 to 200 characters of A-Z a-z 0-9 - _ . :',
  },
  'idempotency-key.reused': {
    ko: '같은 Idempotency-Key 로 다른 내용이 이미 처리되었습니다. 새 키를 쓰십시오.',
    en: 'This Idempotency-Key was used with other content. Use a new key.',
  },
  'store.unavailable': {
    ko: '지금은 저장할 수 없습니다({reason:store.fault}). 아무것도 바뀌지 않았습니다. 잠시 뒤 다시 시도하십시오.',
    en: 'Nothing can be stored right now ({reason:store.fault}). Nothing was changed; try again shortly.',
  },
  'document.busy': {
    ko: '문서를 만들어 달라는 요청이 많습니다. 잠시 뒤 다시 시도하십시오.',
    en: 'Many documents are being made. Try again shortly.',
  },
  'clock.behind': {
    ko: '서버 시각이 마지막 기록보다 이릅니다. 관리자에게 알리십시오. 아무것도 바뀌지 않았습니다.',
    en: 'The server clock is behind the last record. Tell the administrator; nothing was changed.',
  },
  'server.error': {
    ko: '처리하지 못했습니다. 문의할 때 요청번호({requestId})를 알려 주십시오.',
    en: 'This could not be done. Quote request id {requestId} when you ask for help.',
  },
  'field.unknown': { ko: '이 자리에 쓸 수 없는 항목입니다.', en: 'This field does not exist here.' },
  'field.text': { ko: '{min}~{max}자의 글이어야 합니다.', en: 'must be a text of {min} to {max} characters' },
  'field.id': { ko: 'UUID 여야 합니다.', en: 'must be a UUID' },
  'field.choice': { ko: '다음 중 하나여야 합니다: {values}', en: 'must be one of: {values}' },
  'field.whole': { ko: '{min} 이상 {max} 이하의 정수여야 합니다.', en: 'must be a whole number from {min} to {max}' },
  'field.flag': { ko: 'true 또는 false 여야 합니다.', en: 'must be true or false' },
  'field.day': { ko: 'YYYY-MM-DD 형식의 날짜여야 합니다.', en: 'must be a day written YYYY-MM-DD' },
  'field.moment': {
    ko: '시간대를 밝힌 ISO 8601 시각이어야 합니다. 예: 2026-11-24T09:00:00Z',
    en: 'must be an ISO 8601 time with its zone, e.g. 2026-11-24T09:00:00Z',
  },
  'field.won': {
    ko: '0 이상 1,000조원 이하의 금액을 원 단위 정수로, 쉼표 없이 글로 적어야 합니다. 예: "256200000000"',
    en: 'must be a whole number of won from 0 to 1,000 trillion as a string without commas, e.g. "256200000000"',
  },
  'field.score': {
    ko: '소수 둘째 자리까지의 점수를 글로 적어야 합니다. 예: "87.50"',
    en: 'must be a score with two digits as a string, e.g. "87.50"',
  },
  'field.object': { ko: '객체여야 합니다.', en: 'must be an object' },
  'field.list': { ko: '{max}개 이하의 목록이어야 합니다.', en: 'must be a list of at most {max} items' },
};

/** {name}, or {name:vocabulary} for a code that has a word; with the particle that hangs on what is put in. */
const SLOT = new RegExp(`\\{(\\w+)(?::([\\w.-]+))?\\}(["”」』]?)(${PARTICLE_PATTERN})?`, 'g');

/** The sentence for `code` in `locale`, with its params filled in; the code itself where none is written. */
export function sentence(
  messages: Messages,
  locale: Locale,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const text = messages[code]?.[locale] ?? code;
  return text.replace(
    SLOT,
    (whole, name: string, vocabulary: string | undefined, close: string, particle?: Particle) => {
      if (!(name in params)) return whole;
      const value = params[name] as string | number;
      const word =
        vocabulary === undefined ? inWords(locale, value) : named(messages, locale, vocabulary, String(value));
      return `${word}${close}${particle === undefined ? '' : particleAfter(word, particle)}`;
    },
  );
}

/** The word for a code, or for each of several in a row; what has none stays as it is. */
function named(messages: Messages, locale: Locale, vocabulary: string, value: string): string {
  return value
    .split(', ')
    .map((code) => messages[termKey(vocabulary, code)]?.[locale] ?? code)
    .join(', ');
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A moment is told as the clock on the wall in Korea shows it; everything else as it is. */
function inWords(locale: Locale, value: string | number): string {
  if (typeof value !== 'string' || !INSTANT.test(value)) return String(value);
  return locale === 'ko' ? seoulSecondText(value) : `${seoulSecondText(value)} KST`;
}

/** Language of the answer: the first of ko and en that the reader names; Korean otherwise. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = /\b(ko|en)\b/i.exec(acceptLanguage ?? '');
  return wanted?.[1]?.toLowerCase() === 'en' ? 'en' : 'ko';
}
