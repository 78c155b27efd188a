import { type Messages, sentence } from './messages.js';
import { bilingual, terms } from './terms.js';

const MESSAGES: Messages = {
  late: { ko: '{deadline}에 마감되었습니다({count}건, {what}).', en: 'closed at {deadline} ({count}, {what})' },
};

describe('a sentence', () => {
  it.each([
    ['ko', '2020. 4. 10. 18:00에 마감되었습니다(3건, 2020-04-10).'],
    ['en', 'closed at 2020. 4. 10. 18:00 KST (3, 2020-04-10)'],
  ] as const)(
    'given a moment, then it tells it in %s as the clock in Korea shows it, and a day as it is',
    (locale, text) => {
      const params = { deadline: '2020-04-10T09:00:00.000Z', count: 3, what: '2020-04-10' };
      expect(sentence(MESSAGES, locale, 'late', params)).toBe(text);
    },
  );

  it('given midnight in Korea, then it is the new day', () => {
    const params = { deadline: '2021-04-30T15:00:00.000Z', count: 0, what: '' };
    expect(sentence(MESSAGES, 'ko', 'late', params)).toContain('2021. 5. 1. 00:00');
  });

  it('given a moment just after a whole minute, then it shows seconds, so that it is not read as that minute', () => {
    const params = { deadline: '2020-04-10T09:00:00.001Z', count: 0, what: '' };
    expect(sentence(MESSAGES, 'ko', 'late', params)).toContain('2020. 4. 10. 18:00:00에');
  });

  it('given a param it was not told, or a code nobody knows, then it says so rather than nothing', () => {
    expect(sentence(MESSAGES, 'ko', 'late')).toContain('{deadline}');
    expect(sentence(MESSAGES, 'ko', 'unknown')).toBe('unknown');
  });

  describe('with a code that has a word', () => {
    const WORDS: Messages = {
      ...terms('plan.act', { file: { ko: '본접수', en: 'filing' }, confirm: { ko: '확정', en: 'confirmation' } }),
      ...terms(
        'role',
        bilingual({ auditor: '감사관', committee: '위원' }, { auditor: 'auditor', committee: 'member' }),
      ),
      refused: {
        ko: '"{state}" 상태라 {action:plan.act}을(를) 할 수 없습니다.',
        en: '{state}: no {action:plan.act} now',
      },
      who: { ko: '{roles:role}이(가) 합니다.', en: '{roles:role} may' },
    };

    it('tells the word in the language of the reader, with the particle it asks for', () => {
      expect(sentence(WORDS, 'ko', 'refused', { state: 1, action: 'file' })).toBe(
        '"1" 상태라 본접수를 할 수 없습니다.',
      );
      expect(sentence(WORDS, 'ko', 'refused', { state: 1, action: 'confirm' })).toContain('확정을 할');
      expect(sentence(WORDS, 'en', 'refused', { state: 1, action: 'confirm' })).toBe('1: no confirmation now');
    });

    it('tells the words of several codes in a row, and a code nobody named as it is', () => {
      expect(sentence(WORDS, 'ko', 'who', { roles: 'auditor, committee' })).toBe('감사관, 위원이 합니다.');
      expect(sentence(WORDS, 'en', 'who', { roles: 'auditor, nobody' })).toBe('auditor, nobody may');
    });
  });
});
