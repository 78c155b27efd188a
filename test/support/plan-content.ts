import { EMPTY_CONTENT, INDICATOR_CODES, NARRATIVE_HEADS, type PlanContent, type Site } from '@daegaejo/plan/rules';
import { loadPolicy } from './policy.js';

const POLICY = loadPolicy();

export const HUB: Site = {
  key: 'hub',
  role: 'hub',
  name: '구미국가',
  complexType: 'national',
  constructionStartedOn: '1969-01-01',
  inStrategicPlan: false,
  tenants: null,
  jobs: null,
  source: null,
  fictional: true,
};

/** A plan that lacks nothing under the policy of the specs. */
export const aPlan = (change: Partial<PlanContent> = {}): PlanContent => ({
  ...EMPTY_CONTENT,
  title: '혁신계획',
  theme: '전기차',
  sites: [HUB, { ...HUB, key: 'l1', role: 'linked-complex', complexType: 'general' }],
  subProjects: [
    {
      key: 'p1',
      name: '재생',
      kind: 'regeneration',
      ministry: 'MOLIT',
      siteKeys: ['hub'],
      source: null,
      fictional: true,
    },
  ],
  budget: [{ subProject: 'p1', year: 2021, source: 'national', amount: '100' }],
  indicators: INDICATOR_CODES.map((code) => ({
    code,
    baseline: null,
    targets: POLICY.fundingYears.map((year) => ({ year, value: 1 })),
    source: null,
    fictional: true,
  })),
  narrative: Object.fromEntries(NARRATIVE_HEADS.map((head) => [head, '내용'])),
  consultations: POLICY.eligibility.requiredConsultations.map((party) => ({
    party,
    organisation: '기관',
    letterNumber: '1',
    date: '2020-03-01',
    result: 'agreed' as const,
  })),
  ...change,
});
