import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { SHEET_FIGURES as IN_POSTGRES } from '../../libs/composition/src/migrations/postgres/sheet-figures.js';
import { SHEET_FIGURES as IN_SQLITE } from '../../libs/composition/src/migrations/sqlite/sheet-figures.js';
import { readSheets } from '../../libs/evaluation/src/sheets/read-sheets.js';
import { ABSTAINED, MISSING } from '@daegaejo/evaluation/rules';
import { type Dialect, describeOnBoth } from '../support/stores.js';

const STAGES = [
  { stage: 'main', codes: ['need', 'it_s "50%"'] },
  { stage: 'talk', codes: ['drive'] },
];
const [NEED, EFFECT] = STAGES[0]!.codes as [string, string];
const mark = (criterion: string, given: number | null, comment: string | null = null) => ({
  criterion,
  mark: given,
  comment,
});
/** A comment that looks like a mark. */
const TRICK = `"mark":1,{"criterion":"${NEED}","mark":9`;

const SHEETS: readonly (readonly [string, string, string, unknown, string?])[] = [
  ['usual', 'main', 'submitted', [mark(NEED, 8000), mark(EFFECT, 4125, '근거가 충분함')]],
  ['locked', 'main', 'locked', [mark(NEED, 0), mark(EFFECT, 10_000)]],
  ['tricky', 'main', 'submitted', [mark(NEED, 7000, TRICK), mark(EFFECT, 3000, `\\"],[{`)]],
  ['halved', 'main', 'submitted', [mark(NEED, 6000, '\ud83d \\\ud83d"\u0000\\'), mark(EFFECT, 2000, '\\u0000\\')]],
  ['turned', 'main', 'submitted', [mark(EFFECT, 3500), mark(NEED, 7500)]],
  ['abstains', 'main', 'submitted', [{ ...mark(NEED, null), reason: '"mark":5,' }, mark(EFFECT, 3600)]],
  ['abstains-all', 'main', 'submitted', [NEED, EFFECT].map((code) => ({ ...mark(code, null), reason: '근거 없음' }))],
  ['incomplete', 'main', 'submitted', [mark(NEED, 7100)]],
  ['more', 'main', 'submitted', [mark(NEED, 1), mark(EFFECT, 2), mark('charm', 3)]],
  ['bare', 'main', 'submitted', [NEED, EFFECT].map((criterion, at) => ({ criterion, mark: at + 1 }))],
  ['empty', 'main', 'submitted', []],
  ['spaced', 'main', 'submitted', [mark(NEED, 11), mark(EFFECT, 12)], '  '],
  ['talk', 'talk', 'submitted', [mark('drive', 9000)]],
  ['strange', 'visit', 'submitted', [mark('drive', 9000)]],
  ['open', 'main', 'open', [mark(NEED, 1), mark(EFFECT, 1)]],
  ['void', 'main', 'void', [mark(NEED, 1), mark(EFFECT, 1)]],
];

const EXPECTED = [
  { planId: 'p', evaluator: 'abstains', marks: [ABSTAINED, 3600] },
  { planId: 'p', evaluator: 'abstains-all', marks: [ABSTAINED, ABSTAINED] },
  { planId: 'p', evaluator: 'bare', marks: [1, 2] },
  { planId: 'p', evaluator: 'empty', marks: [MISSING, MISSING] },
  { planId: 'p', evaluator: 'halved', marks: [6000, 2000] },
  { planId: 'p', evaluator: 'incomplete', marks: [7100, MISSING] },
  { planId: 'p', evaluator: 'locked', marks: [0, 10_000] },
  { planId: 'p', evaluator: 'more', marks: [1, 2] },
  { planId: 'p', evaluator: 'spaced', marks: [11, 12] },
  { planId: 'p', evaluator: 'strange', stage: 'visit', marks: [] },
  { planId: 'p', evaluator: 'talk', stage: 'talk', marks: [9000] },
  { planId: 'p', evaluator: 'tricky', marks: [7000, 3000] },
  { planId: 'p', evaluator: 'turned', marks: [7500, 3500] },
  { planId: 'p', evaluator: 'usual', marks: [8000, 4125] },
];

/** The two tables the reader knows, without the rest of the programme. */
const TABLES = [
  `CREATE TABLE "evaluator_assignment" ("id" varchar(36) PRIMARY KEY, "roundId" varchar(36), "alias" varchar(12))`,
  `CREATE TABLE "score_sheet" ("id" varchar(36) PRIMARY KEY, "roundId" varchar(36), "planId" varchar(36),
    "assignmentId" varchar(36), "stage" varchar(32), "state" varchar(64), "marks" text, "series" varchar(32) DEFAULT 'first')`,
];
const COLUMNS = {
  evaluator_assignment: ['id', 'roundId', 'alias'],
  score_sheet: ['id', 'roundId', 'planId', 'assignmentId', 'stage', 'state', 'marks'],
} as const;

