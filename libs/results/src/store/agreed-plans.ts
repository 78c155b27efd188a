import { type Reading, rowsOf } from '@daegaejo/platform';
import type { PlanContent, PlanState } from '@daegaejo/plan/rules';

/** What a read of results stands on: the store, without a moment. */
export type Ground = Pick<Reading, 'manager' | 'dialect'>;

/** A region of a round with the plan as it was decided. */
export interface AgreedPlan {
  readonly planId: string;
  readonly roundId: string;
  readonly provinceId: string;
  readonly state: PlanState;
  readonly title: string;
  readonly content: PlanContent;
}

const MARKS = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/**
 * Plans of rounds that were confirmed, in the order of their provinces. `as` 'confirmed' is the plan as it was confirmed and what
 * every published target speaks of; 'current' is the newest approved change of it.
 */
export async function agreedPlans(
  { manager, dialect }: Ground,
  roundIds: readonly string[],
  as: 'confirmed' | 'current',
  provinceIds: readonly string[] | null = null,
): Promise<AgreedPlan[]> {
  if (roundIds.length === 0 || provinceIds?.length === 0) return [];
  const kinds = as === 'confirmed' ? ['confirmed'] : ['confirmed', 'change'];
  const rows = await rowsOf<Omit<AgreedPlan, 'content' | 'title'> & { content: string }>(
    manager,
    dialect,
    `SELECT p."id" AS "planId", p."roundId", p."provinceId", p."state", v."content"
       FROM "plan" p
       JOIN "plan_version" v ON v."planId" = p."id"
       JOIN "organisation" o ON o."id" = p."provinceId"
      WHERE p."roundId" IN (${MARKS(roundIds.length)})
        AND p."state" IN ('confirmed', 'designated', 'revoked')
        ${provinceIds === null ? '' : `AND p."provinceId" IN (${MARKS(provinceIds.length)})`}
        AND v."no" = (SELECT MAX(n."no") FROM "plan_version" n
                       WHERE n."planId" = p."id" AND n."kind" IN (${MARKS(kinds.length)}))
      ORDER BY o."position"`,
    [...roundIds, ...(provinceIds ?? []), ...kinds],
  );
  return rows.map(({ content: text, ...plan }) => {
    const content = JSON.parse(text) as PlanContent;
    return { ...plan, title: content.title, content };
  });
}

/** State and versions of every plan of a round, for its funnel. */
export async function plansInFunnel(
  { manager, dialect }: Ground,
  roundId: string,
): Promise<{ planId: string; state: PlanState; kind: string | null }[]> {
  return rowsOf(
    manager,
    dialect,
    `SELECT p."id" AS "planId", p."state", v."kind" FROM "plan" p LEFT JOIN "plan_version" v ON v."planId" = p."id"
      WHERE p."roundId" = ?`,
    [roundId],
  );
}
