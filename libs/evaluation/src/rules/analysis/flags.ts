import { byText } from '../aggregate-input.js';
import { type Answer, deviationOf, medianOf, type Method, rounded, shortfall } from './answer.js';
import { type CopiedComment, copiedComments } from './copied-comments.js';
import { type Frame, frameOf, type StageFrame } from './frame.js';
import type { AnalysisInput } from './input.js';

const METHOD: Method = {
  method: 'sheet-flags',
  reference: 'careless responding: Meade, Craig 2012, doi 10.1037/a0028085; text reuse: Broder 1997 (resemblance)',
};

/** Fewest sheets an evaluator must have in a stage before a habit is seen in them. */
export const HABIT_SHEETS = 3;
/** Fewest marks on a sheet for their being alike to mean anything. */
export const HABIT_MARKS = 3;
/** Widest range of mark ÷ highest mark on a sheet that counts as all alike, and share of such sheets that is flagged. */
export const SAME_FRACTION = { range: 0.01, sheets: 0.8 } as const;
/** Fewest sheets for a deviation of totals, and how small against the panel's median deviation is flagged. */
export const CONSTANT_TOTALS = { sheets: 5, ofMedian: 0.1 } as const;
/** Fewest timed sheets of a stage for a median, and how short against it is flagged. */
export const QUICK = { sheets: 5, ofMedian: 0.2 } as const;

/** (Almost) every sheet of an evaluator has the same share of the highest mark on all criteria. */
export interface SameFraction {
  readonly kind: 'same-fraction';
  readonly evaluator: string;
  readonly stage: string;
  readonly sheets: number;
  readonly alike: number;
}

/** An evaluator's totals hardly differ between plans. Deviations in points. */
export interface ConstantTotals {
  readonly kind: 'constant-totals';
  readonly evaluator: string;
  readonly stage: string;
  readonly sheets: number;
  readonly deviation: number;
  readonly panelMedian: number;
}

/** A sheet submitted much sooner after its opening than is usual in the panel. */
export interface QuickSheet {
  readonly kind: 'quick';
  readonly evaluator: string;
  readonly planId: string;
  readonly stage: string;
  readonly minutes: number;
  readonly panelMedian: number;
}

export type Flag = SameFraction | ConstantTotals | QuickSheet | CopiedComment;

export interface Flags {
  readonly flags: readonly Flag[];
  /** Sheets with both instants; the others cannot be flagged as quick. */
  readonly timedSheets: number;
  /** False = so many different comments that only equal ones were looked for. */
  readonly nearlyEqualCompared: boolean;
}

/** The sheets of a stage by evaluator, in the frame's order. */
function sheetsByEvaluator({ evaluator }: StageFrame): Map<number, number[]> {
  const sheets = new Map<number, number[]>();
  evaluator.forEach((who, sheet) => {
    const own = sheets.get(who);
    if (own) own.push(sheet);
    else sheets.set(who, [sheet]);
  });
  return new Map([...sheets].sort(([a], [b]) => a - b));
}

function sameFractions({ evaluators }: Frame, stage: StageFrame): SameFraction[] {
  const width = stage.criteria.length;
  const rangeOf = (sheet: number): number => {
    const marks = [...stage.given.subarray(sheet * width, (sheet + 1) * width)].filter((mark) => !Number.isNaN(mark));
    return marks.length < HABIT_MARKS ? Number.NaN : Math.max(...marks) - Math.min(...marks);
  };
  return [...sheetsByEvaluator(stage)].flatMap(([who, own]): SameFraction[] => {
    const ranges = own.map(rangeOf).filter((range) => !Number.isNaN(range));
    const alike = ranges.filter((range) => range <= SAME_FRACTION.range + 1e-9).length;
    if (ranges.length < HABIT_SHEETS || alike < SAME_FRACTION.sheets * ranges.length) return [];
    return [{ kind: 'same-fraction', evaluator: evaluators[who]!, stage: stage.code, sheets: ranges.length, alike }];
  });
}

function constantTotals({ evaluators }: Frame, stage: StageFrame): ConstantTotals[] {
  const panel = [...sheetsByEvaluator(stage)].flatMap(([who, own]) => {
    const totals = own.map((sheet) => stage.totals[sheet]!).filter((total) => !Number.isNaN(total));
    return totals.length < CONSTANT_TOTALS.sheets
      ? []
      : [{ who, sheets: totals.length, deviation: deviationOf(totals) }];
  });
  const median = medianOf(panel.map(({ deviation }) => deviation));
  return panel
    .filter(({ deviation }) => panel.length > 1 && deviation <= CONSTANT_TOTALS.ofMedian * median + 1e-9)
    .map(({ who, sheets, deviation }) => ({
      kind: 'constant-totals',
      evaluator: evaluators[who]!,
      stage: stage.code,
      sheets,
      deviation: rounded(deviation),
      panelMedian: rounded(median),
    }));
}

/** Minutes from opening to submission by sheet; a sheet without both instants, or with them reversed, has none. */
function timedSheets({ sheets }: AnalysisInput) {
  return sheets
    .map(({ evaluator, planId, stage, openedAt, submittedAt }) => ({
      evaluator,
      planId,
      stage,
      minutes: (Date.parse(submittedAt ?? '') - Date.parse(openedAt ?? '')) / 60_000,
    }))
    .filter(({ minutes }) => minutes >= 0)
    .sort((a, b) => byText(a.evaluator, b.evaluator) || byText(a.planId, b.planId));
}

function quickSheets(timed: ReturnType<typeof timedSheets>, stage: string): QuickSheet[] {
  const own = timed.filter((sheet) => sheet.stage === stage);
  if (own.length < QUICK.sheets) return [];
  const median = medianOf(own.map(({ minutes }) => minutes));
  return own
    .filter(({ minutes }) => minutes < QUICK.ofMedian * median)
    .map((sheet) => ({ kind: 'quick', ...sheet, minutes: rounded(sheet.minutes, 2), panelMedian: rounded(median, 2) }));
}

/** The flags of a round that is already in order. */
export function flagsOfFrame(frame: Frame, input: AnalysisInput): Answer<Flags> {
  const lack = shortfall(METHOD, { sheets: HABIT_SHEETS }, { sheets: input.sheets.length });
  if (lack) return lack;
  const timed = timedSheets(input);
  const copied = copiedComments(input);
  return {
    ...METHOD,
    status: 'ok',
    flags: [
      ...frame.stages.flatMap((stage) => sameFractions(frame, stage)),
      ...frame.stages.flatMap((stage) => constantTotals(frame, stage)),
      ...frame.stages.flatMap(({ code }) => quickSheets(timed, code)),
      ...copied.flags,
    ],
    timedSheets: timed.length,
    nearlyEqualCompared: copied.nearlyEqual,
  };
}

/**
 * Sheets somebody may want to look at, with the figures that say why. For the chair only. A flag is a hint and never a
 * verdict: all marks alike may be an honest view, and a quick sheet may have been thought over on paper.
 */
export function flagsOf(input: AnalysisInput): Answer<Flags> {
  return flagsOfFrame(frameOf(input), input);
}
