import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type CellValue, type Reading, refused, rowsOf, type SheetOfCells, workbookOf } from '@daegaejo/platform';
import { csvLine, CSV_MARK, formatScore, seoulText } from '@daegaejo/platform/rules';
import { policyAt, readRound } from '@daegaejo/round';
import { criteriaOf, hasReached, type RoundPolicy, stagesOf } from '@daegaejo/round/rules';
import { explainedPlans } from './released-ranking.js';
import { sheetLines } from './score-lines.query.js';
import { passesAll } from '../rules/index.js';
import type { StoredMark } from '../store/evaluation.entity.js';
import { releasedAggregate } from '../store/evaluations.js';

/** Sheets read at a time: an export of any size needs as much memory as one page. */
const PAGE = 2_000;

interface SheetRow {
  readonly id: string;
  readonly place: string | number;
  readonly label: string;
  readonly alias: string;
  readonly name: string;
  readonly stage: string;
  readonly state: string;
  readonly marks: string;
  readonly overall: string | null;
  readonly submittedAt: string | null;
}

const STATES: Readonly<Record<string, string>> = { submitted: '제출', locked: '확정', void: '무효', returned: '반려' };

/** Whoever may have every sheet, once the panel is locked: those who run or check the round. */
async function admitted({ manager }: Reading, actor: Actor, roundId: string): Promise<RoundPolicy> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'exportScores', { roundId });
  if (!hasReached(round.state, 'scores-locked')) throw refused('evaluation.not-locked', [], { state: round.state });
  return policyAt(manager, roundId, round.policyVersion);
}

/** The same sheets as `sheetLines`, with their words. */
async function* sheetPages({ manager, dialect }: Reading, roundId: string): AsyncGenerator<readonly SheetRow[]> {
  const place = dialect === 'sqlite' ? 's.rowid' : 's."id"';
  const statement = `SELECT s."id" AS "id", ${place} AS "place", o."shortName" AS "label", a."alias" AS "alias", p."displayName" AS "name",
      s."stage" AS "stage", s."state" AS "state", s."marks" AS "marks", s."overall" AS "overall", s."submittedAt" AS "submittedAt"
    FROM "score_sheet" s JOIN "evaluator_assignment" a ON a."id" = s."assignmentId" JOIN "plan" n ON n."id" = s."planId"
      JOIN "organisation" o ON o."id" = n."provinceId" JOIN "person" p ON p."id" = s."personId"
    WHERE s."roundId" = ? AND s."series" = 'first' AND ${place} > ? AND s."submittedAt" IS NOT NULL ORDER BY ${place} LIMIT ${PAGE}`;
  for (let after: string | number = dialect === 'sqlite' ? 0 : ''; ;) {
    const rows: SheetRow[] = await rowsOf<SheetRow>(manager, dialect, statement, [roundId, after]);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.place ?? after;
  }
}

const FIRST = ['시·도', '평가위원(별칭)', '평가위원', '단계', '상태', '제출'];

/** The criteria of the round, stage by stage: one column each. */
const columnsOf = (policy: RoundPolicy) => stagesOf(policy).flatMap(({ code }) => criteriaOf(policy, code));

const marksOf = ({ marks }: SheetRow): Map<string, StoredMark> =>
  new Map((JSON.parse(marks) as StoredMark[]).map((mark) => [mark.criterion, mark]));

const factsOf = (row: Pick<SheetRow, 'label' | 'alias' | 'name' | 'stage' | 'state' | 'submittedAt'>): CellValue[] => [
  row.label,
  row.alias,
  row.name,
  row.stage,
  STATES[row.state] ?? row.state,
  row.submittedAt === null ? '' : seoulText(row.submittedAt),
];

/** Points as a figure of a spreadsheet: 87.5. An abstention has its word. */
const pointsOf = (mark: number | null | undefined): CellValue =>
  mark === undefined ? null : mark === null ? '기권' : mark / 100;

/** All sheets as CSV, one line a sheet, little by little. */
export async function exportCsv(reading: Reading, actor: Actor, roundId: string): Promise<AsyncGenerator<string>> {
  const policy = await admitted(reading, actor, roundId);
  const columns = columnsOf(policy);
  return (async function* () {
    yield CSV_MARK + csvLine([...FIRST, ...columns.map(({ name }) => name)]);
    for await (const sheets of sheetLines(reading, roundId))
      yield sheets
        .map((sheet) => csvLine([...factsOf(sheet), ...columns.map(({ code }) => pointsOf(sheet.markOf(code)))]))
        .join('');
  })();
}

/** The whole evaluation as a workbook: ranking, sheets with their words, and the computation step by step. */
export async function exportWorkbook(reading: Reading, actor: Actor, roundId: string): Promise<Buffer> {
  const policy = await admitted(reading, actor, roundId);
  const columns = columnsOf(policy);
  const sheets: CellValue[][] = [];
  const comments: CellValue[][] = [];
  for await (const rows of sheetPages(reading, roundId))
    for (const row of rows) {
      const marks = marksOf(row);
      sheets.push([...factsOf(row), ...columns.map(({ code }) => pointsOf(marks.get(code)?.mark)), row.overall]);
      for (const { code, name } of columns) {
        const mark = marks.get(code);
        if (mark?.comment || mark?.reason)
          comments.push([row.label, row.alias, name, pointsOf(mark.mark), mark.comment ?? null, mark.reason ?? null]);
      }
    }
  return workbookOf([
    ...(await rankingSheets(reading, roundId)),
    {
      name: '평가표',
      headings: [...FIRST, ...columns.map(({ name }) => name), '종합의견'],
      rows: sheets,
      widths: [10, 14, 14, 10, 8, 20],
    },
    {
      name: '지표별 의견',
      headings: ['시·도', '평가위원(별칭)', '지표', '점수', '의견', '기권 사유'],
      rows: comments,
      widths: [10, 14, 24, 8, 60, 30],
    },
  ]);
}

async function rankingSheets({ manager }: Reading, roundId: string): Promise<SheetOfCells[]> {
  const released = await releasedAggregate(manager, roundId);
  if (released === null) return [];
  const ranked = explainedPlans(released.aggregate);
  return [
    {
      name: '순위',
      headings: ['순위', '시·도', '평균(반올림)', '가점', '감점', '최종', '통과', '평균(정확한 값)'],
      rows: ranked.map((plan) => [
        plan.rank,
        plan.label,
        plan.base / 100,
        plan.bonus / 100,
        (plan.deduction ?? 0) / 100,
        plan.final / 100,
        passesAll(plan) ? '' : '미달',
        plan.mean,
      ]),
      widths: [8, 10, 14, 8, 8, 10, 8, 24],
    },
    {
      name: '계산 과정',
      headings: ['시·도', '단계', '계산'],
      rows: ranked.flatMap(({ label, trace }) => trace.map(({ step, detail }) => [label, step, detail])),
      widths: [10, 18, 100],
    },
    {
      name: '지표별 평균',
      headings: ['시·도', '지표', '평균', '정확한 값'],
      rows: ranked.flatMap(({ label, criterionMeans }) =>
        criterionMeans.map(({ criterion, display, mean }) => [label, criterion, formatScore(display), mean]),
      ),
      widths: [10, 20, 10, 24],
    },
  ];
}
