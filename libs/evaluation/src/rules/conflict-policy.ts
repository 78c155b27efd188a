import type { ConflictRuleCode } from '@daegaejo/round/rules';

/** What the conflict rules look at: one evaluator and one plan. Ids are opaque; null where nothing is known. */
export interface ConflictFacts {
  readonly evaluator: {
    readonly organisationId: string | null;
    /** Id or name of the institution the evaluator works at, when it is not an organisation of the system. */
    readonly institution: string | null;
    readonly affiliationProvinceId: string | null;
    readonly residenceProvinceId: string | null;
    /** Plans the evaluator wrote, advised on or was a consultant (사전·사후 컨설팅) of. */
    readonly consultedPlanIds: readonly string[];
    /** Plans the evaluator declared an interest in: adviser, kinship (민법 제777조), contract, other. */
    readonly declaredPlanIds: readonly string[];
  };
  readonly plan: {
    readonly id: string;
    readonly provinceId: string;
    /** Organisations that file the plan or take part in it (ids, and institutions by name). */
    readonly organisationIds: readonly string[];
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
function sameName(a: string, b: string): boolean {
  return bare(a) !== '' && bare(a) === bare(b);
}

/**
 * Every conflict rule the system knows; a round's policy switches them on by code. No rule is of kind `challenge`:
 * a 기피 is a party's request that the remaining members decide, not a fact that can be checked.
 */
export const CONFLICT_RULES: readonly ConflictRule[] = [
  {
    code: 'same-organisation',
    kind: 'exclusion',
    source: 'convention, after 산업기술혁신사업 공통 운영요령 제7조제3항 (같은 기관)',
    check: ({ evaluator, plan }) =>
      plan.organisationIds.some(
        (organisation) =>
          organisation === evaluator.organisationId ||
          (evaluator.institution !== null && sameName(evaluator.institution, organisation)),
      ),
  },
  {
    code: 'same-province-affiliation',
    kind: 'exclusion',
    source: 'convention (근무지가 같은 시·도)',
    check: ({ evaluator, plan }) => evaluator.affiliationProvinceId === plan.provinceId,
  },
  {
    code: 'same-province-residence',
    kind: 'exclusion',
    source: 'convention (거주지가 같은 시·도)',
    check: ({ evaluator, plan }) => evaluator.residenceProvinceId === plan.provinceId,
  },
  {
    code: 'consulted-plan',
    kind: 'exclusion',
    source: 'convention, after 산업기술혁신사업 공통 운영요령 제7조제3항 (해당 계획의 작성·자문·컨설팅)',
    check: ({ evaluator, plan }) => evaluator.consultedPlanIds.includes(plan.id),
  },
  {
    code: 'declared-interest',
    kind: 'recusal',
    source: 'convention, after 산업기술혁신사업 공통 운영요령 제7조제5항 (회피)',
    check: ({ evaluator, plan }) => evaluator.declaredPlanIds.includes(plan.id),
  },
];

/** Conflicts of the enabled rules, in the order of CONFLICT_RULES. Empty = the evaluator may score the plan. */
export function conflictsOf(enabled: readonly ConflictRuleCode[], facts: ConflictFacts): Conflict[] {
  return CONFLICT_RULES.filter((rule) => enabled.includes(rule.code) && rule.check(facts)).map(
    ({ code, kind, source }) => ({ code, kind, source }),
  );
}
