import { fundingVerdictFindings, type FundingWord, unspoken, wordsOn } from './funding-confirmation.js';
import { gazetteText, postingEndsOn, postingFindings, postingStanding } from './gazette.js';
import { isDecidedAnew, rankAmong } from './re-evaluation.js';

describe('funding confirmations', () => {
  const word = (subProjectKey: string, no: number, contentHash = 'new'): FundingWord => ({
    subProjectKey,
    no,
    contentHash,
    verdict: 'confirmed',
  });

  it('counts the newest word on this very content', () => {
    const words = [word('a', 1), word('a', 2), word('b', 5, 'old')];
    expect([...wordsOn(words, 'new').values()].map(({ no }) => no)).toEqual([2]);
    expect(unspoken([{ key: 'a' }, { key: 'b' }], words, 'new')).toEqual([{ key: 'b' }]);
  });

  it('asks for words beside a condition or a refusal', () => {
    expect(fundingVerdictFindings('confirmed', null)).toEqual([]);
    expect(fundingVerdictFindings('conditional', ' ')).toHaveLength(1);
    expect(fundingVerdictFindings('refused', '예산 없음')).toEqual([]);
  });
});

describe('the gazette text', () => {
  const frame = {
    noticeNumber: '산업통상자원부고시 제2021-46호',
    noticeDate: '2021-03-31',
    effectiveDate: '2021-04-06',
    ministries: ['국토교통부', '산업통상자원부'],
    province: '경북',
    planTitle: '구미국가산단 대개조',
    sites: [{ name: '구미국가', role: 'hub', complexType: 'national' }] as const,
    planHash: 'ab'.repeat(32),
  };

  it('says number, day, ministries, sites, effective day and posting, and is the same for the same data', () => {
    const text = gazetteText(frame);
    for (const part of [
      '산업통상자원부고시 제2021-46호',
      '2021. 3. 31.',
      '국토교통부 · 산업통상자원부',
      '1) 구미국가 (거점산단, 국가산업단지)',
      '시행일: 2021. 4. 6.',
      '14일 이상',
      'ab'.repeat(32),
    ])
      expect(text).toContain(part);
    expect(gazetteText({ ...frame })).toBe(text);
  });
});

describe('the local posting', () => {
  it('runs for 14 whole days, the first counted', () => {
    expect(postingEndsOn('2021-04-01')).toBe('2021-04-15');
    expect(postingStanding(null, '2021-04-01')).toBe('missing');
    expect(postingStanding('2021-04-01', '2021-04-14')).toBe('running');
    expect(postingStanding('2021-04-01', '2021-04-15')).toBe('done');
  });

  it.each<[string, string[]]>([
    ['2021-03-31', []],
    ['2021-03-30', ['posting.before-notice']],
    ['2021-04-02', ['posting.ahead']],
    ['2021-02-30', ['designation.date.invalid']],
  ])('that starts on %s has %j against it', (day, codes) =>
    expect(postingFindings(day, '2021-03-31', '2021-04-01').map(({ code }) => code)).toEqual(codes),
  );
});

describe('a re-evaluation', () => {
  const signed = '2020-05-14T01:00:00.000Z';
  const later = '2020-05-15T01:00:00.000Z';
  it.each([
    ['decided after the signature', signed, { outcome: 'refuse', resolvedAt: later }, true],
    ['decided before it', later, { outcome: 'refuse', resolvedAt: signed }, false],
    ['put off after it', signed, { outcome: 'defer', resolvedAt: later }, false],
    ['not signed', null, { outcome: 'refuse', resolvedAt: later }, false],
    ['never decided', signed, null, false],
  ] as const)('is %s', (_what, signedAt, decision, decided) => expect(isDecidedAnew(signedAt, decision)).toBe(decided));

  it('gives the rank behind all that are higher', () => {
    expect(rankAmong(8000, [9000, 8000, 7000])).toBe(2);
  });
});
