import { rowsOf } from '@daegaejo/platform';
import type { AnyIndicator } from '@daegaejo/plan/rules';
import type { Ground } from './agreed-plans.js';

/** What a region reported of one indicator in one year, its sites added up. */
export interface ResultSum {
  readonly planId: string;
  readonly year: number;
  readonly code: AnyIndicator;
  readonly value: number;
}

/**
 * Results of plans by indicator and year. `reviewed` leaves only years whose review is decided (점검을 마친 실적): what is
 * published; everything reported is for those who run the programme.
 */
export async function resultSums(
  { manager, dialect }: Ground,
  roundIds: readonly string[],
  which: 'reported' | 'reviewed',
): Promise<ResultSum[]> {
  if (roundIds.length === 0) return [];
  const rows = await rowsOf<Omit<ResultSum, 'value'> & { value: number | string }>(
    manager,
    dialect,
    `SELECT r."planId", r."year", r."code", SUM(r."value") AS "value" FROM "indicator_result" r
      WHERE r."roundId" IN (${roundIds.map(() => '?').join(', ')})
      ${which === 'reviewed' ? 'AND EXISTS (SELECT 1 FROM "execution_review" e WHERE e."planId" = r."planId" AND e."year" = r."year")' : ''}
      GROUP BY r."planId", r."year", r."code"`,
    [...roundIds],
  );
  return rows.map((row) => ({ ...row, value: Number(row.value) }));
}
