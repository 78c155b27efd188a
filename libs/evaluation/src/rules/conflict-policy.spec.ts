import { CONFLICT_RULE_CODES } from '@daegaejo/round/rules';
import fc from 'fast-check';
import { CONFLICT_RULES, type ConflictFacts, conflictsOf } from './conflict-policy.js';

const stranger: ConflictFacts['evaluator'] = {
  organisationId: null,
  institution: null,
  affiliationProvinceId: null,
  residenceProvinceId: null,
  consultedPlanIds: [],
  declaredPlanIds: [],
};
const plan: ConflictFacts['plan'] = {
  id: 'plan-gumi',
  provinceId: 'gyeongbuk',
  organisationIds: ['org-gyeongbuk', '금오공과대학교'],
};

describe('conflict policy', () => {
  it('has one rule per code of the policy, each with its source', () => {
    expect(CONFLICT_RULES.map((rule) => rule.code)).toEqual([...CONFLICT_RULE_CODES]);
    for (const rule of CONFLICT_RULES) expect(rule.source).not.toBe('');
  });

  it.each<[string, Partial<ConflictFacts['evaluator']>, string[]]>([
    ['nothing known', {}, []],
    ['another organisation', { organisationId: 'org-gwangju', institution: '경북대학교' }, []],
    ['the same organisation', { organisationId: 'org-gyeongbuk' }, ['same-organisation/exclusion']],
    ['the same institution, typed loosely', { institution: ' 금오 공과대학교' }, ['same-organisation/exclusion']],
    ['an institution left blank', { institution: ' ' }, []],
    ['works in the province', { affiliationProvinceId: 'gyeongbuk' }, ['same-province-affiliation/exclusion']],
    ['lives in the province', { residenceProvinceId: 'gyeongbuk' }, ['same-province-residence/exclusion']],
    ['lives elsewhere', { residenceProvinceId: 'daegu' }, []],
    ['consulted the plan', { consultedPlanIds: ['plan-x', 'plan-gumi'] }, ['consulted-plan/exclusion']],
    ['consulted another plan', { consultedPlanIds: ['plan-x'] }, []],
    ['declared an interest', { declaredPlanIds: ['plan-gumi'] }, ['declared-interest/recusal']],
    [
      'several at once',
      { residenceProvinceId: 'gyeongbuk', organisationId: 'org-gyeongbuk', declaredPlanIds: ['plan-gumi'] },
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

  it('applies the enabled rules only, whatever their order', () => {
    const evaluator = {
      organisationId: 'org-gyeongbuk',
      institution: null,
      affiliationProvinceId: 'gyeongbuk',
      residenceProvinceId: 'gyeongbuk',
      consultedPlanIds: ['plan-gumi'],
      declaredPlanIds: ['plan-gumi'],
    };
    fc.assert(
      fc.property(fc.shuffledSubarray([...CONFLICT_RULE_CODES]), (enabled) => {
        const found = conflictsOf(enabled, { evaluator, plan }).map(({ code }) => code);
        expect(found).toEqual(CONFLICT_RULE_CODES.filter((code) => enabled.includes(code)));
      }),
    );
  });
});
