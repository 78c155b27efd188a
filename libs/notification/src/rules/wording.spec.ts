import { readFileSync } from 'node:fs';
import path from 'node:path';
import { atSeoul } from '@daegaejo/platform/rules';
import { CALENDAR_STEPS, DUTY_KINDS, type DutyKind, ROUND_ACTIONS } from '@daegaejo/round/rules';
import { fill, LANGUAGES, type Language, NOTIFICATION_SENTENCES } from './sentences.js';
import { RELATIONS, type Relation } from './ticks.js';
import { deadlineText, dutyLetter, type DutyLetter, dutyTitle, noticeLetter, STEP_NAMES } from './wording.js';
import { DUTY_WORDS } from './wording-duties.js';
import { NOTICE_TYPES, NOTICE_WORDS } from './wording-events.js';

const PARAMS = {
  title: '2021년 산업단지 대개조',
  province: '경상북도',
  count: 3,
  step: 'start-screening',
  year: 2021,
  list: '1. 혁신계획 본접수 · 경상북도',
  listEn: '1. filing of the innovation plan · Gyeongbuk',
};
/** What must never be in a letter, although a duty might carry it. */
const SECRETS = { score: '87.50', evaluator: '가상 평가위원', reason: '점수가 낮음', rank: 777 };
const WAYS = { where: '/rounds/r1/plans/p1', contact: '사무국 070-0000-0000' };

const letter = (change: Partial<DutyLetter> & { kind: DutyKind }): DutyLetter => ({
  relation: 'before',
  at: atSeoul('2021-03-18', 18),
  days: 3,
  params: { ...PARAMS, ...SECRETS },
  copy: false,
  ...WAYS,
  ...change,
});

const everyLetter = DUTY_KINDS.flatMap((kind) =>
  RELATIONS.flatMap((relation) => [false, true].map((copy) => [kind, relation, copy] as const)),
);
const HANGUL = /[가-힣]/;

/** The letter in a language without what is Korean in every language: the programme's name and the values given. */
const ownWords = (text: string): string =>
  [...Object.values(PARAMS), ...Object.values(WAYS), '[대개조]'].reduce<string>(
    (rest, value) => rest.replaceAll(String(value), ''),
    text,
  );

function expectSound(subject: string, paragraphs: readonly string[], language: Language): void {
  const all = [subject, ...paragraphs];
  for (const text of all) {
    expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
    expect(text.trim()).toBe(text);
    if (language === 'en') expect(ownWords(text)).not.toMatch(HANGUL);
  }
  if (language === 'ko') expect(all.filter((text) => !HANGUL.test(text))).toEqual([]);
  expect(subject.startsWith('[대개조]')).toBe(true);
  for (const secret of Object.values(SECRETS)) expect(all.join('\n')).not.toContain(String(secret));
  for (const way of Object.values(WAYS)) expect(paragraphs.join('\n')).toContain(way);
}

describe('letters about duties', () => {
  it.each(everyLetter)(
    '%s, %s, copy %s: in both languages, complete, and with nothing secret',
    (kind, relation, copy) => {
      for (const language of LANGUAGES) {
        const { subject, paragraphs } = dutyLetter(letter({ kind, relation, copy }), language);
        expectSound(subject, paragraphs, language);
        expect(paragraphs.join('\n')).toContain('2021. 3. 18. 18:00');
      }
    },
  );

  it.each<[DutyKind, Relation, number, boolean, string, string]>([
    [
      'file-plan',
      'before',
      3,
      false,
      '[대개조] 혁신계획 본접수 마감 3일 전 · 경상북도',
      '[대개조] filing of the innovation plan: 3 day(s) left · 경상북도',
    ],
    [
      'file-plan',
      'before',
      0,
      false,
      '[대개조] 혁신계획 본접수 오늘 마감 · 경상북도',
      '[대개조] filing of the innovation plan: due today · 경상북도',
    ],
    [
      'answer-opinion',
      'day',
      0,
      false,
      '[대개조] 컨설팅 의견 3건 답변 오늘 마감 · 경상북도',
      '[대개조] answers to 3 consulting opinion(s): due today · 경상북도',
    ],
    [
      'score-plans',
      'after',
      1,
      true,
      '[대개조][참조] 평가표 3건 제출 마감 1일 지남 · 2021년 산업단지 대개조',
      '[대개조][copy] 3 score sheet(s): 1 day(s) overdue · 2021년 산업단지 대개조',
    ],
    [
      'advance-round',
      'stalled',
      7,
      false,
      '[대개조] 다음 단계(요건 검토 시작) 진행 7영업일째 대기 · 2021년 산업단지 대개조',
      '[대개조] next step (start of the screening): waiting for 7 business day(s) · 2021년 산업단지 대개조',
    ],
    [
      'file-objection',
      'before',
      3,
      false,
      '[대개조] 이의신청 기간 3일 남음 · 경상북도',
      '[대개조] objection: possible for 3 more day(s) · 경상북도',
    ],
    [
      'answer-request',
      'before',
      3,
      false,
      '[대개조] “2021년 산업단지 대개조” 회신 마감 3일 전',
      '[대개조] reply to “2021년 산업단지 대개조”: 3 day(s) left',
    ],
  ])('%s, %s, %d: the subject line', (kind, relation, days, copy, ko, en) => {
    const given = letter({ kind, relation, days, copy });
    expect([dutyLetter(given, 'ko').subject, dutyLetter(given, 'en').subject]).toEqual([ko, en]);
  });

  it('say what, until when, what to do, where and whom to ask', () => {
    expect(dutyLetter(letter({ kind: 'file-plan' }), 'ko').paragraphs).toEqual([
      '2021년 산업단지 대개조: 혁신계획 본접수 마감이 3일 남았습니다.',
      '기한: 2021. 3. 18. 18:00 (한국 시각)',
      '혁신계획과 첨부를 갖추어, 시·도 승인자가 본접수하십시오.',
      '처리하는 곳: /rounds/r1/plans/p1',
      '문의: 사무국 070-0000-0000',
    ]);
    expect(dutyLetter(letter({ kind: 'lock-panel', relation: 'stalled' }), 'ko').paragraphs[0]).toBe(
      '2021년 산업단지 대개조: 평가표가 모두 들어온 지 3영업일이 지났으나 점수 확정 업무가 남아 있습니다.',
    );
  });

  it('tell after the deadline whether anything is still taken', () => {
    const after = (kind: DutyKind) => dutyLetter(letter({ kind, relation: 'after' }), 'ko').paragraphs[2];
    expect(after('file-plan')).toContain('더는 받지 않습니다');
    expect(after('answer-opinion')).toContain('되도록 빨리 처리해 주십시오. 의견마다');
  });

  it('reproach nobody for an objection not filed', () => {
    for (const relation of RELATIONS)
      for (const copy of [false, true]) {
        const { subject, paragraphs } = dutyLetter(letter({ kind: 'file-objection', relation, copy }), 'ko');
        expect([subject, ...paragraphs].join('\n')).not.toMatch(/마감|지났으나|하십시오|남아 있/);
      }
  });

  it('have a title of one line for lists and calendars', () => {
    expect(dutyTitle('file-plan', PARAMS, 'ko')).toBe('혁신계획 본접수 · 경상북도');
    expect(dutyTitle('score-plans', PARAMS, 'en')).toBe('3 score sheet(s) · 2021년 산업단지 대개조');
    expect(dutyTitle('answer-request', { title: '보완요구' }, 'ko')).toBe('“보완요구” 회신');
    expect(() => dutyTitle('file-plan', { title: '대개조' }, 'ko')).toThrow(RangeError);
  });

  it('write a deadline at midnight as the end of the day before', () => {
    expect(deadlineText(atSeoul('2021-03-18', 24))).toBe('2021. 3. 18. 24:00');
    expect(deadlineText(atSeoul('2021-03-01'))).toBe('2021. 2. 28. 24:00');
    expect(deadlineText(atSeoul('2021-03-18', 0, 1))).toBe('2021. 3. 18. 00:01');
  });

  it.each(DUTY_KINDS)('%s: fails loudly without one of its params', (kind) => {
    for (const name of DUTY_WORDS[kind].params) {
      const params = Object.fromEntries(Object.entries(PARAMS).filter(([given]) => given !== name));
      expect(() => dutyLetter(letter({ kind, params }), 'ko')).toThrow(RangeError);
    }
  });
});

