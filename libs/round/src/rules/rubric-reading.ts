import type { CellFinding, FilledSheet, ReadRow } from '@daegaejo/platform/rules';
import type { BonusItem, Criterion, CriterionLevel, Stage } from './criterion.js';
import type { Rubric } from './policy.js';
import { foldFindings, type Placed, type PlacedRubric, type ReadSheets } from './rubric-places.js';
import { findingAt, readSheet, type ReadSheet } from './rubric-rows.js';
import { RUBRIC_SHEETS } from './rubric-sheets.js';

/** What a workbook says a scale is, and what is wrong with it. */
export interface RubricReading {
  /** Of sound rows only; whole where there is no finding. */
  readonly rubric: Rubric;
  /** All at once, sheet by sheet. */
  readonly findings: readonly CellFinding[];
}

/**
 * Reads a scale from the sheets of a workbook as it would go into a policy. Texts are trimmed and composed; a row of kind
 * 가점 is an item without a kind, and a list without rows is none.
 */
export function readRubric(filled: readonly FilledSheet[]): RubricReading {
  const sheets: ReadSheets = {
    stages: readSheet('stages', filled),
    groups: readSheet('groups', filled),
    criteria: readSheet('criteria', filled),
    levels: readSheet('levels', filled),
    bonus: readSheet('bonus', filled),
  };
  const pairs: CellFinding[] = [];
  const placed = placedRubric(sheets, pairs);
  const cells = [...Object.values(sheets).flatMap(({ findings }) => findings), ...pairs];
  return { rubric: soundRubric(placed), findings: foldFindings(sheets, placed, cells) };
}

const textIn = ({ values }: ReadRow, field: string): string => String(values[field] ?? '');
const numberIn = ({ values }: ReadRow, field: string): number => Number(values[field] ?? 0);

/** What is not given stays away, so that the content hash does not know it either. */
const given = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/** `lacking`: the row lacks something, though every cell of it could be read. */
const place = <T>(from: ReadRow, is: object, lacking = false): Placed<T> => ({
  is: given(is) as T,
  from,
  sound: from.unread.size === 0 && !lacking,
});

function placedRubric(sheets: ReadSheets, findings: CellFinding[]): PlacedRubric {
  const { stages, groups, criteria, bonus } = sheets;
  const levels = levelsOf(sheets.levels);
  const ofKind = (...kinds: readonly string[]): ReadRow[] =>
    bonus.rows.filter(({ values }) => kinds.includes(String(values['kind'])));
  const capOf = (kind: string): Placed<{ readonly max: number }> | undefined => {
    const [first, ...more] = ofKind(kind);
    for (const { row } of more)
      findings.push(findingAt('bonus', [row, bonus.columns['kind'] ?? 1], 'rubric.cap-twice'));
    return first && place(first, { max: numberIn(first, 'max') });
  };
  return {
    stages: stages.rows.map((from) => stageOf(stages, from, findings)),
    groups: groups.rows.map((from) =>
      place(from, { code: textIn(from, 'code'), name: textIn(from, 'name'), weight: numberIn(from, 'weight') }),
    ),
    criteria: criteria.rows.map((from) => criterionOf(criteria, from, levels, findings)),
    items: ofKind('bonus', 'deduction').map((from) => itemOf(bonus, from, findings)),
    cap: capOf('cap'),
    deductionCap: capOf('deduction-cap'),
  };
}

function levelsOf({ rows }: ReadSheet): ReadonlyMap<string, CriterionLevel[]> {
  const levels = new Map<string, CriterionLevel[]>();
  for (const row of rows.filter(({ unread }) => unread.size === 0)) {
    const of = textIn(row, 'criterion');
    const level = { name: textIn(row, 'name'), mark: numberIn(row, 'mark'), wording: textIn(row, 'wording') };
    levels.set(of, [...(levels.get(of) ?? []), level]);
  }
  return levels;
}

/** Fields that are filled together: the empty ones of them are findings. True where one is. */
function torn(sheet: ReadSheet, from: ReadRow, fields: readonly string[], findings: CellFinding[]): boolean {
  const empty = fields.filter((field) => from.values[field] === undefined && !from.unread.has(field));
  if (empty.length === 0 || fields.every((field) => from.values[field] === undefined)) return false;
  for (const field of empty)
    findings.push(findingAt(sheet.key, [from.row, sheet.columns[field] ?? 1], 'rubric.cell.together'));
  return true;
}

const TRIM = ['highest', 'lowest', 'minimumKept'];

function stageOf(sheet: ReadSheet, from: ReadRow, findings: CellFinding[]): Placed<Stage> {
  const { values } = from;
  const { highest, lowest, minimumKept, per } = values;
  const hasTrim = [highest, lowest, minimumKept, per].some((value) => value !== undefined);
  const lacking = torn(sheet, from, per === undefined ? TRIM : [...TRIM, 'per'], findings);
  const stage = {
    code: textIn(from, 'code'),
    name: textIn(from, 'name'),
    mode: values['mode'],
    share: numberIn(from, 'share'),
    trim: hasTrim ? given({ highest, lowest, minimumKept, per }) : undefined,
    minimumPanel: values['minimumPanel'],
  };
  return place(from, stage, lacking);
}

function criterionOf(
  sheet: ReadSheet,
  from: ReadRow,
  levels: ReadonlyMap<string, CriterionLevel[]>,
  findings: CellFinding[],
): Placed<Criterion> {
  const { low, high, ...values } = from.values;
  const lacking = torn(sheet, from, ['low', 'high'], findings);
  const criterion = {
    ...values,
    code: textIn(from, 'code'),
    name: textIn(from, 'name'),
    weight: numberIn(from, 'weight'),
    max: numberIn(from, 'max'),
    commentOutside: low === undefined || high === undefined ? undefined : { low, high },
    levels: levels.get(textIn(from, 'code')),
  };
  return place(from, criterion, lacking);
}

/** An item needs the code and the name that a cap has no use for. */
function itemOf(sheet: ReadSheet, from: ReadRow, findings: CellFinding[]): Placed<BonusItem> {
  const { kind, code, name } = from.values;
  const empty = ['code', 'name'].filter((field) => from.values[field] === undefined && !from.unread.has(field));
  for (const field of empty)
    findings.push(findingAt('bonus', [from.row, sheet.columns[field] ?? 1], 'rubric.cell.empty'));
  const item = { code, name, max: numberIn(from, 'max'), kind: kind === 'deduction' ? kind : undefined };
  return place(from, item, empty.length > 0);
}

/** What goes into a policy: sound rows, no more of them than a policy takes. */
function soundRubric({ stages, groups, criteria, items, cap, deductionCap }: PlacedRubric): Rubric {
  const sound = <T>(placed: readonly Placed<T>[], most: number): T[] =>
    placed.flatMap(({ is, sound: whole }) => (whole ? [is] : [])).slice(0, most);
  const some = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);
  return given({
    criteria: sound(criteria, RUBRIC_SHEETS.criteria.most),
    groups: some(sound(groups, RUBRIC_SHEETS.groups.most)),
    stages: some(sound(stages, RUBRIC_SHEETS.stages.most)),
    bonus: given({
      cap: cap?.is.max ?? 0,
      deductionCap: deductionCap?.sound === true ? deductionCap.is.max : undefined,
      items: sound(items, 20),
    }),
  });
}
