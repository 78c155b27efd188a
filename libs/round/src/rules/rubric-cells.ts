import { type FormFields, type FormSheet, formSheet, guideSheet } from '@daegaejo/platform/rules';
import type { Criterion, CriterionGroup, Stage } from './criterion.js';
import type { Rubric } from './policy.js';
import { RUBRIC_SHEET_KEYS, RUBRIC_SHEETS, type RubricSheetKey } from './rubric-sheets.js';

/** 3000 hundredths → the figure 30. */
const figure = (hundredths: number | undefined): number | undefined =>
  hundredths === undefined ? undefined : hundredths / 100;

const stageRow = ({ code, name, mode, share, trim, minimumPanel }: Stage): FormFields => ({
  code,
  name,
  mode,
  share: figure(share),
  highest: trim?.highest,
  lowest: trim?.lowest,
  minimumKept: trim?.minimumKept,
  per: trim?.per,
  minimumPanel,
});

const groupRow = ({ code, name, weight }: CriterionGroup): FormFields => ({ code, name, weight: figure(weight) });

const criterionRow = (criterion: Criterion): FormFields => ({
  code: criterion.code,
  name: criterion.name,
  weight: figure(criterion.weight),
  max: figure(criterion.max),
  group: criterion.group,
  stage: criterion.stage,
  kind: criterion.kind,
  floor: figure(criterion.floor),
  low: figure(criterion.commentOutside?.low),
  high: figure(criterion.commentOutside?.high),
  guidance: criterion.guidance,
});

const levelRows = ({ code: criterion, levels = [] }: Criterion): FormFields[] =>
  levels.map(({ name, mark, wording }) => ({ criterion, name, mark: figure(mark), wording }));

function bonusRows({ cap, deductionCap, items }: Rubric['bonus']): FormFields[] {
  const rows = items.map(({ code, name, max, kind = 'bonus' }) => ({ kind, code, name, max }));
  const caps = [
    { kind: 'cap', max: cap },
    ...(deductionCap === undefined ? [] : [{ kind: 'deduction-cap', max: deductionCap }]),
  ];
  return [...rows, ...caps].map((row) => ({ ...row, max: figure(row.max) }));
}

/** A scale as the sheets of a workbook (평가지표·배점), points as figures. */
export function rubricSheets({ criteria, groups = [], stages = [], bonus }: Rubric): FormSheet[] {
  const rows: Readonly<Record<RubricSheetKey, readonly FormFields[]>> = {
    stages: stages.map(stageRow),
    groups: groups.map(groupRow),
    criteria: criteria.map(criterionRow),
    levels: criteria.flatMap(levelRows),
    bonus: bonusRows(bonus),
  };
  return RUBRIC_SHEET_KEYS.map((key) => formSheet(RUBRIC_SHEETS[key], rows[key]));
}

/** The empty form: the same sheets with their headings alone, and one that explains every column. */
export function rubricForm(): FormSheet[] {
  const forms = Object.values(RUBRIC_SHEETS);
  return [...forms.map((form) => formSheet(form, [])), guideSheet(forms)];
}
