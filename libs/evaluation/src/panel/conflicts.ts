import { Problem, type Reading } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import type { PlanEntity } from '@daegaejo/plan';
import type { RoundPolicy } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { readConflictFacts } from './conflict-facts.js';
import { type Conflict, conflictsOf, rulesInForce } from '../rules/index.js';

/** What stands between some people and some plans of one round, by the round's rules; empty = he may evaluate it. */
export async function conflictsBetween(
  manager: EntityManager,
  policy: RoundPolicy,
  personIds: readonly string[],
  plans: readonly Pick<PlanEntity, 'id' | 'provinceId'>[],
): Promise<(personId: string, planId: string) => Conflict[]> {
  const rules = rulesInForce(policy.conflictRules);
  const factsOf = await readConflictFacts(manager, rules, personIds, plans);
  return (personId, planId) => conflictsOf(rules, factsOf(personId, planId));
}

/**
 * Refuses (409) naming every rule that stands between the person and the plan. There is no way around it for anybody: whoever
 * calls it has no word in it.
 */
export async function assertNoConflict(
  { manager }: Pick<Reading, 'manager'>,
  policy: RoundPolicy,
  plan: Pick<PlanEntity, 'id' | 'provinceId'>,
  personId: string,
  status: 403 | 409 = 409,
): Promise<void> {
  const conflicts = (await conflictsBetween(manager, policy, [personId], [plan]))(personId, plan.id);
  if (conflicts.length === 0) return;
  throw new Problem(
    status,
    'evaluation.conflict',
    {},
    { findings: conflicts.map(conflictFinding), ...(status === 409 ? { allowed: [] } : {}) },
  );
}

/** A conflict as a finding: the rule and where it comes from. */
const conflictFinding = ({ code, source }: Conflict): Finding => ({
  field: 'personId',
  code: `conflict.${code}`,
  params: { source },
});
