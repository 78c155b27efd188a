import { PLAN_PEOPLE, type PlanEntity } from '@daegaejo/plan';
import { dialectOf, listRows, listValue, prepared } from '@daegaejo/platform';
import type { ConflictRuleCode } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import type { ConflictFacts, InterestKind, Workplace } from '../rules/index.js';

type Evaluator = ConflictFacts['evaluator'];
type Plan = ConflictFacts['plan'];

/** One fact: what it is, and its columns. */
type Row =
  | Fact<'related', [planId: string, provinceId: string]>
  | Fact<'worked', [planId: string, personId: string]>
  | Fact<'recused', [planId: string, personId: string]>
  | Fact<'declared', [planId: string, personId: string, kind: InterestKind]>
  | Fact<'evaluated', [personId: string, organisationId: string | null, provinceId: string]>
  | (Fact<'person', [id: string]> & Workplace & Provinces & { readonly employer: string | null });
type Provinces = Pick<Evaluator, 'affiliationProvinceId' | 'residenceProvinceId'>;
interface Fact<Kind extends string, Columns extends readonly (string | null)[]> {
  readonly fact: Kind;
  readonly a: Columns[0];
  readonly b: Columns[1];
  readonly c: Columns[2];
}
type RowOf<Kind extends Row['fact']> = Extract<Row, { readonly fact: Kind }>;

const NO_PERSON = Array.from({ length: 6 }, () => 'NULL').join(', ');

/** Who evaluates whose plan in the rounds of these plans, as far as he works for one of their provinces or on one of them. */
const EVALUATED = `
  UNION ALL SELECT 'evaluated', a."personId", p."organisationId", l."provinceId", ${NO_PERSON} FROM "evaluator_assignment" a
    JOIN "person" p ON p."id" = a."personId" JOIN "plan" l ON l."id" = a."planId"
    WHERE a."state" = 'active' AND a."roundId" IN (SELECT "roundId" FROM "rounds") AND a."personId" IN (
      SELECT "id" FROM "person" WHERE "organisationId" IN (SELECT "provinceId" FROM "related")
      UNION SELECT "personId" FROM "worked" WHERE "planId" IN (SELECT "id" FROM "asked"))`;

/** One statement, written out: every look into a plan, every save and every submission of a sheet asks it. */
const statementOf = (dialect: 'sqlite' | 'postgres', rules: readonly ConflictRuleCode[]): string => `
  WITH "asked" ("id") AS (${listRows(dialect)}), "people" ("id") AS (${listRows(dialect)}), ${PLAN_PEOPLE},
  "rounds" AS (SELECT "roundId" FROM "plan" WHERE "id" IN (SELECT "id" FROM "asked"))
  SELECT 'related' AS "fact", "id" AS "a", "provinceId" AS "b", NULL AS "c", NULL AS "organisationId", NULL AS "institution",
    NULL AS "department", NULL AS "affiliationProvinceId", NULL AS "residenceProvinceId", NULL AS "employer" FROM "related"
  UNION ALL SELECT 'worked', "planId", "personId", NULL, ${NO_PERSON} FROM "worked"
  UNION ALL SELECT 'recused', "planId", "personId", NULL, ${NO_PERSON} FROM "evaluator_assignment"
    WHERE "planId" IN (SELECT "id" FROM "asked") AND "personId" IN (SELECT "id" FROM "people") AND "state" = 'recused'
  UNION ALL SELECT 'declared', "planId", "personId", "kind", ${NO_PERSON} FROM "interest_declaration"
    WHERE "roundId" IN (SELECT "roundId" FROM "rounds") AND "personId" IN (SELECT "id" FROM "people")
      AND "planId" IN (SELECT "id" FROM "asked") AND "kind" <> 'none'
  UNION ALL SELECT 'person', p."id", NULL, NULL, p."organisationId", p."institution", e."department", p."affiliationProvinceId",
      p."residenceProvinceId", o."id" FROM "person" p LEFT JOIN "evaluator_profile" e ON e."personId" = p."id"
    LEFT JOIN "organisation" o ON o."id" = p."organisationId" AND o."kind" = 'province'
    WHERE p."id" IN (SELECT "id" FROM "people" ${rules.includes('same-department') ? COLLEAGUES : ''})
  ${rules.includes('mutual-evaluation') ? EVALUATED : ''}`;
