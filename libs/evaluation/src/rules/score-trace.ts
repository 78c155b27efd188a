import { formatScore } from '@daegaejo/platform/rules';
import { MAIN_STAGE } from '@daegaejo/round/rules';
import type { AggregatePolicy, PlanInput } from './aggregate-input.js';
import type { PlanScore } from './plan-score.js';
import { toText } from './rational.js';
import { type EvaluatorTotal, marksOn, type WeightedMark } from './sheet-total.js';
import type { StageScore } from './stage-score.js';
import type { TrimOutcome } from './trim.js';

/** One line of the recomputation sheet: what was done, and the arithmetic in figures (no words, so in no language). */
export interface TraceStep {
  readonly step: string;
  readonly detail: string;
}

/** A mark as it is reckoned with: "80.00", or for an abstention the mean of the others as a fraction. */
const markText = ({ mark, filled }: WeightedMark): string => (mark === null ? `(${filled ?? ''})` : formatScore(mark));

function abstentions(plan: PlanInput, { stage, sheets }: StageScore): TraceStep[] {
  const own = plan.sheets.filter((sheet) => (sheet.stage ?? MAIN_STAGE) === stage.code);
  return sheets.flatMap(({ evaluator, parts }) =>
    parts.flatMap(({ criterion, filled }): TraceStep[] => {
      if (filled === undefined) return [];
      const given = marksOn(criterion, own).sort((a, b) => a - b);
      const sum = given.map(formatScore).join(' + ');
      return [{ step: 'abstained', detail: `${evaluator}, ${criterion}: (${sum}) ÷ ${given.length} = ${filled}` }];
    }),
  );
}

function totalTrace({ evaluator, parts, total, display }: EvaluatorTotal): TraceStep {
  const terms = parts.map((part) => `${formatScore(part.weight)}×${markText(part)}/${formatScore(part.max)}`);
  return { step: 'total', detail: `${evaluator}: ${terms.join(' + ')} = ${total} ≈ ${formatScore(display)}` };
}

function trimTrace({ outcome, sheets, highest, lowest, kept, minimumKept }: TrimOutcome): TraceStep {
  if (outcome === 'not-configured') return { step: 'trim-none', detail: `${sheets}` };
  const rest = `${sheets} − ${highest} − ${lowest} = ${sheets - highest - lowest}`;
  const least = Math.max(1, minimumKept);
  if (outcome === 'applied') return { step: 'trim', detail: `${rest} ≥ ${least}` };
  return { step: 'trim-skipped', detail: `${rest} < ${least}; ${kept}` };
}

/** What was left out, and the mean of what stayed. */
function countedTrace(policy: AggregatePolicy, { sheets, trim, mean, criterionMeans }: StageScore): TraceStep[] {
  if (trim.per === 'criterion') {
    const columns = criterionMeans.map(({ criterion, mean: value }) => {
      const parts = sheets.flatMap((sheet) => sheet.parts.filter((part) => part.criterion === criterion));
      const kept = parts.filter(({ trimmed }) => trimmed === undefined).map(markText);
      const out = parts.flatMap((part) => (part.trimmed === undefined ? [] : [`${part.trimmed} ${markText(part)}`]));
      const left = out.length === 0 ? '' : `; ${out.join(', ')}`;
      return {
        step: 'trim-criterion',
        detail: `${criterion}: (${kept.join(' + ')}) ÷ ${kept.length} = ${toText(value)}${left}`,
      };
    });
    const terms = criterionMeans.map(({ criterion, mean: value }) => {
      const { weight = 0, max = 0 } = policy.criteria.find(({ code }) => code === criterion) ?? {};
      return `${formatScore(weight)}×(${toText(value)})/${formatScore(max)}`;
    });
    return [...columns, { step: 'mean', detail: `${terms.join(' + ')} = ${toText(mean)}` }];
  }
  const counted = sheets.filter(({ trimmed }) => trimmed === null);
  return [
    ...sheets
      .filter(({ trimmed }) => trimmed !== null)
      .map(({ evaluator, trimmed, total, sharedExtreme }) => ({
        step: `trim-${trimmed}${sharedExtreme ? '-shared' : ''}`,
        detail: `${evaluator}: ${total}`,
      })),
    {
      step: 'mean',
      detail: `(${counted.map(({ total }) => total).join(' + ')}) ÷ ${counted.length} = ${toText(mean)}`,
    },
  ];
}

