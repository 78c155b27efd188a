import type { AggregateInput, AggregatePolicy, PlanInput, SheetInput } from './aggregate-input.js';
import { aggregate } from './aggregate.js';
import { ABSTAINED, fromCompact, toCompact } from './compact-round.js';
import { passesAll } from './floors.js';
import { rankRound } from './rank-round.js';
import type { RankedPlan } from './tie-chain.js';

/** 계획서평가 70 %: need 40, effect 60. 발표평가 30 %: drive, its highest and lowest mark left out. */
const policy: AggregatePolicy = {
  criteria: [
    { code: 'need', name: '필요성', weight: 4000, max: 10_000, stage: 'paper' },
    { code: 'effect', name: '효과성', weight: 6000, max: 5000, stage: 'paper' },
    { code: 'drive', name: '추진의지', weight: 10_000, max: 2000, stage: 'talk', floor: 1900 },
  ],
  stages: [
    { code: 'paper', name: '계획서평가', mode: 'document', share: 7000 },
    {
      code: 'talk',
      name: '발표평가',
      mode: 'presentation',
      share: 3000,
      trim: { highest: 1, lowest: 1, minimumKept: 2, per: 'criterion' },
      minimumPanel: 3,
    },
  ],
  scoring: {
    trim: { highest: 1, lowest: 1, minimumKept: 3 },
    minimumPanel: 5,
    roundingDigits: 2,
    cutOff: 6000,
    abstention: 'mean-of-others',
  },
  bonus: {
    cap: 400,
    deductionCap: 180,
    items: [
      { code: 'balance', name: '균형발전', max: 200 },
      { code: 'late', name: '불성실 이력', max: 200, kind: 'deduction' },
    ],
  },
  tieChain: [{ by: 'criterion', criterion: 'drive' }],
};

const paper = (rows: readonly (readonly [number, number])[]): SheetInput[] =>
  rows.map(([need, effect], at) => ({
    evaluator: `E${at + 1}`,
    stage: 'paper',
    marks: [
      { criterion: 'need', mark: need },
      { criterion: 'effect', mark: effect },
    ],
  }));
const talk = (marks: readonly (number | null)[]): SheetInput[] =>
  marks.map((mark, at) => ({ evaluator: `E${at + 1}`, stage: 'talk', marks: [{ criterion: 'drive', mark }] }));

// Paper by hand: 80, 90, 70, 83.5, 90; out 70 and one 90; mean 84.5. Talk: 18, 16, (18 + 16 + 20) ÷ 3 = 18, 20; out 16
// and 20; mean 18 of 20, which is 90. Together 0.7 × 84.5 + 0.3 × 90 = 86.15; + 1.5 − min(min(3, 2), 1.8) = 85.85.
const gumi: PlanInput = {
  planId: 'gumi',
  label: '경북',
  sheets: [
    ...paper([
      [8000, 4000],
      [9000, 4500],
      [7000, 3500],
      [8500, 4125],
      [9000, 4500],
    ]),
    ...talk([1800, 1600, null, 2000]),
  ],
  bonuses: [
    { code: 'late', points: 300 },
    { code: 'balance', points: 150 },
  ],
};

function only(plan: PlanInput, by = policy): RankedPlan {
  const result = aggregate({ policy: by, plans: [plan] });
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  const [first] = result.plans;
  if (!first) throw new Error('no plan came back');
  return first;
}
const findingsOf = (plan: PlanInput, by: AggregatePolicy = policy) => {
  const input: AggregateInput = { policy: by, plans: [plan] };
  const [slow, fast] = [aggregate(input), rankRound(input)];
  expect(fast.ok ? [] : fast.findings).toEqual(slow.ok ? [] : slow.findings);
  return slow.ok ? [] : slow.findings;
};

