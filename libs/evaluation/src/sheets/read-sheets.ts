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
 * Every sheet of a round that counts, in no particular order. Both stores charge for every row and every text they hand over, so
 * the figures are picked out there and a page of sheets comes as one JSON text. That is done for a sheet whose marks stand in the
 * order of the criteria of its stage, as they nearly always do; any other comes as it is.
 */
export async function readSheets(
  manager: EntityManager,
  dialect: 'sqlite' | 'postgres',
  roundId: string,
  stages: readonly StageCodes[],
): Promise<SheetFigures[]> {
  const codesOf = new Map(stages.map(({ stage, codes }) => [stage, codes]));
  const found: SheetFigures[] = [];
  for await (const page of dialect === 'sqlite'
    ? pagesOfSqlite(manager, roundId, stages)
    : pagesOfPostgres(manager, roundId, stages)) {
    for (const [planId, evaluator, marks, stage] of JSON.parse(page) as SheetText[]) {
      const codes = codesOf.get(stage ?? MAIN_STAGE) ?? [];
      const figures = areFigures(marks) ? figuresOf(marks, codes.length) : inOrder(codes, marks);
      found.push(
        stage === undefined ? { planId, evaluator, marks: figures } : { planId, evaluator, stage, marks: figures },
      );
    }
    await nextTurn();
  }
  return found;
}

/** A sheet as it is handed over; the stage only where it is not `main`. */
type SheetText = [planId: string, evaluator: string, marks: readonly StoredMark[] | readonly Figure[], stage?: string];

/** null = the evaluator abstained. */
type Figure = number | null;

interface StoredMark {
  readonly criterion: string;
  readonly mark: Figure;
}

const areFigures = (marks: readonly StoredMark[] | readonly Figure[]): marks is readonly Figure[] =>
  marks[0] === null || typeof marks[0] === 'number';

function figuresOf(marks: readonly Figure[], count: number): number[] {
  const figures: number[] = [];
  for (let at = 0; at < count; at += 1) figures.push(marks[at] ?? ABSTAINED);
  return figures;
}

/** Criteria of the sheet's stage only: a sheet was checked when it was saved. */
function inOrder(codes: readonly string[], marks: readonly StoredMark[]): number[] {
  return codes.map((code, index) => {
    const here = marks[index];
    const found = here?.criterion === code ? here : marks.find(({ criterion }) => criterion === code);
    return found === undefined ? MISSING : (found.mark ?? ABSTAINED);
  });
}

const SHEETS = `FROM "score_sheet" s JOIN "evaluator_assignment" a ON a."id" = s."assignmentId"
  WHERE s."roundId" = ? AND s."state" IN ('submitted', 'locked')`;

/** The marks of a sheet as figures where its stage and their order are as expected, else as they are. */
const marksOf = (stages: readonly StageCodes[], figures: (codes: readonly string[]) => string): string =>
  `CASE ${stages.map(({ codes }) => `WHEN s."stage" = ? AND ${figures(codes)}`).join(' ')} ELSE s."marks" END`;

const MAIN = `s."stage" = '${MAIN_STAGE}'`;

/**
 * SQLite answers a statement in one go: so it is asked page by page, in the order its index of rounds lists the sheets. `json_extract`
 * of several paths gives one JSON array; a path beyond the last criterion must find nothing.
 */
async function* pagesOfSqlite(
  manager: EntityManager,
  roundId: string,
  stages: readonly StageCodes[],
): AsyncGenerator<string> {
  const extract = (codes: readonly string[], field: string): string =>
    `json_extract(s."marks", ${[...codes, ''].map((_code, at) => `'$[${at}].${field}'`).join(', ')})`;
  const figures = marksOf(stages, (codes) => `${extract(codes, 'criterion')} = ? THEN ${extract(codes, 'mark')}`);
  const statement = `SELECT '[' || group_concat("sheet") || ']' AS "sheets", COUNT(*) AS "count", MAX("place") AS "last" FROM (
    SELECT '["' || s."planId" || '",' || json_quote(a."alias") || ',' || ${figures} ||
      CASE WHEN ${MAIN} THEN ']' ELSE ',' || json_quote(s."stage") || ']' END AS "sheet", s.rowid AS "place"
    ${SHEETS} AND s.rowid > ? ORDER BY s.rowid LIMIT ${PAGE})`;
  const expected = stages.flatMap(({ stage, codes }) => [stage, JSON.stringify([...codes, null])]);
  for (let after = 0; ;) {
    const [page] = await rowsOf<{ sheets: string | null; count: number; last: number }>(manager, 'sqlite', statement, [
      ...expected,
      roundId,
      after,
    ]);
    if (page === undefined || page.sheets === null) return;
    yield page.sheets;
    if (page.count < PAGE) return;
    after = page.last;
  }
}

/**
 * PostgreSQL hands its pages over one by one, so one statement blocks nobody. The text of a sheet is cut at `"mark":`, after which
 * each piece begins with its figure. Neither that nor the head of a criterion can stand within a comment, whose quotation marks are
 * escaped: so as many pieces as there are criteria, and the heads in their order, are the whole sheet. That costs a fraction of
 * reading the text as JSON or by a pattern there (OFFSET 0: it is cut once), and leaves this process next to nothing to read.
 */
async function* pagesOfPostgres(
  manager: EntityManager,
  roundId: string,
  stages: readonly StageCodes[],
): AsyncGenerator<string> {
  const figures = marksOf(stages, (codes) => {
    const marks = codes.map((_code, at) => `rtrim(split_part("cut"[${at + 2}], ',', 1), '}]')`);
    return `cardinality("cut") = ${codes.length + 1} AND s."marks" LIKE ? THEN '[' || concat_ws(',', ${marks.join(', ')}) || ']'`;
  });
  const statement = `SELECT '[' || string_agg("sheet", ',') || ']' AS "sheets" FROM (
    SELECT '["' || "planId" || '",' || to_json("alias")::text || ',' || ${figures} ||
      CASE WHEN ${MAIN} THEN ']' ELSE ',' || to_json("stage")::text || ']' END AS "sheet", ROW_NUMBER() OVER () / ${PAGE} AS "page"
    FROM (SELECT s."planId", s."stage", s."marks", a."alias", string_to_array(s."marks", '"mark":') AS "cut"
      ${SHEETS} AND a."roundId" = ? OFFSET 0) s) "sheets" GROUP BY "page"`;
  const expected = stages.flatMap(({ stage, codes }) => [stage, patternOf(codes)]);
  const pages = await rowsOf<{ sheets: string }>(manager, 'postgres', statement, [...expected, roundId, roundId]);
  for (const { sheets } of pages) yield sheets;
}

/** A text of marks in this order, as the store writes them. */
const patternOf = (codes: readonly string[]): string =>
  `[${codes.map((code) => `${`{"criterion":${JSON.stringify(code)},"mark":`.replaceAll(/[\\%_]/g, '\\$&')}%`).join(',')}`;