function stageTrace(policy: AggregatePolicy, plan: PlanInput, score: StageScore): TraceStep[] {
  const steps = [
    ...abstentions(plan, score),
    ...score.sheets.map(totalTrace),
    trimTrace(score.trim),
    ...countedTrace(policy, score),
  ];
  if (policy.stages === undefined) return steps;
  return steps.map(({ step, detail }) => ({
    step: step === 'mean' ? 'stage-mean' : step,
    detail: `[${score.stage.code}] ${detail}`,
  }));
}

function overallTrace(stages: readonly StageScore[], mean: string): TraceStep {
  const terms = stages.map(({ stage, mean: own }) => `${formatScore(stage.share)}×(${toText(own)})/100.00`);
  return { step: 'mean', detail: `${terms.join(' + ')} = ${mean}` };
}

/** Items granted and their sum, capped: of bonus or of deductions. */
function grantTrace(
  step: 'bonus' | 'deduction',
  items: PlanScore['bonuses'],
  { sum, cap, granted }: { sum: number; cap: number; granted: number },
): TraceStep[] {
  return [
    ...items.map(({ code, claimed, max, granted: own }) => ({
      step,
      detail: `${code}: min(${formatScore(claimed)}, ${formatScore(max)}) = ${formatScore(own)}`,
    })),
    { step: `${step}-cap`, detail: `min(${formatScore(sum)}, ${formatScore(cap)}) = ${formatScore(granted)}` },
  ];
}

function settledTrace({ bonus: rules }: AggregatePolicy, score: Omit<PlanScore, 'trace'>): TraceStep[] {
  const { base, bonuses, bonusSum, bonusCap, bonus, final, deductions, deductionSum = 0, deduction } = score;
  const plus = `${formatScore(base)} + ${formatScore(bonus)}`;
  const added = grantTrace('bonus', bonuses, { sum: bonusSum, cap: bonusCap, granted: bonus });
  if (deductions === undefined || deduction === undefined)
    return [...added, { step: 'final', detail: `${plus} = ${formatScore(final)}` }];
  const rest = `${plus} − ${formatScore(deduction)}`;
  const detail = base + bonus < deduction ? `max(${rest}, 0.00)` : rest;
  return [
    ...added,
    ...grantTrace('deduction', deductions, { sum: deductionSum, cap: rules.deductionCap ?? 0, granted: deduction }),
    { step: 'final', detail: `${detail} = ${formatScore(final)}` },
  ];
}

function passTrace({ criteria }: AggregatePolicy, score: Omit<PlanScore, 'trace'>): TraceStep[] {
  const { final, cutOff, passesCutOff, failedFloors = [], criterionMeans } = score;
  return [
    cutOff === null
      ? { step: 'cut-off-none', detail: formatScore(final) }
      : { step: 'cut-off', detail: `${formatScore(final)} ${passesCutOff ? '≥' : '<'} ${formatScore(cutOff)}` },
    ...criteria.flatMap(({ code, floor }, i): TraceStep[] => {
      if (floor === undefined) return [];
      const failed = failedFloors.includes(code);
      const detail = `${code}: ${criterionMeans[i]?.mean ?? ''} ${failed ? '<' : '≥'} ${formatScore(floor)}`;
      return [{ step: failed ? 'floor-failed' : 'floor', detail }];
    }),
  ];
}

/** Every step from the marks to the final score, so that a person with a calculator comes to the same figure. */
export function traceOf(
  policy: AggregatePolicy,
  plan: PlanInput,
  stages: readonly StageScore[],
  score: Omit<PlanScore, 'trace'>,
): TraceStep[] {
  const { mean, base, roundingDigits, criterionMeans } = score;
  return [
    ...stages.flatMap((stage) => stageTrace(policy, plan, stage)),
    ...(policy.stages === undefined ? [] : [overallTrace(stages, mean)]),
    { step: 'base', detail: `${mean} → ${formatScore(base)} (${roundingDigits})` },
    ...settledTrace(policy, score),
    ...passTrace(policy, score),
    ...criterionMeans.map(({ criterion, mean: value, display }) => ({
      step: 'criterion-mean',
      detail: `${criterion}: ${value} ≈ ${formatScore(display)}`,
    })),
  ];
}