describe('letters about events', () => {
  const notice = (type: (typeof NOTICE_TYPES)[number], until: string | null) =>
    ({ type, params: { ...PARAMS, ...SECRETS, step: 'intake' }, until, ...WAYS }) as const;

  it.each(NOTICE_TYPES)('%s: in both languages, complete, and with nothing secret', (type) => {
    for (const language of LANGUAGES) {
      const dated = noticeLetter(notice(type, atSeoul('2021-03-18', 18)), language);
      expectSound(dated.subject, dated.paragraphs, language);
      expect(dated.paragraphs.join('\n')).toContain('2021. 3. 18. 18:00');
      const undated = noticeLetter(notice(type, null), language);
      expectSound(undated.subject, undated.paragraphs, language);
      expect(undated.paragraphs.join('\n')).not.toContain('2021. 3.');
    }
    const [first] = NOTICE_WORDS[type].params;
    const params = Object.fromEntries(Object.entries(PARAMS).filter(([name]) => name !== first));
    expect(() => noticeLetter({ ...notice(type, null), params }, 'ko')).toThrow(RangeError);
  });

  it('name the extended step', () => {
    const { subject } = noticeLetter(notice('DeadlineExtended', null), 'ko');
    expect(subject).toBe('[대개조] 마감 연장: 혁신계획 본접수 · 2021년 산업단지 대개조');
  });

  it('are of types the history records', () => {
    const files = [
      'consulting/src/issue-opinion.ts',
      'consulting/src/answer-opinion.ts',
      'evaluation/src/sheets/score-sheet.ts',
      'evaluation/src/panel/panel.ts',
      'evaluation/src/panel/assign-evaluator.ts',
      'plan/src/screen-plan.ts',
      'plan/src/attachments/scan-attachment.ts',
      'plan/src/supplement/ask-supplement.ts',
      'round/src/extend-deadline.ts',
      'designation/src/announcement/publish-announcement.ts',
      'designation/src/committee/cancel-meeting.ts',
      'notification/src/requests.ts',
      'notification/src/handover/tell-of-handover.ts',
    ];
    const text = files.map((file) => readFileSync(path.resolve(__dirname, '../../..', file), 'utf8')).join('\n');
    expect(NOTICE_TYPES.filter((type) => !text.includes(`'${type}'`))).toEqual([]);
  });
});

describe('texts', () => {
  it('are filled in one pass: a value is no placeholder', () => {
    expect(fill('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
    expect(() => fill('{a}', {})).toThrow(RangeError);
    expect(() => fill('{toString}', {})).toThrow(RangeError);
  });

  it('have a name for every deadline and every step', () => {
    expect(Object.keys(STEP_NAMES).toSorted()).toEqual([...CALENDAR_STEPS, ...ROUND_ACTIONS].toSorted());
  });

  it('of findings name the same values in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
    for (const { ko, en } of Object.values(NOTIFICATION_SENTENCES)) {
      expect(ko).toMatch(HANGUL);
      expect(names(en)).toEqual(names(ko));
    }
  });
});
