import { setImmediate as nextTurn } from 'node:timers/promises';
import { rowsOf } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';

/** A submitted or locked sheet as a row of figures: marks in the policy's order of criteria, -1 where one is missing. */
export interface SheetFigures {
  readonly planId: string;
  readonly evaluator: string;
  readonly marks: readonly number[];
}

/** Sheets the embedded store is asked for at a time: the loop is free between two pages of a very large round. */
const PAGE = 5_000;

/** Every sheet of a round that counts, in no particular order. `codes`: the criteria, in the policy's order. */
export function readSheets(
  manager: EntityManager,
  dialect: 'sqlite' | 'postgres',
  roundId: string,
  codes: readonly string[],
): Promise<SheetFigures[]> {
  return dialect === 'sqlite' ? fromSqlite(manager, roundId, codes) : fromPostgres(manager, roundId, codes);
}

const SHEETS = `FROM "score_sheet" s JOIN "evaluator_assignment" a ON a."id" = s."assignmentId"
  WHERE s."roundId" = ? AND s."state" IN ('submitted', 'locked')`;

/** PostgreSQL hands its rows over little by little, so one statement blocks nobody. */
async function fromPostgres(
  manager: EntityManager,
  roundId: string,
  codes: readonly string[],
): Promise<SheetFigures[]> {
  const rows = await rowsOf<{ planId: string; evaluator: string; marks: string }>(
    manager,
    'postgres',
    `SELECT s."planId" AS "planId", a."alias" AS "evaluator", s."marks" AS "marks" ${SHEETS} AND a."roundId" = ?`,
    [roundId, roundId],
  );
  return rows.map(({ planId, evaluator, marks }) => ({
    planId,
    evaluator,
    marks: figuresIn(marks, codes),
  }));
}

/** One mark as the store writes it (`StoredMark`), and what stands before it. */
const MARK = /[[,]\{"criterion":"([^"\\]*)","mark":(\d+),"comment":(?:null|"(?:[^"\\]|\\.)*")\}/y;

/** A text written the usual way gives its figures without the objects and words around them, any other is parsed. */
function figuresIn(text: string, codes: readonly string[]): number[] {
  const figures: number[] = [];
  MARK.lastIndex = 0;
  for (const code of codes) {
    const mark = MARK.exec(text);
    if (mark?.[1] !== code) return inOrder(codes, JSON.parse(text) as Mark[]);
    figures.push(Number(mark[2]));
  }
  return figures;
}

/**
 * SQLite answers a statement in one go and charges for every row and every text it hands over: so it is asked page by page, in
 * the order its index of rounds lists the sheets, and answers each page as one JSON text. A sheet whose marks stand in the order
 * of the criteria, as they nearly always do, is reduced to its figures there; any other comes as it is.
 */
async function fromSqlite(manager: EntityManager, roundId: string, codes: readonly string[]): Promise<SheetFigures[]> {
  const pathsTo = (field: string): string => [...codes, ''].map((_code, at) => `'$[${at}].${field}'`).join(', ');
  const figures = `CASE WHEN json_extract(s."marks", ${pathsTo('criterion')}) = ? THEN json_extract(s."marks", ${pathsTo('mark')}) ELSE s."marks" END`;
  const page = `SELECT '[' || group_concat("sheet") || ']' AS "sheets", COUNT(*) AS "count", MAX("place") AS "last" FROM (
    SELECT '["' || s."planId" || '",' || json_quote(a."alias") || ',' || ${figures} || ']' AS "sheet", s.rowid AS "place"
    ${SHEETS} AND s.rowid > ? ORDER BY s.rowid LIMIT ${PAGE})`;
  const inPolicyOrder = JSON.stringify([...codes, null]); // and nothing after the last
  const found: SheetFigures[] = [];
  for (let after = 0; ;) {
    const [row] = await rowsOf<Page>(manager, 'sqlite', page, [inPolicyOrder, roundId, after]);
    if (row === undefined || row.sheets === null) return found;
    for (const [planId, evaluator, marks] of JSON.parse(row.sheets) as [string, string, Mark[] | number[]][])
      found.push({ planId, evaluator, marks: isFigures(marks) ? marks.slice(0, codes.length) : inOrder(codes, marks) });
    if (row.count < PAGE) return found;
    after = row.last;
    await nextTurn();
  }
}

interface Page {
  readonly sheets: string | null;
  readonly count: number;
  readonly last: number;
}

interface Mark {
  readonly criterion: string;
  readonly mark: number;
}

const isFigures = (marks: Mark[] | number[]): marks is number[] => typeof marks[0] === 'number';

/** Criteria of the round's policy only: a sheet was checked when it was saved. */
function inOrder(codes: readonly string[], marks: readonly Mark[]): number[] {
  return codes.map((code, index) => {
    const here = marks[index];
    const found = here?.criterion === code ? here : marks.find(({ criterion }) => criterion === code);
    return found?.mark ?? -1;
  });
}
