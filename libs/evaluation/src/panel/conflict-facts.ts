import { OrganisationEntity, PersonEntity } from '@daegaejo/identity';
import { peopleOfPlans, PlanEntity, type PlanPerson, plansOfProvinces } from '@daegaejo/plan';
import type { ConflictRuleCode } from '@daegaejo/round/rules';
import { type EntityManager, In, Not } from 'typeorm';
import type { ConflictFacts, Workplace } from '../rules/index.js';
import { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';
import { EvaluatorProfileEntity, InterestDeclarationEntity } from '../store/panel.entity.js';

type Evaluator = ConflictFacts['evaluator'];
type Plan = ConflictFacts['plan'];

/** What the conflict rules in force look at, for any of these people and any of these plans of one round. */
export async function readConflictFacts(
  manager: EntityManager,
  rules: readonly ConflictRuleCode[],
  personIds: readonly string[],
  plans: readonly PlanEntity[],
): Promise<(personId: string, planId: string) => ConflictFacts> {
  const related = await plansOfProvinces(manager, [...new Set(plans.map(({ provinceId }) => provinceId))]);
  const worked = await peopleOfPlans(manager, related);
  const evaluators = await readEvaluators(manager, personIds, plans, worked);
  const about = await readPlans(manager, rules, plans, related, worked);
  return (personId, planId) => {
    const [evaluator, plan] = [evaluators.get(personId), about.get(planId)];
    if (evaluator === undefined || plan === undefined) throw new RangeError(`no facts of ${personId} and ${planId}`);
    return { evaluator, plan };
  };
}

async function readEvaluators(
  manager: EntityManager,
  personIds: readonly string[],
  plans: readonly PlanEntity[],
  worked: readonly PlanPerson[],
): Promise<Map<string, Evaluator>> {
  const people = await readPeople(manager, personIds);
  const employers = await manager.findBy(OrganisationEntity, {
    id: In([...people.values()].flatMap(({ organisationId }) => organisationId ?? [])),
    kind: 'province',
  });
  const provinces = new Set(employers.map(({ id }) => id));
  const theirs = { personId: In([...personIds]), planId: In(plans.map(({ id }) => id)) };
  const declarations = await manager.findBy(InterestDeclarationEntity, { ...theirs, kind: Not('none') });
  const recusals = await manager.findBy(EvaluatorAssignmentEntity, { ...theirs, state: 'recused' });
  const declared = groupBy(declarations, ({ personId }) => personId);
  const recused = groupBy(recusals, ({ personId }) => personId);
  const consulted = groupBy(worked, ({ personId }) => personId);
  return new Map(
    [...people].map(([id, { organisationId, affiliationProvinceId, ...person }]) => [
      id,
      {
        ...person,
        organisationId,
        affiliationProvinceId:
          affiliationProvinceId ?? (organisationId !== null && provinces.has(organisationId) ? organisationId : null),
        consultedPlanIds: (consulted.get(id) ?? []).map(({ planId }) => planId),
        recusedPlanIds: (recused.get(id) ?? []).map(({ planId }) => planId),
        declared: (declared.get(id) ?? []).map(({ planId, kind }) => ({ planId: planId ?? '', kind })),
      },
    ]),
  );
}

async function readPlans(
  manager: EntityManager,
  rules: readonly ConflictRuleCode[],
  plans: readonly PlanEntity[],
  related: readonly Pick<PlanEntity, 'id' | 'provinceId'>[],
  worked: readonly PlanPerson[],
): Promise<Map<string, Plan>> {
  const own = groupBy(worked, ({ planId }) => planId);
  const peopleOf = (planId: string): string[] => (own.get(planId) ?? []).map(({ personId }) => personId);
  const lineages = groupBy(related, ({ provinceId }) => provinceId);
  const colleagues = rules.includes('same-department')
    ? await readPeople(manager, [...new Set(plans.flatMap(({ id }) => peopleOf(id)))])
    : new Map<string, Known>();
  const evaluated = rules.includes('mutual-evaluation') ? await readEvaluations(manager, plans) : [];
  return new Map(
    plans.map(({ id, provinceId }) => {
      const people = peopleOf(id);
      return [
        id,
        {
          id,
          provinceId,
          organisationIds: [provinceId],
          lineage: (lineages.get(provinceId) ?? []).map((plan) => plan.id),
          people: people.flatMap((personId): Workplace[] => {
            const known = colleagues.get(personId);
            return known === undefined ? [] : [known];
          }),
          evaluatedOrganisationIds: evaluated
            .filter(({ personId, organisationId }) => organisationId === provinceId || people.includes(personId))
            .map((evaluation) => evaluation.provinceId)
            .filter((evaluatedId) => evaluatedId !== provinceId),
        },
      ];
    }),
  );
}

type Known = Workplace & Pick<PersonEntity, 'affiliationProvinceId' | 'residenceProvinceId'>;

/** Where people work and live, as their account and their profile say. */
async function readPeople(manager: EntityManager, personIds: readonly string[]): Promise<Map<string, Known>> {
  const id = In([...personIds]);
  const people = await manager.findBy(PersonEntity, { id });
  const profiles = await manager.findBy(EvaluatorProfileEntity, { personId: id });
  const departments = new Map(profiles.map(({ personId, department }) => [personId, department]));
  return new Map(
    people.map((person) => [
      person.id,
      {
        organisationId: person.organisationId,
        institution: person.institution,
        department: departments.get(person.id) ?? null,
        affiliationProvinceId: person.affiliationProvinceId,
        residenceProvinceId: person.residenceProvinceId,
      },
    ]),
  );
}

/** Who evaluates whose plan in the rounds of these plans, and for which organisation he works. */
async function readEvaluations(
  manager: EntityManager,
  plans: readonly PlanEntity[],
): Promise<{ personId: string; organisationId: string | null; provinceId: string }[]> {
  return manager
    .createQueryBuilder(EvaluatorAssignmentEntity, 'assignment')
    .innerJoin(PersonEntity, 'person', 'person.id = assignment.personId')
    .innerJoin(PlanEntity, 'plan', 'plan.id = assignment.planId')
    .select('assignment.personId', 'personId')
    .addSelect('person.organisationId', 'organisationId')
    .addSelect('plan.provinceId', 'provinceId')
    .where("assignment.state = 'active' AND assignment.roundId IN (:...roundIds)", {
      roundIds: [...new Set(plans.map(({ roundId }) => roundId))],
    })
    .getRawMany();
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
