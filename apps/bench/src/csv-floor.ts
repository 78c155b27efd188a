import { ask, type Bare } from './database.js';

/** Which sheets, with which line of headings before them. */
export interface CsvOrder {
  readonly roundId: string;
  readonly headings: string;
  readonly criteria: number;
}

/** Hundredths as a spreadsheet takes them: 87.5. */
const points = (mark: string): string =>
  `(${mark} / 100) || CASE WHEN ${mark} % 100 = 0 THEN '' WHEN ${mark} % 10 = 0 THEN '.' || (${mark} / 10 % 10) ELSE '.' || substr('0' || (${mark} % 100), -2) END`;

const TABLES = `FROM "score_sheet" s JOIN "evaluator_assignment" a ON a."id" = s."assignmentId" JOIN "plan" n ON n."id" = s."planId"
  JOIN "organisation" o ON o."id" = n."provinceId" JOIN "person" p ON p."id" = s."personId"`;
const STATE = `CASE s."state" WHEN 'locked' THEN '확정' WHEN 'void' THEN '무효' WHEN 'returned' THEN '반려' ELSE '제출' END`;

/** Marks in the order of the criteria, cut out of the text they are kept in. */
function sqliteStatement(criteria: number): string {
  const marks = Array.from({ length: criteria }, (_, at) => `json_extract(s."marks", '$[${at}].mark') AS "m${at}"`);
  const columns = Array.from({ length: criteria }, (_, at) => points(`"m${at}"`));
  const date = `substr("at", 1, 4) || '. ' || CAST(substr("at", 6, 2) AS integer) || '. ' || CAST(substr("at", 9, 2) AS integer) || '. ' || substr("at", 12, 5)`;
  return `SELECT group_concat("line", '') AS "text" FROM (
    SELECT "head" || ',' || ${date} || ',' || ${columns.join(` || ',' || `)} || char(13, 10) AS "line" FROM (
      SELECT o."shortName" || ',' || a."alias" || ',' || p."displayName" || ',' || s."stage" || ',' || ${STATE} AS "head",
        datetime(s."submittedAt", '+9 hours') AS "at", ${marks.join(', ')}
      ${TABLES} WHERE s."roundId" = ? AND s."submittedAt" IS NOT NULL ORDER BY s.rowid))`;
}

function postgresStatement(criteria: number): string {
  const cut = Array.from(
    { length: criteria },
    (_, at) => `rtrim(split_part("cut"[${at + 2}], ',', 1), '}]')::integer AS "m${at}"`,
  );
  const columns = Array.from({ length: criteria }, (_, at) => `trim_scale("m${at}"::numeric / 100)::text`);
  return `SELECT string_agg("line", '' ORDER BY "id") AS "text" FROM (
    SELECT "id", "head" || ',' || ${columns.join(` || ',' || `)} || E'\\r\\n' AS "line" FROM (
      SELECT "id", "head", ${cut.join(', ')} FROM (
        SELECT s."id", string_to_array(s."marks", '"mark":') AS "cut",
          o."shortName" || ',' || a."alias" || ',' || p."displayName" || ',' || s."stage" || ',' || ${STATE} || ',' ||
            to_char(s."submittedAt"::timestamptz AT TIME ZONE 'Asia/Seoul', 'YYYY. FMMM. FMDD. HH24:MI') AS "head"
        ${TABLES} WHERE s."roundId" = ? AND s."submittedAt" IS NOT NULL OFFSET 0) "sheets") "marks") "lines"`;
}

/** Every sheet of a round as the database itself writes it: one statement, one text, the same bytes as the product's file. */
export async function bareCsv(bare: Bare, { roundId, headings, criteria }: CsvOrder): Promise<string> {
  const statement = bare.engine === 'sqlite' ? sqliteStatement(criteria) : postgresStatement(criteria);
  const [row] = await ask<{ text: string }>(bare, statement, [roundId]);
  return headings + (row?.text ?? '');
}