async function opened(dialect: Dialect, schema: string): Promise<DataSource> {
  if (dialect === 'sqlite') return new DataSource({ type: 'better-sqlite3', database: ':memory:' }).initialize();
  const url = process.env.DATABASE_URL_TEST ?? 'postgres://postgres@127.0.0.1:5432/test';
  const source = await new DataSource({
    type: 'postgres',
    url,
    extra: { options: `-c search_path=${schema}` },
  }).initialize();
  await source.query(`CREATE SCHEMA "${schema}"`);
  return source;
}

describeOnBoth('reading the sheets of a round', (dialect) => {
  const schema = `read_sheets_${randomBytes(6).toString('hex')}`;
  let source: DataSource;
  beforeAll(async () => {
    source = await opened(dialect, schema);
    for (const statement of TABLES) await source.query(statement);
    // half of the sheets are from before their figures were kept
    await insertSheets(SHEETS.filter((_sheet, at) => at % 2 === 0));
    for (const statement of dialect === 'sqlite' ? IN_SQLITE : IN_POSTGRES) await source.query(statement);
    await insertSheets(SHEETS.filter((_sheet, at) => at % 2 === 1));
  });
  afterAll(async () => {
    if (dialect === 'postgres') await source.query(`DROP SCHEMA "${schema}" CASCADE`);
    await source.destroy();
  });

  async function insert(table: keyof typeof COLUMNS, rows: readonly (readonly unknown[])[]): Promise<void> {
    for (let start = 0; start < rows.length; start += 500) {
      const part = rows.slice(start, start + 500);
      let place = 0;
      const values = part.map((row) => `(${row.map(() => (dialect === 'sqlite' ? '?' : `$${(place += 1)}`)).join()})`);
      const columns = COLUMNS[table].map((column) => `"${column}"`).join();
      await source.query(`INSERT INTO "${table}" (${columns}) VALUES ${values.join()}`, part.flat());
    }
  }

  async function insertSheets(sheets: typeof SHEETS): Promise<void> {
    await insert(
      'evaluator_assignment',
      sheets.map(([name]) => [name, 'r', name]),
    );
    await insert(
      'score_sheet',
      sheets.map(([name, stage, state, marks, space]) => [
        name,
        'r',
        'p',
        name,
        stage,
        state,
        JSON.stringify(marks, null, space),
      ]),
    );
  }

  it('gives every sheet that counts by the criteria of its stage, however its marks are written', async () => {
    const read = await readSheets(source.manager, dialect, 'r', STAGES);
    expect(read.toSorted((a, b) => (a.evaluator < b.evaluator ? -1 : 1))).toEqual(EXPECTED);
    expect(await readSheets(source.manager, dialect, 'nowhere', STAGES)).toEqual([]);
  });

  it('follows every change of the marks, and lets nobody write another figure', async () => {
    const set = (assignment: string) => source.query(`UPDATE "score_sheet" SET ${assignment} WHERE "id" = 'usual'`);
    const kept = () => source.query(`SELECT "criteria", "figures" FROM "score_sheet" WHERE "id" = 'usual'`);
    await set(`"marks" = '${JSON.stringify([mark(EFFECT, null), mark(NEED, 5)])}'`);
    const figures = { criteria: JSON.stringify([EFFECT, NEED]), figures: '[null,5]' };
    expect(await kept()).toEqual([figures]);
    await set(`"figures" = '[9999,9999]'`);
    await set(`"criteria" = '[]', "state" = 'locked'`);
    expect(await kept()).toEqual([figures]);
  });

  it('gives a large round page by page, every sheet once', async () => {
    const count = 10_001;
    const ids = Array.from({ length: count }, (_, at) => `s${at}`);
    await insert(
      'evaluator_assignment',
      ids.map((id) => [id, 'big', id]),
    );
    await insert(
      'score_sheet',
      ids.map((id, at) => [id, 'big', 'p', id, 'main', 'submitted', JSON.stringify([mark(NEED, at), mark(EFFECT, 1)])]),
    );
    const read = await readSheets(source.manager, dialect, 'big', STAGES.slice(0, 1));
    expect(read).toHaveLength(count);
    expect(new Set(read.map(({ evaluator, marks }) => `${evaluator}:${marks.join()}`))).toEqual(
      new Set(ids.map((id, at) => `${id}:${at},1`)),
    );
  });
});
