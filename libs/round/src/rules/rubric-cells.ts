import type { Criterion, CriterionGroup, Stage } from './criterion.js';
import type { Rubric } from './policy.js';
import { columnsOf, RUBRIC_SHEET_KEYS, RUBRIC_SHEETS, type RubricSheetKey, wordOf } from './rubric-sheets.js';

type Cell = string | number | null;
/** A row by the fields of its sheet; points in hundredths are figures of points here. */
type Fields = Readonly<Record<string, Cell | undefined>>;

/** One sheet of a scale, ready for a workbook. */
export interface RubricSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** In characters, by column. */
  readonly widths: readonly number[];
}

/** 3000 hundredths → the figure 30. */
const figure = (hundredths: number | undefined): number | undefined =>
  hundredths === undefined ? undefined : hundredths / 100;

const stageRow = ({ code, name, mode, share, trim, minimumPanel }: Stage): Fields => ({
  code,
  name,
  mode: wordOf('stages', 'mode', mode),
  share: figure(share),
  highest: trim?.highest,
  lowest: trim?.lowest,
  minimumKept: trim?.minimumKept,
  per: trim?.per && wordOf('stages', 'per', trim.per),
  minimumPanel,
});

const groupRow = ({ code, name, weight }: CriterionGroup): Fields => ({ code, name, weight: figure(weight) });

const criterionRow = (criterion: Criterion): Fields => ({
  code: criterion.code,
  name: criterion.name,
  weight: figure(criterion.weight),
  max: figure(criterion.max),
  group: criterion.group,
  stage: criterion.stage,
  kind: criterion.kind && wordOf('criteria', 'kind', criterion.kind),
  floor: figure(criterion.floor),
  low: figure(criterion.commentOutside?.low),
  high: figure(criterion.commentOutside?.high),
  guidance: criterion.guidance,
});

const levelRows = ({ code: criterion, levels = [] }: Criterion): Fields[] =>
  levels.map(({ name, mark, wording }) => ({ criterion, name, mark: figure(mark), wording }));

function bonusRows({ cap, deductionCap, items }: Rubric['bonus']): Fields[] {
  const rows = items.map(({ code, name, max, kind = 'bonus' }) => ({ kind, code, name, max }));
  const caps = [
    { kind: 'cap', max: cap },
    ...(deductionCap === undefined ? [] : [{ kind: 'deduction-cap', max: deductionCap }]),
  ];
  return [...rows, ...caps].map((row) => ({
    ...row,
    kind: wordOf('bonus', 'kind', row.kind),
    max: figure(row.max),
  }));
}

function sheetOf(key: RubricSheetKey, rows: readonly Fields[]): RubricSheet {
  const columns = columnsOf(key);
  return {
    name: RUBRIC_SHEETS[key].name,
    headings: columns.map(([, { heading }]) => heading),
    rows: rows.map((row) => columns.map(([field]) => row[field] ?? null)),
    widths: columns.map(([, { width }]) => width),
  };
}

/** A scale as the sheets of a workbook (평가지표·배점), points as figures. */
export function rubricSheets({ criteria, groups = [], stages = [], bonus }: Rubric): RubricSheet[] {
  const rows: Readonly<Record<RubricSheetKey, readonly Fields[]>> = {
    stages: stages.map(stageRow),
    groups: groups.map(groupRow),
    criteria: criteria.map(criterionRow),
    levels: criteria.flatMap(levelRows),
    bonus: bonusRows(bonus),
  };
  return RUBRIC_SHEET_KEYS.map((key) => sheetOf(key, rows[key]));
}

/** The empty form: the same sheets with their headings alone, and one that explains every column. */
export function rubricForm(): RubricSheet[] {
  const rows = RUBRIC_SHEET_KEYS.flatMap((key) =>
    columnsOf(key).map(([, { heading, required, kind, about }]) => [
      RUBRIC_SHEETS[key].name,
      heading,
      required ? '필수' : '',
      contentOf(kind),
      about,
    ]),
  );
  return [
    ...RUBRIC_SHEET_KEYS.map((key) => sheetOf(key, [])),
    { name: '안내', headings: ['시트', '열', '필수', '적는 것', '설명'], rows, widths: [12, 12, 8, 34, 80] },
  ];
}

type Kind = ReturnType<typeof columnsOf>[number][1]['kind'];

function contentOf(kind: Kind): string {
  switch (kind.is) {
    case 'text':
      return `글 (${kind.max}자까지)`;
    case 'points':
      return '점수: 30, 30.00 (백분율 서식이 아닌 숫자)';
    case 'whole':
      return `정수 ${kind.min}~${kind.max}`;
    case 'choice':
      return `다음 가운데 하나: ${Object.values(kind.words).join(', ')}`;
  }
}
