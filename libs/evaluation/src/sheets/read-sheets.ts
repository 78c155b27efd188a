import { setImmediate as nextTurn } from 'node:timers/promises';
import { rowsOf } from '@daegaejo/platform';
import { MAIN_STAGE } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { ABSTAINED, type CompactSheet, MISSING } from '../rules/index.js';

/** A submitted or locked sheet as a row of figures: marks in the policy's order of the criteria of its stage. */
export interface SheetFigures extends CompactSheet {
  readonly planId: string;
}

/** One stage of the policy, and the codes of its criteria in the policy's order. */
export interface StageCodes {
  readonly stage: string;
  readonly codes: readonly string[];
}

/** Sheets that are one text: the loop is free between two of a very large round. */
const PAGE = 5_000;

/**
 * Every sheet that counts in the ranking of a round, in no particular order. Both stores charge for every row and every text they
 * hand over, so the figures kept beside the marks come as one text for many sheets whose criteria stand in the same order; no
 * comment is read.
 */
export async function readSheets(
  manager: EntityManager,
  dialect: 'sqlite' | 'postgres',
  roundId: string,
  stages: readonly StageCodes[],
): Promise<SheetFigures[]> {
  const codesOf = new Map(stages.map(({ stage, codes }) => [stage, codes]));
  const found: SheetFigures[] = [];
  for await (const { stage, criteria, sheets } of dialect === 'sqlite'
    ? pagesOfSqlite(manager, roundId)
    : pagesOfPostgres(manager, roundId)) {
    const marksOf = rowsIn(codesOf.get(stage) ?? [], JSON.parse(criteria) as string[]);
    for (const [planId, evaluator, figures] of JSON.parse(sheets) as SheetText[]) {
      const marks = marksOf(figures);
      found.push(stage === MAIN_STAGE ? { planId, evaluator, marks } : { planId, evaluator, stage, marks });
    }
    await nextTurn();
  }
  return found;
}

/** Sheets whose criteria are the same in the same order, as one JSON text. */
interface Page {
  readonly stage: string;
  readonly criteria: string;
  readonly sheets: string;
}

/** null = the evaluator abstained. */
type Figure = number | null;
type SheetText = readonly [planId: string, evaluator: string, figures: readonly Figure[]];

/** From figures of `criteria` to marks in the order of `codes`. Criteria of the stage only: a sheet was checked when it was saved. */
function rowsIn(codes: readonly string[], criteria: readonly string[]): (figures: readonly Figure[]) => number[] {
  const places = codes.map((code) => criteria.indexOf(code));
  return places.length === criteria.length && places.every((place, at) => place === at)
    ? (figures) => figures.map((figure) => figure ?? ABSTAINED)
    : (figures) => places.map((place) => (place < 0 ? MISSING : (figures[place] ?? ABSTAINED)));
}

const SHEETS = `FROM "score_sheet" s JOIN "evaluator_assignment" a ON a."id" = s."assignmentId"
  WHERE s."roundId" = ? AND s."series" = 'first' AND s."state" IN ('submitted', 'locked')`;

/** SQLite answers a statement in one go: so it is asked page by page, in the order its index of rounds lists the sheets. */
async function* pagesOfSqlite(manager: EntityManager, roundId: string): AsyncGenerator<Page> {
  const statement = `SELECT "stage", "criteria", '[' || group_concat("sheet") || ']' AS "sheets", COUNT(*) AS "count", MAX("place") AS "last"
    FROM (SELECT s."stage" AS "stage", s."criteria" AS "criteria", s.rowid AS "place",
        '["' || s."planId" || '",' || json_quote(a."alias") || ',' || s."figures" || ']' AS "sheet"
      ${SHEETS} AND s.rowid > ? ORDER BY s.rowid LIMIT ${PAGE}) GROUP BY "stage", "criteria"`;
  for (let after = 0, count = PAGE; count === PAGE;) {
    const pages = await rowsOf<Page & { count: number; last: number }>(manager, 'sqlite', statement, [roundId, after]);
    yield* pages;
    count = pages.reduce((sum, page) => sum + page.count, 0);
    after = pages.reduce((last, page) => Math.max(last, page.last), after);
  }
}

/** PostgreSQL works in a process of its own, so one statement blocks nobody; its pages are read one by one. */
async function* pagesOfPostgres(manager: EntityManager, roundId: string): AsyncGenerator<Page> {
  const statement = `SELECT "stage", "criteria", '[' || string_agg("sheet", ',') || ']' AS "sheets" FROM (
      SELECT s."stage", s."criteria", '["' || s."planId" || '",' || to_json(a."alias")::text || ',' || s."figures" || ']' AS "sheet",
        ROW_NUMBER() OVER () / ${PAGE} AS "page"
      ${SHEETS} AND a."roundId" = ?) "sheets" GROUP BY "stage", "criteria", "page"`;
  yield* await rowsOf<Page>(manager, 'postgres', statement, [roundId, roundId]);
}
