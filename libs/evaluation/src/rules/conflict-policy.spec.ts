import { CONFLICT_RULE_CODES } from '@daegaejo/round/rules';
import fc from 'fast-check';
import { CONFLICT_RULES, type ConflictFacts, conflictsOf, rulesInForce, wayOut } from './conflict-policy.js';
import { INTEREST_KINDS, type InterestKind } from './declaration.js';

const stranger: ConflictFacts['evaluator'] = {
  organisationId: null,
  institution: null,
  department: null,
  affiliationProvinceId: null,
  residenceProvinceId: null,
  consultedPlanIds: [],
  recusedPlanIds: [],
  declared: [],
};
const plan: ConflictFacts['plan'] = {
  id: 'plan-gumi',
  provinceId: 'gyeongbuk',
  organisationIds: ['org-gyeongbuk', '금오공과대학교'],
  lineage: ['plan-gumi', 'plan-gumi-before'],
  people: [
    { organisationId: 'org-gyeongbuk', institution: null, department: '산업입지과' },
    { organisationId: null, institution: '경북대학교', department: '도시공학과' },
  ],
  evaluatedOrganisationIds: ['org-gwangju'],
};
const declaring = (kind: InterestKind, planId = plan.id) => ({ declared: [{ planId, kind }] });

describe('conflict policy', () => {
  it('has one rule per code of the policy, each with its source', () => {
    expect(CONFLICT_RULES.map((rule) => rule.code)).toEqual([...CONFLICT_RULE_CODES]);
    for (const rule of CONFLICT_RULES) expect(rule.source).not.toBe('');
  });

  it.each<[string, Partial<ConflictFacts['evaluator']>, string[]]>([
    ['nothing known', {}, []],
    ['another organisation', { organisationId: 'org-daegu', institution: '경북대학교' }, []],
    ['the same organisation', { organisationId: 'org-gyeongbuk' }, ['same-organisation/exclusion']],
    ['the same institution, typed loosely', { institution: ' 금오 공과대학교' }, ['same-organisation/exclusion']],
    ['an institution left blank', { institution: ' ' }, []],
    ['works in the province', { affiliationProvinceId: 'gyeongbuk' }, ['same-province-affiliation/exclusion']],
    ['lives in the province', { residenceProvinceId: 'gyeongbuk' }, ['same-province-residence/exclusion']],
    ['lives elsewhere', { residenceProvinceId: 'daegu' }, []],
    ['consulted the plan', { consultedPlanIds: ['plan-x', 'plan-gumi'] }, ['consulted-plan/exclusion']],
    ['consulted another plan', { consultedPlanIds: ['plan-x'] }, []],
    [
      'consulted the plan of an earlier round',
      { consultedPlanIds: ['plan-gumi-before'] },
      ['consulted-plan/exclusion'],
    ],
    [
      'the same department, typed loosely',
      { institution: '경북 대학교', department: '도시 공학과' },
      ['same-department/exclusion'],
    ],
    ['another department', { institution: '경북대학교', department: '기계공학과' }, []],
    ['the department of that name elsewhere', { institution: '전남대학교', department: '도시공학과' }, []],
    ['a department left blank', { institution: '경북대학교', department: ' ' }, []],
    ['works where the plan’s people evaluate', { organisationId: 'org-gwangju' }, ['mutual-evaluation/exclusion']],
    [
      'declared mutual evaluation',
      declaring('mutual-evaluation'),
      ['mutual-evaluation/exclusion', 'declared-interest/recusal'],
    ],
    ['declared kinship', declaring('kinship'), ['declared-kinship/recusal', 'declared-interest/recusal']],
    [
      'declared a thesis adviser',
      declaring('thesis-adviser'),
      ['declared-kinship/recusal', 'declared-interest/recusal'],
    ],
    ['declared a contract', declaring('contract-3y'), ['declared-contract/recusal', 'declared-interest/recusal']],
    ['declared employment', declaring('employment-3y'), ['declared-contract/recusal', 'declared-interest/recusal']],
    ['declared advice', declaring('advice'), ['declared-advice/recusal', 'declared-interest/recusal']],
    ['declared authorship', declaring('authorship'), ['declared-advice/recusal', 'declared-interest/recusal']],
    ['declared something else', declaring('other'), ['declared-interest/recusal']],
    ['declared nothing', declaring('none'), []],
    ['declared about another plan', declaring('kinship', 'plan-x'), []],
    ['stepped aside', { recusedPlanIds: ['plan-gumi'] }, ['declared-interest/recusal']],
    [
      'several at once',
      { residenceProvinceId: 'gyeongbuk', organisationId: 'org-gyeongbuk', recusedPlanIds: ['plan-gumi'] },
      ['same-organisation/exclusion', 'same-province-residence/exclusion', 'declared-interest/recusal'],
    ],
  ])('%s', (_case, known, expected) => {
    const found = conflictsOf(CONFLICT_RULE_CODES, { evaluator: { ...stranger, ...known }, plan });
    expect(found.map(({ code, kind }) => `${code}/${kind}`)).toEqual(expected);
  });

  it('takes no unknown province for the same province', () => {
    const nowhere = { ...plan, provinceId: '', organisationIds: [''] };
    expect(conflictsOf(CONFLICT_RULE_CODES, { evaluator: { ...stranger, institution: '' }, plan: nowhere })).toEqual(
      [],
    );
  });

  it('knows no sameness of two who are both unknown', () => {
    const nobody = { organisationId: null, institution: null, department: '도시공학과' };
    const unknown = { ...plan, people: [nobody] };
    expect(conflictsOf(CONFLICT_RULE_CODES, { evaluator: { ...stranger, ...nobody }, plan: unknown })).toEqual([]);
  });

  it('given any kind declared about the plan, then the general rule holds at least', () => {
    for (const kind of INTEREST_KINDS) {
      const found = conflictsOf(['declared-interest'], { evaluator: { ...stranger, ...declaring(kind) }, plan });
      expect([kind, found.length]).toEqual([kind, kind === 'none' ? 0 : 1]);
    }
  });

  it('cannot be switched off for a consultant of the plan, and for whoever said he is not free', () => {
    expect(rulesInForce([])).toEqual(['consulted-plan', 'declared-interest']);
    expect(rulesInForce(['declared-interest', 'same-organisation'])).toEqual([
      'declared-interest',
      'same-organisation',
      'consulted-plan',
    ]);
  });

  it('leads out by 회피 where only a declaration is known, by 제척 where a fact is', () => {
    const found = (known: Partial<ConflictFacts['evaluator']>) =>
      wayOut(conflictsOf(CONFLICT_RULE_CODES, { evaluator: { ...stranger, ...known }, plan }));
    expect(found(declaring('kinship'))).toBe('recuse');
    expect(found({ ...declaring('kinship'), residenceProvinceId: 'gyeongbuk' })).toBe('exclude');
  });

  it('applies the enabled rules only, whatever their order', () => {
    const evaluator = {
      organisationId: 'org-gyeongbuk',
      institution: null,
      department: '산업입지과',
      affiliationProvinceId: 'gyeongbuk',
      residenceProvinceId: 'gyeongbuk',
      consultedPlanIds: ['plan-gumi'],
      recusedPlanIds: [],
      declared: (['kinship', 'contract-3y', 'advice', 'mutual-evaluation'] as const).map((kind) => ({
        planId: 'plan-gumi',
        kind,
      })),
    };
    fc.assert(
      fc.property(fc.shuffledSubarray([...CONFLICT_RULE_CODES]), (enabled) => {
        const found = conflictsOf(enabled, { evaluator, plan }).map(({ code }) => code);
        expect(found).toEqual(CONFLICT_RULE_CODES.filter((code) => enabled.includes(code)));
      }),
    );
  });
});
