import type { ConflictRuleCode } from '@daegaejo/round/rules';
import type { InterestKind } from './declaration.js';

/** Where somebody works. Ids are opaque; null where nothing is known. */
export interface Workplace {
  readonly organisationId: string | null;
  /** Id or name of the institution he works at, when it is not an organisation of the system. */
  readonly institution: string | null;
  /** Department inside it, in words (학과·부서). */
  readonly department: string | null;
}

/** What the conflict rules look at: one evaluator and one plan. */
export interface ConflictFacts {
  readonly evaluator: Workplace & {
    readonly affiliationProvinceId: string | null;
    readonly residenceProvinceId: string | null;
    /** Plans, of any round, the evaluator wrote, handed in or was a consultant (사전·사후 컨설팅) of. */
    readonly consultedPlanIds: readonly string[];
    /** Plans the evaluator stepped aside from (회피). */
    readonly recusedPlanIds: readonly string[];
    /** What the evaluator declared about plans (이해관계 신고). */
    readonly declared: readonly { readonly planId: string; readonly kind: InterestKind }[];
  };
  readonly plan: {
    readonly id: string;
    readonly provinceId: string;
    /** Organisations that file the plan or take part in it (ids, and institutions by name). */
    readonly organisationIds: readonly string[];
    /** This plan and every other of the same province, in any round: one carries on the other. */
    readonly lineage: readonly string[];
    /** Where the people work who wrote, handed in or consulted the plan. */
    readonly people: readonly Workplace[];
    /** Other organisations whose plans of this round are evaluated by people of the plan or of the organisation that files it. */
    readonly evaluatedOrganisationIds: readonly string[];
  };
}

/** 제척 (excluded by rule), 기피 (challenged by a party), 회피 (steps aside). */
export type ConflictKind = 'exclusion' | 'challenge' | 'recusal';

/** A named conflict rule: `check` is true where the evaluator must not score the plan. */
export interface ConflictRule {
  readonly code: ConflictRuleCode;
  readonly kind: ConflictKind;
  readonly source: string;
  readonly check: (facts: ConflictFacts) => boolean;
}

/** A rule that holds for an evaluator and a plan; `kind` says by which way out the evaluator leaves. */
export interface Conflict {
  readonly code: ConflictRuleCode;
  readonly kind: ConflictKind;
  readonly source: string;
}

function bare(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/g, '').toLowerCase();
}

/** The same name however it was typed: NFC, no white space, no case. A blank is no name. */
function sameName(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && bare(a) !== '' && bare(a) === bare(b);
}

/** The same organisation of the system, or the same institution by name; nothing known is never the same. */
const sameEmployer = (a: Workplace, b: Workplace): boolean =>
  (a.organisationId !== null && a.organisationId === b.organisationId) || sameName(a.institution, b.institution);

/** Did the evaluator declare something of one of these kinds about the plan? */
const declares =
  (...kinds: readonly InterestKind[]) =>
  ({ evaluator, plan }: ConflictFacts): boolean =>
    evaluator.declared.some(({ planId, kind }) => planId === plan.id && kinds.includes(kind));

/**
 * Every conflict rule the system knows; a round's policy switches them on by code. No rule is of kind `challenge`:
 * a 기피 is a party's request that the remaining members decide, not a fact that can be checked.
 */
export const CONFLICT_RULES: readonly ConflictRule[] = [
  {
    code: 'same-organisation',
    kind: 'exclusion',
    source: '관례, 산업기술혁신사업 공통 운영요령 제7조제3항 참조 (같은 기관)',
    check: ({ evaluator, plan }) =>
      plan.organisationIds.some(
        (organisation) => organisation === evaluator.organisationId || sameName(evaluator.institution, organisation),
      ),
  },
  {
    code: 'same-department',
    kind: 'exclusion',
    source: '관례, 국가연구개발 과제평가 표준지침 2024 참조 (같은 기관의 같은 부서)',
    check: ({ evaluator, plan }) =>
      plan.people.some(
        (person) => sameEmployer(evaluator, person) && sameName(evaluator.department, person.department),
      ),
  },
  {
    code: 'same-province-affiliation',
    kind: 'exclusion',
    source: '관례 (근무지가 같은 시·도)',
    check: ({ evaluator, plan }) => evaluator.affiliationProvinceId === plan.provinceId,
  },
  {
    code: 'same-province-residence',
    kind: 'exclusion',
    source: '관례 (거주지가 같은 시·도)',
    check: ({ evaluator, plan }) => evaluator.residenceProvinceId === plan.provinceId,
  },
  {
    code: 'consulted-plan',
    kind: 'exclusion',
    source: '관례, 산업기술혁신사업 공통 운영요령 제7조제3항 참조 (해당 계획의 작성·자문·컨설팅)',
    check: ({ evaluator, plan }) => plan.lineage.some((id) => evaluator.consultedPlanIds.includes(id)),
  },
  {
    code: 'mutual-evaluation',
    kind: 'exclusion',
    source: '관례, 산업기술혁신사업 공통 운영요령 제7조제3항 참조 (상호 평가)',
    check: (facts) => {
      const { evaluator, plan } = facts;
      return (
        (evaluator.organisationId !== null && plan.evaluatedOrganisationIds.includes(evaluator.organisationId)) ||
        declares('mutual-evaluation')(facts)
      );
    },
  },
  {
    code: 'declared-kinship',
    kind: 'recusal',
    source: '관례, 산업기술혁신사업 공통 운영요령 제7조제5항 참조 (민법 제777조의 친족, 지도교수)',
    check: declares('kinship', 'thesis-adviser'),
  },
  {
    code: 'declared-contract',
    kind: 'recusal',
    source: '관례, 평가위원 서약서 참조 (최근 3년의 계약·고용)',
    check: declares('contract-3y', 'employment-3y'),
  },
  {
    code: 'declared-advice',
    kind: 'recusal',
    source: '관례, 평가위원 서약서 참조 (해당 계획의 자문·작성)',
    check: declares('advice', 'authorship'),
  },
  {
    code: 'declared-interest',
    kind: 'recusal',
    source: '관례, 산업기술혁신사업 공통 운영요령 제7조제5항 참조 (회피)',
    check: ({ evaluator, plan }) =>
      evaluator.recusedPlanIds.includes(plan.id) ||
      evaluator.declared.some(({ planId, kind }) => planId === plan.id && kind !== 'none'),
  },
];

/** Rules no policy can switch off: a plan's own consultant, and whoever said himself that he is not free (convention). */
const ALWAYS: readonly ConflictRuleCode[] = ['consulted-plan', 'declared-interest'];

/** The rules of a policy with those that hold whatever it says. */
export const rulesInForce = (enabled: readonly ConflictRuleCode[]): readonly ConflictRuleCode[] => [
  ...new Set([...enabled, ...ALWAYS]),
];

/** Conflicts of the enabled rules, in the order of CONFLICT_RULES. Empty = the evaluator may score the plan. */
export function conflictsOf(enabled: readonly ConflictRuleCode[], facts: ConflictFacts): Conflict[] {
  return CONFLICT_RULES.filter((rule) => enabled.includes(rule.code) && rule.check(facts)).map(
    ({ code, kind, source }) => ({ code, kind, source }),
  );
}

/** The way out these conflicts lead to: who only declared something leaves by 회피, any fact excludes (제척). */
export const wayOut = (conflicts: readonly Conflict[]): 'exclude' | 'recuse' =>
  conflicts.every(({ kind }) => kind === 'recusal') ? 'recuse' : 'exclude';