describe('two stages, worked by hand', () => {
  it('come to 85.85', () => {
    expect(only(gumi)).toMatchObject({
      mean: '1723/20',
      base: 8615,
      bonus: 150,
      deductionSum: 200,
      deduction: 180,
      final: 8585,
      passesCutOff: true,
      failedFloors: ['drive'],
      passes: false,
      rank: 1,
      trim: { outcome: 'applied', sheets: 9, kept: 5 },
      stages: [
        { stage: 'paper', share: 7000, mean: '169/2', display: 8450, trim: { sheets: 5, kept: 3 } },
        { stage: 'talk', share: 3000, mean: '90/1', display: 9000, trim: { sheets: 4, kept: 2, per: 'criterion' } },
      ],
    });
  });

  it('print a sheet a calculator can follow', () => {
    expect(only(gumi).trace.map(({ step, detail }) => `${step} | ${detail}`)).toEqual([
      'total | [paper] E1: 40.00×80.00/100.00 + 60.00×40.00/50.00 = 80/1 ≈ 80.00',
      'total | [paper] E2: 40.00×90.00/100.00 + 60.00×45.00/50.00 = 90/1 ≈ 90.00',
      'total | [paper] E3: 40.00×70.00/100.00 + 60.00×35.00/50.00 = 70/1 ≈ 70.00',
      'total | [paper] E4: 40.00×85.00/100.00 + 60.00×41.25/50.00 = 167/2 ≈ 83.50',
      'total | [paper] E5: 40.00×90.00/100.00 + 60.00×45.00/50.00 = 90/1 ≈ 90.00',
      'trim | [paper] 5 − 1 − 1 = 3 ≥ 3',
      'trim-lowest | [paper] E3: 70/1',
      'trim-highest-shared | [paper] E5: 90/1',
      'stage-mean | [paper] (80/1 + 90/1 + 167/2) ÷ 3 = 169/2',
      'abstained | [talk] E3, drive: (16.00 + 18.00 + 20.00) ÷ 3 = 18/1',
      'total | [talk] E1: 100.00×18.00/20.00 = 90/1 ≈ 90.00',
      'total | [talk] E2: 100.00×16.00/20.00 = 80/1 ≈ 80.00',
      'total | [talk] E3: 100.00×(18/1)/20.00 = 90/1 ≈ 90.00',
      'total | [talk] E4: 100.00×20.00/20.00 = 100/1 ≈ 100.00',
      'trim | [talk] 4 − 1 − 1 = 2 ≥ 2',
      'trim-criterion | [talk] drive: (18.00 + (18/1)) ÷ 2 = 18/1; lowest 16.00, highest 20.00',
      'stage-mean | [talk] 100.00×(18/1)/20.00 = 90/1',
      'mean | 70.00×(169/2)/100.00 + 30.00×(90/1)/100.00 = 1723/20',
      'base | 1723/20 → 86.15 (2)',
      'bonus | balance: min(1.50, 2.00) = 1.50',
      'bonus-cap | min(1.50, 4.00) = 1.50',
      'deduction | late: min(3.00, 2.00) = 2.00',
      'deduction-cap | min(2.00, 1.80) = 1.80',
      'final | 86.15 + 1.50 − 1.80 = 85.85',
      'cut-off | 85.85 ≥ 60.00',
      'floor-failed | drive: 18/1 < 19.00',
      'criterion-mean | need: 85/1 ≈ 85.00',
      'criterion-mean | effect: 505/12 ≈ 42.08',
      'criterion-mean | drive: 18/1 ≈ 18.00',
      'rank | 1',
    ]);
  });

  it('round once, at the end: stages of 84.995 and 90.02 are 86.5025, so 86.50; rounded first they would be 86.51', () => {
    const single: AggregatePolicy = {
      ...policy,
      criteria: policy.criteria
        .filter(({ code }) => code !== 'effect')
        .map((criterion) => ({ ...criterion, weight: 10_000, max: 10_000, floor: undefined })),
      stages: policy.stages?.map(({ code, name, mode, share }) => ({ code, name, mode, share, minimumPanel: 2 })),
      scoring: { ...policy.scoring, trim: { highest: 0, lowest: 0, minimumKept: 1 }, roundingDigits: 2 },
    };
    const sheets = [8499, 8500].map((mark, at) => ({
      evaluator: `E${at}`,
      stage: 'paper',
      marks: [{ criterion: 'need', mark }],
    }));
    expect(only({ ...gumi, sheets: [...sheets, ...talk([9002, 9002])], bonuses: [] }, single)).toMatchObject({
      mean: '34601/400',
      base: 8650,
      stages: [{ display: 8500 }, { display: 9002 }],
    });
  });

  it('never fall below 0 by a deduction', () => {
    const zero = paper(Array.from({ length: 5 }, () => [0, 0] as const));
    const plan = only({ ...gumi, sheets: [...zero, ...talk([0, 0, 0])] });
    expect(plan).toMatchObject({ base: 0, bonus: 150, deduction: 180, final: 0 });
    expect(plan.trace).toContainEqual({ step: 'final', detail: 'max(0.00 + 1.50 − 1.80, 0.00) = 0.00' });
  });

  it('keep their rank below a floor, and do not pass', () => {
    const other = {
      ...gumi,
      planId: 'weak',
      sheets: [...paper(Array.from({ length: 5 }, () => [1000, 500] as const)), ...talk([1900, 1900, 1900])],
    };
    const ranking = rankRound({ policy, plans: [other, gumi] });
    expect(ranking.ok && ranking.plans.map((plan) => [plan.planId, plan.rank, plan.passes, passesAll(plan)])).toEqual([
      ['gumi', 1, false, false],
      ['weak', 2, false, false], // 7 + 28.5, under the cut-off, but above the floor: exactly on it is not below it
    ]);
    expect(ranking.ok && ranking.plans[1]?.failedFloors).toEqual([]);
  });
});