const COLLEAGUES = `UNION SELECT "personId" FROM "worked" WHERE "planId" IN (SELECT "id" FROM "asked")`;

/** What the conflict rules in force look at, for any of these people and any of these plans of one round. */
export async function readConflictFacts(
  manager: EntityManager,
  rules: readonly ConflictRuleCode[],
  personIds: readonly string[],
  plans: readonly Pick<PlanEntity, 'id' | 'provinceId'>[],
): Promise<(personId: string, planId: string) => ConflictFacts> {
  const dialect = dialectOf(manager);
  const lists = [plans.map(({ id }) => id), personIds].map((ids) => listValue(dialect, ids));
  const { rows } = await prepared<Row>(manager, statementOf(dialect, rules), lists);
  const found = factsBy(rows);
  const evaluators = evaluatorsOf(found, new Set(personIds));
  const about = plansOf(found, rules, plans);
  return (personId, planId) => {
    const [evaluator, plan] = [evaluators.get(personId), about.get(planId)];
    if (evaluator === undefined || plan === undefined) throw new RangeError(`no facts of ${personId} and ${planId}`);
    return { evaluator, plan };
  };
}

type Found = <Kind extends Row['fact']>(kind: Kind) => readonly RowOf<Kind>[];

function factsBy(rows: readonly Row[]): Found {
  const kinds = groupBy(rows, ({ fact }) => fact);
  return <Kind extends Row['fact']>(kind: Kind) => (kinds.get(kind) ?? []) as RowOf<Kind>[];
}

function evaluatorsOf(found: Found, personIds: ReadonlySet<string>): Map<string, Evaluator> {
  const declared = groupBy(found('declared'), ({ b: personId }) => personId);
  const recused = groupBy(found('recused'), ({ b: personId }) => personId);
  const consulted = groupBy(found('worked'), ({ b: personId }) => personId);
  return new Map(
    found('person').flatMap(({ a: id, employer, affiliationProvinceId, residenceProvinceId, ...person }) =>
      personIds.has(id)
        ? [
            [
              id,
              {
                ...workplaceOf(person),
                affiliationProvinceId: affiliationProvinceId ?? employer,
                residenceProvinceId,
                consultedPlanIds: (consulted.get(id) ?? []).map(({ a: planId }) => planId),
                recusedPlanIds: (recused.get(id) ?? []).map(({ a: planId }) => planId),
                declared: (declared.get(id) ?? []).map(({ a: planId, c: kind }) => ({ planId, kind })),
              },
            ],
          ]
        : [],
    ),
  );
}

function plansOf(
  found: Found,
  rules: readonly ConflictRuleCode[],
  plans: readonly Pick<PlanEntity, 'id' | 'provinceId'>[],
): Map<string, Plan> {
  const own = groupBy(found('worked'), ({ a: planId }) => planId);
  const lineages = groupBy(found('related'), ({ b: provinceId }) => provinceId);
  const evaluated = found('evaluated');
  const known = rules.includes('same-department')
    ? new Map(found('person').map((person) => [person.a, workplaceOf(person)]))
    : new Map<string, Workplace>();
  return new Map(
    plans.map(({ id, provinceId }) => {
      const people = (own.get(id) ?? []).map(({ b: personId }) => personId);
      return [
        id,
        {
          id,
          provinceId,
          organisationIds: [provinceId],
          lineage: (lineages.get(provinceId) ?? []).map(({ a: planId }) => planId),
          people: people.flatMap((personId) => known.get(personId) ?? []),
          evaluatedOrganisationIds: evaluated
            .filter(({ a: personId, b: organisationId }) => organisationId === provinceId || people.includes(personId))
            .map(({ c: evaluatedId }) => evaluatedId)
            .filter((evaluatedId) => evaluatedId !== provinceId),
        },
      ];
    }),
  );
}

const workplaceOf = ({ organisationId, institution, department }: Workplace): Workplace => ({
  organisationId,
  institution,
  department,
});

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
