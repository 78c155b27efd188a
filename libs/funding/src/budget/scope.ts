import { type Actor, isPermitted, organisationsOf, PROVINCE_ROLES } from '@daegaejo/identity/rules';

/** Which lines of the budget somebody sees: all, or those of his provinces and of his ministries. */
export interface BudgetScope {
  readonly all: boolean;
  readonly provinceIds: readonly string[];
  readonly ministryIds: readonly string[];
}

/** Officers, secretariat and auditor see a round's whole budget; a province its own plan, a reviewer his ministry's lines. */
export function budgetScope(actor: Actor, roundId: string): BudgetScope {
  return {
    all: isPermitted(actor, 'listCeilings', { roundId }),
    provinceIds: organisationsOf(actor, PROVINCE_ROLES, roundId),
    ministryIds: organisationsOf(actor, ['ministry-reviewer'], roundId),
  };
}

export const sees = (
  scope: BudgetScope,
  { provinceId, ministryId }: { readonly provinceId: string; readonly ministryId: string },
): boolean => scope.all || scope.provinceIds.includes(provinceId) || scope.ministryIds.includes(ministryId);
