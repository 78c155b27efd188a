import { amendmentFindings, isAmendable, ROUND_STATES, type RoundPolicy } from './index.js';

const POLICY = {
  owners: ['MOLIT', 'MOTIE'],
  criteria: [
    { code: 'A', name: '필요성', weight: 4_000, max: 4_000 },
    { code: 'B', name: '타당성', weight: 6_000, max: 10_000 },
  ],
  scoring: { trim: { highest: 1, lowest: 1, minimumKept: 3 }, minimumPanel: 5, roundingDigits: 2, cutOff: 6_000 },
} as unknown as RoundPolicy;
const changed = (change: object): RoundPolicy => ({ ...POLICY, ...change });
const fields = (change: object): string[] => amendmentFindings(POLICY, changed(change)).map(({ field }) => field ?? '');

describe('an amendment of a frozen policy', () => {
  it('is possible between the first mark and the committee only', () => {
    expect(ROUND_STATES.filter(isAmendable)).toEqual(['evaluating', 'scores-locked']);
  });

  it.each([
    ['weights', { criteria: POLICY.criteria.map((criterion) => ({ ...criterion, weight: 5_000 })) }],
    ['a floor', { criteria: POLICY.criteria.map((criterion) => ({ ...criterion, floor: 1_000 })) }],
    ['trimming, rounding and the cut-off', { scoring: { ...POLICY.scoring, roundingDigits: 1, cutOff: null } }],
    ['names', { criteria: POLICY.criteria.map((criterion) => ({ ...criterion, name: '고친 이름' })) }],
    ['the order of the owners', { owners: ['MOTIE', 'MOLIT'] }],
  ])('may change %s', (_what, change) => {
    expect(fields(change)).toEqual([]);
  });

  it.each([
    ['drops a criterion that was marked', { criteria: POLICY.criteria.slice(1) }, ['criteria[A]']],
    [
      'adds one that nobody marked',
      { criteria: [...POLICY.criteria, { code: 'C', name: '새 지표', weight: 0, max: 100 }] },
      ['criteria[C]'],
    ],
    [
      'moves the scale under the marks',
      { criteria: POLICY.criteria.map((criterion) => ({ ...criterion, max: 10_000 })) },
      ['criteria[A]'],
    ],
    [
      'lets somebody abstain afterwards',
      { scoring: { ...POLICY.scoring, abstention: 'mean-of-others' } },
      ['scoring.abstention'],
    ],
    ['changes who must sign', { owners: ['MOLIT'] }, ['owners']],
  ])('is refused where it %s', (_what, change, expected) => {
    expect(fields(change)).toEqual(expected);
  });
});
