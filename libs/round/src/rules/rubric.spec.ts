import {
  criteriaOf,
  effectiveWeights,
  policyFindings,
  policyInText,
  type RoundPolicy,
  RUBRIC_TEMPLATES,
  stageOf,
  stagesOf,
} from './index.js';

const POLICY: RoundPolicy = {
  quota: 5,
  fundingYears: [2021],
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
  tieChain: [],
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
const [A, B] = POLICY.criteria as [RoundPolicy['criteria'][0], RoundPolicy['criteria'][0]];

/** 계획서평가 70 %, 발표평가 30 %; A and B on paper, C when presented. */
const STAGED: RoundPolicy = {
  ...POLICY,
  stages: [
    { code: 'paper', name: '계획서평가', mode: 'document', share: 7_000 },
    { code: 'talk', name: '발표평가', mode: 'presentation', share: 3_000, minimumPanel: 7 },
  ],
  criteria: [
    { ...A, stage: 'paper', group: 'G' },
    { ...B, stage: 'paper', group: 'G' },
    { code: 'C', name: '추진의지', weight: 10_000, max: 2_000, stage: 'talk', group: 'H' },
  ],
  groups: [
    { code: 'G', name: '계획', weight: 7_000 },
    { code: 'H', name: '의지', weight: 3_000 },
  ],
};
const found = (policy: RoundPolicy) => policyFindings(policy).map(({ field, code }) => `${field} ${code}`);

describe('the stages of a round', () => {
  it('are one, called main, where the policy names none', () => {
    expect(stagesOf(POLICY)).toMatchObject([{ code: 'main', share: 10_000 }]);
    expect(POLICY.criteria.map(stageOf)).toEqual(['main', 'main']);
    expect(criteriaOf(POLICY, 'main')).toEqual(POLICY.criteria);
    expect(effectiveWeights(POLICY)).toEqual({
      criteria: [
        { code: 'A', effective: 4_000 },
        { code: 'B', effective: 6_000 },
      ],
      groups: [],
    });
  });

  it('carry share × weight, exactly', () => {
    expect(criteriaOf(STAGED, 'paper').map(({ code }) => code)).toEqual(['A', 'B']);
    expect(effectiveWeights(STAGED)).toEqual({
      criteria: [
        { code: 'A', effective: 2_800 },
        { code: 'B', effective: 4_200 },
        { code: 'C', effective: 3_000 },
      ],
      groups: [
        { code: 'G', effective: 7_000, stated: 7_000 },
        { code: 'H', effective: 3_000, stated: 3_000 },
      ],
    });
    const thirds = {
      stages: [
        { ...STAGED.stages![0]!, share: 3_333 },
        { ...STAGED.stages![1]!, share: 6_667 },
      ],
      criteria: [
        { ...A, weight: 3_333, stage: 'paper' },
        { ...B, weight: 6_667, stage: 'paper' },
        { ...STAGED.criteria[2]!, group: undefined },
      ],
    };
    // 33.33 % of 33.33 is 11.108889
    expect(effectiveWeights(thirds).criteria.map(({ effective }) => effective)).toEqual([
      '11108889/1000000',
      '22221111/1000000',
      6_667,
    ]);
  });
});

describe('a stated weight', () => {
  /** Trap: four groups are printed as 30/30/30/10, but every criterion is multiplied by the weight of its group. */
  const weights: readonly [string, readonly number[]][] = [
    ['strategic', [1_071, 1_071, 1_072]],
    ['deliverability', [1_071, 1_071, 1_072, 1_072]],
    ['value', [1_071, 1_072]],
    ['additionality', [357]],
  ];
  const printed: RoundPolicy = {
    ...POLICY,
    groups: [3_000, 3_000, 3_000, 1_000].map((weight, at) => ({ code: weights[at]![0], name: '평가항목', weight })),
    criteria: weights.flatMap(([group, list]) =>
      list.map((weight, at) => ({ code: `${group}-${at}`, name: '평가지표', weight, max: 500, group })),
    ),
  };

  it('is refused where the effective one differs: 30/30/30/10 on paper, 32.1/42.9/21.4/3.6 in the arithmetic', () => {
    expect(effectiveWeights(printed).groups.map(({ effective }) => effective)).toEqual([3_214, 4_286, 2_143, 357]);
    expect(policyFindings(printed)).toEqual(
      [
        ['strategic', '30.00', '32.14'],
        ['deliverability', '30.00', '42.86'],
        ['value', '30.00', '21.43'],
        ['additionality', '10.00', '3.57'],
      ].map(([group, stated, effective], at) => ({
        field: `groups[${at}].weight`,
        code: 'round.policy.group-weight',
        params: { group, stated, effective },
      })),
    );
  });

  it('may differ for a reason that is signed with the policy', () => {
    expect(policyFindings({ ...printed, weightException: '항목별 지표 수에 따른 비중을 그대로 씀' })).toEqual([]);
  });
});

describe('a scale', () => {
  it('with stages, groups, floors, bands, levels and deductions is whole', () => {
    const rich: RoundPolicy = {
      ...STAGED,
      criteria: [
        {
          ...STAGED.criteria[0]!,
          kind: 'qualitative',
          floor: 1_600,
          commentOutside: { low: 1_000, high: 3_800 },
          guidance: '근거를 볼 것',
          levels: [
            { name: '우수', mark: 4_000, wording: '근거가 충분함' },
            { name: '미흡', mark: 1_000, wording: '근거가 없음' },
          ],
        },
        ...STAGED.criteria.slice(1),
      ],
      scoring: { ...POLICY.scoring, abstention: 'mean-of-others', discussion: true },
      bonus: {
        cap: 300,
        deductionCap: 200,
        items: [...POLICY.bonus.items, { code: 'Y', name: '불성실', max: 200, kind: 'deduction' }],
      },
      panel: { reviewsPerPlan: 7, maxLoad: 12, industryShare: { of: 1, per: 3 }, fieldsPerPlan: 3 },
    };
    expect(policyFindings(rich)).toEqual([]);
    expect(policyInText(rich)).toMatchObject({
      criteria: [
        {
          floor: '16.00',
          commentOutside: { low: '10.00', high: '38.00' },
          levels: [{ mark: '40.00' }, { mark: '10.00' }],
        },
        { code: 'B' },
        { code: 'C' },
      ],
      groups: [{ weight: '70.00' }, { weight: '30.00' }],
      stages: [{ share: '70.00' }, { share: '30.00' }],
      bonus: { deductionCap: '2.00' },
    });
  });

  const first = (change: object): Partial<RoundPolicy> => ({ criteria: [{ ...A, ...change }, B] });
  const stages = (...changes: object[]): Partial<RoundPolicy> => ({
    stages: STAGED.stages!.map((stage, at) => ({ ...stage, ...changes[at] })),
  });
  it.each<[string, Partial<RoundPolicy>, string[]]>([
    ['an unknown stage', first({ stage: 'talk' }), ['criteria[0].stage round.policy.stage-unknown']],
    ['no marks to give', first({ max: 0 }), ['criteria[0].max round.policy.no-marks']],
    [
      'a weight below 0',
      {
        criteria: [
          { ...A, weight: -1 },
          { ...B, weight: 10_001 },
        ],
      },
      ['criteria[0].weight round.policy.below-zero'],
    ],
    [
      'a bonus below 0',
      { bonus: { cap: 300, items: [{ code: 'X', name: '', max: -1 }] } },
      ['bonus.items[0].max round.policy.below-zero'],
    ],
    ['an unknown group', first({ group: 'G' }), ['criteria[0].group round.policy.group-unknown']],
    ['a floor over the highest mark', first({ floor: 4_001 }), ['criteria[0].floor round.policy.floor']],
    [
      'a band the wrong way round',
      first({ commentOutside: { low: 2, high: 1 } }),
      ['criteria[0].commentOutside round.policy.comment-band'],
    ],
    [
      'a band over the highest mark',
      first({ commentOutside: { low: 0, high: 4_001 } }),
      ['criteria[0].commentOutside round.policy.comment-band'],
    ],
    [
      'a level over the highest mark',
      first({ levels: [{ name: '우수', mark: 4_001, wording: '' }] }),
      ['criteria[0].levels round.policy.level-range'],
    ],
    [
      'levels out of order',
      first({ levels: [1, 3, 2].map((mark) => ({ name: '', mark, wording: '' })) }),
      ['criteria[0].levels round.policy.level-order'],
    ],
    [
      'two levels with one mark',
      first({ levels: [1, 1].map((mark) => ({ name: '', mark, wording: '' })) }),
      ['criteria[0].levels round.policy.level-order'],
    ],
    [
      'a deduction without a cap',
      { bonus: { cap: 300, items: [{ code: 'Y', name: '', max: 200, kind: 'deduction' }] } },
      ['bonus.deductionCap round.policy.deduction-cap'],
    ],
    [
      'a deduction over its cap',
      { bonus: { cap: 300, deductionCap: 199, items: [{ code: 'Y', name: '', max: 200, kind: 'deduction' }] } },
      ['bonus.deductionCap round.policy.deduction-cap'],
    ],
    [
      'more than the whole from industry',
      { panel: { industryShare: { of: 4, per: 3 } } },
      ['panel.industryShare.of round.policy.industry-share'],
    ],
    [
      'a committee of at least eleven and at most ten',
      {
        deliberation: {
          ...POLICY.deliberation,
          committee: { minimum: 11, maximum: 10, termYears: 2, delegation: [] },
        },
      },
      ['deliberation.committee.maximum round.policy.committee-size'],
    ],
  ])('with %s is refused', (_what, change, expected) => {
    expect(found({ ...POLICY, ...change })).toEqual(expected);
  });

  it.each<[string, Partial<RoundPolicy>, string[]]>([
    [
      'shares that do not sum to 100.00',
      stages({ share: 6_999 }),
      ['stages round.policy.stage-shares', 'groups[0].weight round.policy.group-weight'],
    ],
    [
      'a stage without criteria',
      { criteria: STAGED.criteria.slice(0, 2), groups: undefined, ...stages() },
      [
        'stages[1] round.policy.stage-empty',
        'criteria[0].group round.policy.group-unknown',
        'criteria[1].group round.policy.group-unknown',
      ],
    ],
    [
      'weights of one stage that do not sum to 100.00',
      { criteria: STAGED.criteria.map((c) => (c.code === 'C' ? { ...c, weight: 9_999 } : c)) },
      ['stages[1] round.policy.stage-weights', 'groups[1].weight round.policy.group-weight'],
    ],
    [
      'a criterion of no stage',
      { criteria: STAGED.criteria.map((c) => (c.code === 'B' ? { ...c, stage: undefined } : c)) },
      [
        'stages[0] round.policy.stage-weights',
        'criteria[1].stage round.policy.stage-unknown',
        'groups[0].weight round.policy.group-weight',
      ],
    ],
    [
      'a share below 0',
      {
        ...stages({ share: -1 }, { share: 10_001 }),
        groups: undefined,
        criteria: STAGED.criteria.map((c) => ({ ...c, group: undefined })),
      },
      ['stages[0].share round.policy.below-zero'],
    ],
    ['a stage twice', stages({}, { code: 'paper' }), expect.arrayContaining(['stages round.policy.twice']) as never],
    [
      'a stage that keeps more than its panel',
      stages({ minimumPanel: 2 }),
      ['stages[0].trim.minimumKept round.policy.trim'],
    ],
    [
      'groups that do not sum to 100.00',
      { groups: STAGED.groups!.map((group) => ({ ...group, weight: 3_000 })) },
      ['groups round.policy.group-shares', 'groups[0].weight round.policy.group-weight'],
    ],
  ])('with stages and %s is refused', (_what, change, expected) => {
    expect(found({ ...STAGED, ...change })).toEqual(expected);
  });
});

describe('the templates', () => {
  it.each(RUBRIC_TEMPLATES.map((template) => [template.code, template] as const))(
    '%s can be taken as it is, and says that it is not of 대개조',
    (_code, template) => {
      const { criteria, groups, stages, bonus = POLICY.bonus, source, note } = template;
      expect(policyFindings({ ...POLICY, criteria, groups, stages, bonus })).toEqual([]);
      expect(source).not.toBe('');
      expect(note).toContain("not 대개조's own");
    },
  );
});
