import { fundingPolicyFindings } from './funding-policy.js';

describe('the money rules of a round', () => {
  it('may be absent as a whole and in every part', () => {
    expect(fundingPolicyFindings(undefined)).toEqual([]);
    expect(fundingPolicyFindings({})).toEqual([]);
  });

  it('names shares that leave no room for each other, a province named twice and a day that is none', () => {
    const findings = fundingPolicyFindings({
      matching: [
        { nationalShareBp: 7000, minLocalShareBp: 3000 },
        { nationalShareBp: 7000, minLocalShareBp: 3001 },
      ],
      differential: [
        { province: 'JEONNAM', addBp: 1000 },
        { province: 'JEONNAM', addBp: 500 },
      ],
      calendar: { request: '04-30', draft: '02-29' },
    });
    expect(findings.map(({ field, code }) => [field, code])).toEqual([
      ['funding.matching[1].minLocalShareBp', 'round.policy.matching-shares'],
      ['funding.differential', 'round.policy.twice'],
      ['funding.calendar.draft', 'round.policy.month-day'],
    ]);
  });
});
