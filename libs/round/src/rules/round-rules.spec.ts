import { allowedActions } from '@daegaejo/platform/rules';
import {
  deadlineOf,
  extensionFindings,
  hasReached,
  isFrozen,
  isInTime,
  policyFindings,
  policyInText,
  type RoundPolicy,
  ROUND_TABLE,
} from './index.js';

const POLICY: RoundPolicy = {
  quota: 5,
  fundingYears: [2021, 2022, 2023],
  owners: ['MOLIT', 'MOTIE'],
  calendar: {
    announcedOn: '2020-03-02',
    deadlines: {
      'pre-intake': '2020-03-13T09:00:00.000Z',
      intake: '2020-04-10T09:00:00.000Z',
      scoring: '2020-04-24T09:00:00.000Z',
      'final-draft': '2020-12-18T09:00:00.000Z',
    },
    holidays: [],
  },
  criteria: [
    { code: 'A', name: '필요성', weight: 4_000, max: 4_000 },
    { code: 'B', name: '타당성', weight: 6_000, max: 10_000 },
  ],
  scoring: { trim: { highest: 1, lowest: 1, minimumKept: 3 }, minimumPanel: 5, roundingDigits: 2, cutOff: 6_000 },
  bonus: { cap: 300, items: [{ code: 'X', name: '가점', max: 300 }] },
  tieChain: [{ by: 'base-score' }, { by: 'criterion', criterion: 'B' }],
  conflictRules: [],
  consulting: { preRequired: true, postRequired: true },
  deliberation: { agendaDays: 7, urgentAgendaDays: 1, members: 21 },
  objection: { days: 10 },
  disclosure: { evaluatorNames: true, publicTotals: false, ownTotal: true },
  eligibility: {
    hubMinimumYears: 20,
    hubTypes: ['national'],
    hubTypesByStrategicPlan: ['general'],
    linkedTypes: ['general'],
    requiredConsultations: [],
  },
};

describe('the policy of a round', () => {
  it('has nothing to mend when it is whole', () => {
    expect(policyFindings(POLICY)).toEqual([]);
  });

  it.each<[string, Partial<RoundPolicy>, string, string]>([
    [
      'weights that sum to 99.99',
      { criteria: [{ code: 'A', name: 'a', weight: 9_999, max: 100 }], tieChain: [] },
      'criteria',
      'round.policy.weights',
    ],
    [
      'a criterion twice',
      { criteria: [POLICY.criteria[0]!, { ...POLICY.criteria[1]!, code: 'A' }], tieChain: [] },
      'criteria',
      'round.policy.criterion-twice',
    ],
    [
      'a tie rule on a criterion it has not',
      { tieChain: [{ by: 'criterion', criterion: 'C' }] },
      'tieChain[0].criterion',
      'round.policy.criterion-unknown',
    ],
    [
      'more sheets kept than the panel has',
      { scoring: { ...POLICY.scoring, minimumPanel: 2 } },
      'scoring.trim.minimumKept',
      'round.policy.trim',
    ],
    [
      'a bonus item over the cap',
      { bonus: { cap: 299, items: POLICY.bonus.items } },
      'bonus.cap',
      'round.policy.bonus-cap',
    ],
    ['a funding year twice', { fundingYears: [2021, 2021] }, 'fundingYears', 'round.policy.twice'],
    [
      'scoring that ends before the intake',
      {
        calendar: {
          ...POLICY.calendar,
          deadlines: { ...POLICY.calendar.deadlines, scoring: '2020-04-10T09:00:00.000Z' },
        },
      },
      'calendar.deadlines.scoring',
      'round.policy.calendar-order',
    ],
  ])('with %s is refused, field by field', (_what, change, field, code) => {
    expect(policyFindings({ ...POLICY, ...change })).toEqual([expect.objectContaining({ field, code })]);
  });

  it('is shown with points as decimal strings', () => {
    expect(policyInText(POLICY)).toMatchObject({
      criteria: [{ weight: '40.00' }, { max: '100.00' }],
      scoring: { cutOff: '60.00' },
      bonus: { cap: '3.00' },
    });
  });
});

describe('a deadline', () => {
  const deadline = '2020-04-10T09:00:00.000Z';
  it.each([
    ['2020-04-10T08:59:59.999Z', true],
    ['2020-04-10T09:00:00.000Z', false],
    ['2020-04-10T09:00:00.001Z', false],
  ])('at %s is kept: %s', (now, kept) => {
    expect(isInTime(now, deadline)).toBe(kept);
  });

  it('is the last extension of its own step, or the policy’s', () => {
    const later = '2020-04-11T09:00:00.000Z';
    const last = '2020-04-12T09:00:00.000Z';
    expect(deadlineOf(POLICY, [], 'intake')).toBe(deadline);
    expect(deadlineOf(POLICY, [{ step: 'scoring', deadline: later }], 'intake')).toBe(deadline);
    expect(
      deadlineOf(
        POLICY,
        [
          { step: 'intake', deadline: later },
          { step: 'intake', deadline: last },
        ],
        'intake',
      ),
    ).toBe(last);
  });

  it.each([
    ['2020-04-01T00:00:00.000Z', '2020-04-11T09:00:00.000Z', []],
    ['2020-04-01T00:00:00.000Z', deadline, ['round.extension.not-later']],
    ['2020-04-20T00:00:00.000Z', '2020-04-11T09:00:00.000Z', ['round.extension.past']],
  ])('seen at %s may move to %s: %j', (now, wanted, codes) => {
    expect(extensionFindings(now, deadline, wanted).map(({ code }) => code)).toEqual(codes);
  });
});

describe('the steps of a round', () => {
  it('can be cancelled from every state but the last two', () => {
    for (const state of Object.keys(ROUND_TABLE.moves) as (keyof typeof ROUND_TABLE.moves)[])
      expect([state, allowedActions(ROUND_TABLE, state).includes('cancel')]).toEqual([
        state,
        !['closed', 'cancelled'].includes(state),
      ]);
  });

  it('freeze the policy when scoring opens', () => {
    expect(['draft', 'announced', 'intake', 'screening'].some((state) => isFrozen(state as 'draft'))).toBe(false);
    expect(
      ['evaluating', 'deliberation', 'executing', 'cancelled'].every((state) => isFrozen(state as 'evaluating')),
    ).toBe(true);
    expect(hasReached('cancelled', 'draft')).toBe(false);
  });
});
