import { type EntityManager, In } from 'typeorm';
import { SUBMISSION_KINDS } from '../rules/index.js';
import { PlanEntity } from './plan.entity.js';

/** The plans of these provinces, in every round: each carries on the one before. */
export async function plansOfProvinces(
  manager: EntityManager,
  provinceIds: readonly string[],
): Promise<Pick<PlanEntity, 'id' | 'roundId' | 'provinceId' | 'createdBy'>[]> {
  return manager.find(PlanEntity, {
    select: { id: true, roundId: true, provinceId: true, createdBy: true },
    where: { provinceId: In([...provinceIds]) },
  });
}

const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

/**
 * Parts of a statement that begins WITH "asked" ("id"), some plans: "related" are the plans of their provinces in every round,
 * "worked" everybody who ever wrote, handed in or consulted (사전·사후 컨설팅) one of those.
 */
export const PLAN_PEOPLE = `
  "related" AS (
    SELECT "id", "provinceId", "createdBy" FROM "plan"
    WHERE "provinceId" IN (SELECT "provinceId" FROM "plan" WHERE "id" IN (SELECT "id" FROM "asked"))),
  "worked" ("planId", "personId") AS (
    SELECT "id", "createdBy" FROM "related"
    UNION SELECT v."planId", v."submittedBy" FROM "related" r JOIN "plan_version" v ON v."planId" = r."id"
      WHERE v."kind" IN (${listed(SUBMISSION_KINDS)}) -- the others are written by whoever decided
    UNION SELECT d."planId", d."personId" FROM "related" r JOIN "plan_reader" d ON d."planId" = r."id"
      WHERE d."capacity" = 'consultant')`;
