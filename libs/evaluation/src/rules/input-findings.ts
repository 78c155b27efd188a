import { formatScore, type Finding } from '@daegaejo/platform/rules';
import { criteriaOf, MAIN_STAGE, type Stage, stagesOf } from '@daegaejo/round/rules';
import {
  type AggregateInput,
  type AggregatePolicy,
  byText,
  isCount,
  type PlanInput,
  requiredSheets,
  type SheetInput,
} from './aggregate-input.js';
import { checkMarks, type Mark } from './marks.js';

/** Complete, in range and in the policy's order: spares the sheets in which nothing is wrong the search for what is. */
function isFine(policy: AggregatePolicy, stage: string, marks: readonly Mark[]): boolean {
  const criteria = criteriaOf(policy, stage);
  return (
    marks.length === criteria.length &&
    criteria.every(({ code, max }, i) => {
      const given = marks[i];
      return given?.criterion === code && given.mark !== null && isCount(given.mark) && given.mark <= max;
    })
  );
}

const stageOfSheet = ({ stage }: SheetInput): string => stage ?? MAIN_STAGE;

/** "sheets[E2]", and in a stage of another name "sheets[talk/E2]": an alias may come again in every stage. */
const nameOf = (sheet: SheetInput): string =>
  stageOfSheet(sheet) === MAIN_STAGE ? sheet.evaluator : `${stageOfSheet(sheet)}/${sheet.evaluator}`;

function sheetFindings(policy: AggregatePolicy, { label, sheets }: PlanInput, path: string): Finding[] {
  const findings: Finding[] = [];
  const stages = stagesOf(policy);
  const known = new Set(stages.map(({ code }) => code));
  const valid = new Map<string, Set<string>>(stages.map(({ code }) => [code, new Set()]));
  const seen = new Set<string>();
  for (const sheet of [...sheets].sort((a, b) => byText(nameOf(a), nameOf(b)))) {
    const { evaluator, marks } = sheet;
    const stage = stageOfSheet(sheet);
    const field = `${path}.sheets[${nameOf(sheet)}]`;
    if (seen.has(nameOf(sheet)))
      findings.push({ field, code: 'aggregate.sheet.duplicate', params: { plan: label, evaluator } });
    seen.add(nameOf(sheet));
    if (!known.has(stage)) {
      findings.push({ field, code: 'aggregate.sheet.stage', params: { plan: label, evaluator, stage } });
      continue;
    }
    const { abstention } = policy.scoring;
    const faults = isFine(policy, stage, marks)
      ? []
      : checkMarks(policy.criteria, marks, { complete: true, stage, abstention, words: false });
    if (faults.length === 0) valid.get(stage)?.add(evaluator);
    for (const fault of faults) findings.push({ ...fault, field: `${field}.${fault.field}` });
  }
  for (const stage of stages) {
    findings.push(...panelFindings(policy, stage, { label, sheets: valid.get(stage.code)?.size ?? 0, path }));
    findings.push(...abstentionFindings(policy, stage, { label, sheets, path }));
  }
  return findings;
}

function panelFindings(
  policy: AggregatePolicy,
  { code: stage, name }: Stage,
  { label, sheets, path }: { label: string; sheets: number; path: string },
): Finding[] {
  const required = requiredSheets(policy, stage);
  if (sheets >= required) return [];
  const params = { plan: label, sheets, required };
  return policy.stages === undefined
    ? [{ field: `${path}.sheets`, code: 'panel.too-small', params }]
    : [
        {
          field: `${path}.stages[${stage}].sheets`,
          code: 'panel.stage-too-small',
          params: { ...params, stage: name },
        },
      ];
}

/** A criterion on which everybody abstained has no mean, and above all not 0. */
function abstentionFindings(
  policy: AggregatePolicy,
  { code: stage }: Stage,
  { label, sheets, path }: { label: string; sheets: readonly SheetInput[]; path: string },
): Finding[] {
  if (policy.scoring.abstention !== 'mean-of-others') return [];
  const marks = sheets.filter((sheet) => stageOfSheet(sheet) === stage).flatMap((sheet) => sheet.marks);
  return criteriaOf(policy, stage).flatMap(({ code: criterion, name }): Finding[] => {
    const given = marks.filter((mark) => mark.criterion === criterion);
    return given.length > 0 && given.every(({ mark }) => mark === null)
      ? [
          {
            field: `${path}.criteria[${criterion}]`,
            code: 'aggregate.abstained-by-all',
            params: { plan: label, criterion, name },
          },
        ]
      : [];
  });
}

function bonusFindings({ bonus }: AggregatePolicy, { label, bonuses }: PlanInput, path: string): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const { code: item, points } of [...bonuses].sort((a, b) => byText(a.code, b.code))) {
    const field = `${path}.bonuses[${item}]`;
    const params = { plan: label, bonus: item };
    if (!bonus.items.some(({ code }) => code === item))
      findings.push({ field, code: 'aggregate.bonus.unknown', params });
    if (seen.has(item)) findings.push({ field, code: 'aggregate.bonus.duplicate', params });
    seen.add(item);
    if (!Number.isSafeInteger(points) || points < 0)
      findings.push({ field, code: 'aggregate.bonus.range', params: { ...params, min: formatScore(0) } });
  }
  return findings;
}

/**
 * Why a round cannot be ranked (convention). One faulty sheet refuses the whole: leaving it out silently, or counting
 * what is missing as 0, would change the ranking. Paths name records by id ("plans[p1].sheets[E2].marks[0].mark"),
 * so they do not depend on the order of the input.
 */
export function inputFindings({ policy, plans }: AggregateInput): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const plan of [...plans].sort((a, b) => byText(a.planId, b.planId))) {
    const path = `plans[${plan.planId}]`;
    if (seen.has(plan.planId))
      findings.push({ field: path, code: 'aggregate.plan.duplicate', params: { plan: plan.label } });
    seen.add(plan.planId);
    findings.push(...sheetFindings(policy, plan, path), ...bonusFindings(policy, plan, path));
  }
  return findings;
}
