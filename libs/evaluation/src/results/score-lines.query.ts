import { type Reading, rowsOf } from '@daegaejo/platform';

/** A sheet without its words. Marks in hundredths by criterion; null = the evaluator abstained. */
export interface SheetLine {
  readonly label: string;
  readonly alias: string;
  readonly name: string;
  readonly stage: string;
  readonly state: string;
  readonly submittedAt: string;
  readonly markOf: (criterion: string) => number | null | undefined;
}

/** A sheet as it is handed over. */
type LineText = readonly [
  label: string,
  alias: string,
  name: string,
  stage: string,
  state: string,
  submittedAt: string,
  criteria: readonly string[],
  figures: readonly (number | null)[],
];

interface Page {
  readonly sheets: string | null;
  readonly count: number | string;
  readonly last: number | string;
}

/** Sheets that are one text: an export of any size needs as much memory as one page. */
const PAGE = 2_000;

/**
 * Every sheet of the ranking that was ever handed in, page by page; void ones too, because the auditor asks for them. Both stores charge
 * for every row and column they hand over, so a page comes as one text, of the figures that are kept beside the marks.
 */
export async function* sheetLines({ manager, dialect }: Reading, roundId: string): AsyncGenerator<SheetLine[]> {
  const statement = dialect === 'sqlite' ? IN_SQLITE : IN_POSTGRES;
  for (let after: number | string = dialect === 'sqlite' ? 0 : ''; ;) {
    const [page] = await rowsOf<Page>(manager, dialect, statement, [roundId, after]);
    if (page === undefined || page.sheets === null) return;
    yield (JSON.parse(page.sheets) as LineText[]).map(lineOf);
    if (Number(page.count) < PAGE) return;
    after = page.last;
  }
}

function lineOf([label, alias, name, stage, state, submittedAt, criteria, figures]: LineText): SheetLine {
  return { label, alias, name, stage, state, submittedAt, markOf: (criterion) => figures[criteria.indexOf(criterion)] };
}

/** `place` is the order of the pages. */
const linesOf = (place: string, quote: (column: string) => string): string => {
  const texts = ['o."shortName"', 'a."alias"', 'p."displayName"', 's."stage"', 's."state"', 's."submittedAt"'];
  return `SELECT '[' || ${texts.map(quote).join(` || ',' || `)} || ',' || s."criteria" || ',' || s."figures" || ']' AS "sheet", ${place} AS "place"
    FROM "score_sheet" s JOIN "evaluator_assignment" a ON a."id" = s."assignmentId" JOIN "plan" n ON n."id" = s."planId"
      JOIN "organisation" o ON o."id" = n."provinceId" JOIN "person" p ON p."id" = s."personId"
    WHERE s."roundId" = ? AND s."series" = 'first' AND ${place} > ? AND s."submittedAt" IS NOT NULL ORDER BY ${place} LIMIT ${PAGE}`;
};

const IN_SQLITE = `SELECT '[' || group_concat("sheet") || ']' AS "sheets", COUNT(*) AS "count", MAX("place") AS "last"
  FROM (${linesOf('s.rowid', (column) => `json_quote(${column})`)})`;

const IN_POSTGRES = `SELECT '[' || string_agg("sheet", ',' ORDER BY "place") || ']' AS "sheets", COUNT(*) AS "count", MAX("place") AS "last"
  FROM (${linesOf('s."id"', (column) => `to_json(${column})::text`)}) "lines"`;
