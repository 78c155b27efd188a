import { loadPerson, OrganisationEntity } from '@daegaejo/identity';
import { Problem, type Tx } from '@daegaejo/platform';
import { everReader, type PlanEntity } from '@daegaejo/plan';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { type Conflict, conflictsOf } from './rules/index.js';
import { EvaluatorAssignmentEntity } from './store/evaluation.entity.js';

/** Why this person must not score this plan, by the round's rules; empty = he may. A plan's consultant never may, whatever the policy says. */
async function conflictsNow(tx: Tx, policy: RoundPolicy, plan: PlanEntity, personId: string): Promise<Conflict[]> {
  const person = await loadPerson(tx.manager, personId);
  const employer =
    person.organisationId === null
      ? null
      : await tx.manager.findOneBy(OrganisationEntity, { id: person.organisationId, kind: 'province' });
  const consulted = await everReader(tx.manager, plan.id, personId, 'consultant');
  const recused = await tx.manager.existsBy(EvaluatorAssignmentEntity, { planId: plan.id, personId, state: 'recused' });
  return conflictsOf([...new Set([...policy.conflictRules, 'consulted-plan' as const])], {
    evaluator: {
      organisationId: person.organisationId,
      institution: person.institution,
      affiliationProvinceId: person.affiliationProvinceId ?? employer?.id ?? null,
      residenceProvinceId: person.residenceProvinceId,
      consultedPlanIds: consulted ? [plan.id] : [],
      declaredPlanIds: recused ? [plan.id] : [],
    },
    plan: { id: plan.id, provinceId: plan.provinceId, organisationIds: [plan.provinceId] },
  });
}

/** Refuses (409) naming every rule that stands between the person and the plan. */
export async function assertNoConflict(tx: Tx, policy: RoundPolicy, plan: PlanEntity, personId: string): Promise<void> {
  const conflicts = await conflictsNow(tx, policy, plan, personId);
  if (conflicts.length === 0) return;
  throw new Problem(
    409,
    'evaluation.conflict',
    {},
    {
      allowed: [],
      findings: conflicts.map(({ code, source }) => ({
        field: 'personId',
        code: `conflict.${code}`,
        params: { source },
      })),
    },
  );
}
