import type { Finding } from '@daegaejo/platform/rules';

export const INTEREST_KINDS = [
  'none',
  'kinship',
  'contract-3y',
  'employment-3y',
  'advice',
  'authorship',
  'thesis-adviser',
  'mutual-evaluation',
  'other',
] as const;
/**
 * 이해관계 신고: kinship (민법 제777조), contract or employment within three years, advice on or authorship of the plan,
 * thesis adviser, mutual evaluation (A scores B while B scores A), other; `none` = asked, and there is nothing.
 */
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** What somebody declares about one plan, or (`none`, without a plan) that there is nothing. */
export interface Declaration {
  readonly planId: string | null;
  readonly kind: InterestKind;
  readonly note: string | null;
}

/** What is wrong with a list of declarations, apart from the plans it names: `none` is about no plan, anything else about one. */
export function declarationFindings(declarations: readonly Declaration[]): Finding[] {
  return declarations.flatMap(({ planId, kind, note }, index): Finding[] => {
    const field = (name: string): string => `declarations[${index}].${name}`;
    if (kind === 'none') return planId === null ? [] : [{ field: field('planId'), code: 'declaration.none-with-plan' }];
    const findings: Finding[] = planId === null ? [{ field: field('planId'), code: 'declaration.plan-needed' }] : [];
    if (kind === 'other' && (note ?? '').trim() === '')
      findings.push({ field: field('note'), code: 'declaration.note-needed' });
    return findings;
  });
}
