import 'reflect-metadata';
import { loadCohort } from '@daegaejo/rehearsal/demo';
import { validationPipe } from '@daegaejo/platform';
import { canonicalJson } from '@daegaejo/platform/rules';
import { type RoundPolicy, RUBRIC_TEMPLATES } from '../rules/index.js';
import { PolicyDto } from './policy.dto.js';
import { policyView, toPolicy } from './policy.mapper.js';

/** As a body that came over the wire and was checked. */
const received = async (policy: RoundPolicy): Promise<RoundPolicy> =>
  toPolicy(
    (await validationPipe().transform(JSON.parse(JSON.stringify(policyView(policy))), {
      type: 'body',
      metatype: PolicyDto,
    })) as PolicyDto,
  );

const PLAIN = loadCohort(2020).policy;
const RICH: RoundPolicy = {
  ...PLAIN,
  criteria: PLAIN.criteria.map((criterion, at) => ({
    ...criterion,
    stage: 'paper',
    group: 'G',
    kind: at === 0 ? 'quantitative' : 'qualitative',
    floor: 1,
    commentOutside: { low: 1, high: 2 },
    guidance: '근거를 볼 것',
    levels: [{ name: '우수', mark: 2, wording: '근거가 충분함' }],
  })),
  groups: [{ code: 'G', name: '계획', weight: 10_000 }],
  stages: [
    {
      code: 'paper',
      name: '계획서평가',
      mode: 'document',
      share: 10_000,
      trim: { highest: 1, lowest: 0, minimumKept: 2, per: 'criterion' },
      minimumPanel: 3,
    },
  ],
  weightException: '항목별 지표 수에 따른 비중을 그대로 씀',
  scoring: { ...PLAIN.scoring, abstention: 'mean-of-others', discussion: true },
  bonus: { ...PLAIN.bonus, deductionCap: 200, items: [{ code: 'D', name: '불성실', max: 200, kind: 'deduction' }] },
  panel: { reviewsPerPlan: 7, maxLoad: 12, industryShare: { of: 1, per: 3 }, fieldsPerPlan: 3 },
  disclosure: { ...PLAIN.disclosure, summaryOpinion: true },
  ministryReview: { required: true, days: 14 },
  confirmation: { fundingConfirmations: 'required' },
  execution: {
    lights: [{ light: 'green', fromBp: 9_000 }],
    weights: { progressBp: 5_000, executionBp: 3_000, indicatorsBp: 2_000 },
    correctiveBelowBp: 6_000,
    twoReds: 'stop',
  },
  funding: {
    matching: [{ kinds: ['regeneration'], nationalShareBp: 5_000, minLocalShareBp: 3_000 }],
    differential: [{ province: 'JEONNAM', addBp: 1_000 }],
    matchingMode: 'refuse',
    calendar: { request: '04-30', draft: '09-15' },
    auditFromWon: '1000000000',
  },
  agreement: { days: 60 },
  changes: { answerDays: 10, watchBp: 3_000 },
  deliberation: {
    ...PLAIN.deliberation,
    committee: { minimum: 10, maximum: 30, termYears: 2, delegation: ['ex-officio'], chairInPerson: true },
    signedResolution: true,
    cancellation: 'item',
  },
  eligibility: {
    ...PLAIN.eligibility,
    linkedSites: 'allowed',
    requiredEvidence: ['municipal-consent', 'local-funding-pledge'],
    linkageRequired: true,
    letterRequired: true,
    supplementDays: 14,
  },
};

describe('a policy on its way in and out', () => {
  it.each<[string, RoundPolicy]>([
    ['without any of the optional parts', PLAIN],
    ['with all of them', RICH],
    ...RUBRIC_TEMPLATES.map(({ code, criteria, stages, bonus = PLAIN.bonus }): [string, RoundPolicy] => [
      `of the template ${code}`,
      { ...PLAIN, criteria, stages, bonus },
    ]),
  ])('%s stays what it is, to the text its hash is made of', async (_what, policy) => {
    expect(canonicalJson(await received(policy))).toBe(canonicalJson(policy));
  });
});