describe('what is not aggregated in stages', () => {
  const [first] = gumi.sheets;
  it.each<[string, Partial<PlanInput>, string[]]>([
    [
      'a stage with too few sheets',
      { sheets: [...gumi.sheets.slice(0, 5), ...talk([1, 2])] },
      ['plans[gumi].stages[talk].sheets panel.stage-too-small'],
    ],
    [
      'a sheet of no stage',
      { sheets: [...gumi.sheets, { evaluator: 'E9', marks: first!.marks }] },
      ['plans[gumi].sheets[E9] aggregate.sheet.stage'],
    ],
    [
      'a sheet with the criteria of another stage',
      { sheets: [...gumi.sheets, { evaluator: 'E9', stage: 'talk', marks: first!.marks }] },
      [
        'plans[gumi].sheets[talk/E9].marks[0].criterion sheet.criterion.other-stage',
        'plans[gumi].sheets[talk/E9].marks[1].criterion sheet.criterion.other-stage',
        'plans[gumi].sheets[talk/E9].marks sheet.mark.missing',
      ],
    ],
    [
      'an evaluator twice in a stage',
      { sheets: [...gumi.sheets, first!] },
      ['plans[gumi].sheets[paper/E1] aggregate.sheet.duplicate'],
    ],
    [
      'a criterion on which everybody abstained',
      { sheets: [...gumi.sheets.slice(0, 5), ...talk([null, null, null])] },
      ['plans[gumi].criteria[drive] aggregate.abstained-by-all'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(findingsOf({ ...gumi, ...change }).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('an abstention the policy does not know', () => {
    const refused = { ...policy, scoring: { ...policy.scoring, abstention: 'refused' as const } };
    expect(findingsOf(gumi, refused)).toEqual([
      {
        field: 'plans[gumi].sheets[talk/E3].marks[0].mark',
        code: 'sheet.abstention.refused',
        params: { criterion: 'drive', name: '추진의지' },
      },
    ]);
  });

  it.each<[string, Partial<AggregatePolicy>]>([
    ['the weights do not sum', { criteria: policy.criteria.slice(1) }],
    ['a criterion is of no stage', { stages: policy.stages?.slice(0, 1) }],
    ['the shares of the stages', { stages: policy.stages?.map((stage) => ({ ...stage, share: 4000 })) }],
    ['a stage is written twice', { stages: [...(policy.stages ?? []), ...(policy.stages ?? [])] }],
    ['a floor is not a mark', { criteria: policy.criteria.map((one) => ({ ...one, floor: 10_001 })) }],
    ['deductions have no cap', { bonus: { ...policy.bonus, deductionCap: undefined } }],
  ])('a policy of which %s', (fault, change) => {
    expect(() => rankRound({ policy: { ...policy, ...change }, plans: [] })).toThrow(fault);
  });
});

describe('the compact form', () => {
  it('says stages and abstentions, but not the reason of one', () => {
    const input: AggregateInput = { policy, plans: [gumi] };
    const compact = toCompact(input);
    if (!compact.ok) throw new Error('no compact form');
    expect(compact.round.plans[0]?.sheets.slice(4, 8)).toEqual([
      { evaluator: 'E5', stage: 'paper', marks: [9000, 4500] },
      { evaluator: 'E1', stage: 'talk', marks: [1800] },
      { evaluator: 'E2', stage: 'talk', marks: [1600] },
      { evaluator: 'E3', stage: 'talk', marks: [ABSTAINED] },
    ]);
    expect(fromCompact(compact.round)).toEqual(input);
    expect(rankRound(compact.round)).toEqual(rankRound(input));
  });
});
