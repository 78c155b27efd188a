import { type Answer, type Method, rounded, roundedOrNull, shortfall } from './answer.js';
import { type Frame, frameOf, type StageFrame } from './frame.js';
import type { AnalysisInput } from './input.js';
import { type Intraclass, intraclass, type WithInterval } from './intraclass.js';
import { alphaInterval, intervalAlpha } from './krippendorff.js';
import { type Random, randomOf, STREAMS } from './random.js';

const METHOD: Method = {
  method: 'agreement',
  reference: "Krippendorff's alpha (interval metric), Krippendorff 2011; ICC(2,1), ICC(2,k): Shrout, Fleiss 1979",
};

/** Fewest plans with two marks or more: of five units there are 126 different resamples, of four 35. */
export const AGREEMENT_PLANS = 5;
/** Share of the resamples (and level of the F-based limits) between the two ends of an interval. */
export const AGREEMENT_LEVEL = 0.95;

export type AgreementWord = 'good' | 'fair' | 'poor';

/** Krippendorff 2004: rely on 0.800 and above, draw tentative conclusions from 0.667, none below. */
export const ALPHA_WORDS = { good: 0.8, fair: 0.667 } as const;
/** Koo, Li 2016, doi 10.1016/j.jcm.2016.02.012: good from 0.75, moderate from 0.50. */
export const ICC_WORDS = { good: 0.75, fair: 0.5 } as const;

/** A coefficient in words. */
export function agreementWord(value: number, { good, fair }: typeof ALPHA_WORDS | typeof ICC_WORDS): AgreementWord {
  return value >= good ? 'good' : value >= fair ? 'fair' : 'poor';
}

/** Agreement on one criterion, or on the sheet totals of a stage. */
export interface Agreement {
  readonly stage: string;
  /** Null = the sheet totals. */
  readonly criterion: string | null;
  readonly name: string | null;
  /** Plans with at least two marks, and the marks on them; an abstention is no mark. */
  readonly plans: number;
  readonly marks: number;
  /** Null = too few plans, or all marks alike. */
  readonly alpha: number | null;
  readonly alphaInterval: readonly [number, number] | null;
  readonly alphaWord: AgreementWord | null;
  /** One evaluator's mark, and the mean of all; null unless every evaluator of the stage marked every plan. */
  readonly icc21: WithInterval | null;
  readonly icc2k: WithInterval | null;
  readonly iccWord: AgreementWord | null;
}

export interface AgreementResult {
  readonly seed: number;
  readonly replicates: number;
  readonly level: number;
  readonly words: { readonly alpha: typeof ALPHA_WORDS; readonly icc: typeof ICC_WORDS };
  readonly criteria: readonly Agreement[];
  readonly totals: readonly Agreement[];
}

export interface AgreementOptions {
  readonly seed: number;
  readonly replicates?: number;
}

/** The values of a column by plan; what was not given is left out. */
function unitsOf({ start }: StageFrame, valueOf: (sheet: number) => number): number[][] {
  return Array.from({ length: start.length - 1 }, (_, plan) =>
    Array.from({ length: start[plan + 1]! - start[plan]! }, (_unused, i) => valueOf(start[plan]! + i)).filter(
      (value) => !Number.isNaN(value),
    ),
  );
}

/** The table of a crossed design: the plans marked at all, each by every evaluator of the stage; else null. */
function crossed({ evaluator }: StageFrame, units: readonly number[][]): number[][] | null {
  const judges = new Set(evaluator).size;
  const marked = units.filter(({ length }) => length > 0);
  return marked.length > 0 && marked.every(({ length }) => length === judges) ? marked : null;
}

function roundedInterval({ value, low, high }: WithInterval): WithInterval {
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}

function agreementOf(
  stage: StageFrame,
  valueOf: (sheet: number) => number,
  { replicates }: { readonly replicates: number },
  random: Random,
): Omit<Agreement, 'criterion' | 'name'> {
  const units = unitsOf(stage, valueOf);
  const paired = units.filter(({ length }) => length >= 2);
  const enough = paired.length >= AGREEMENT_PLANS;
  const alpha = enough ? roundedOrNull(intervalAlpha(paired)) : null;
  const interval = alpha === null ? null : alphaInterval(paired, { level: AGREEMENT_LEVEL, replicates }, random);
  const table = enough ? crossed(stage, units) : null;
  const icc: Intraclass | null = table && intraclass(table, AGREEMENT_LEVEL);
  return {
    stage: stage.code,
    plans: paired.length,
    marks: paired.reduce((sum, { length }) => sum + length, 0),
    alpha,
    alphaInterval: interval && [rounded(interval[0]), rounded(interval[1])],
    alphaWord: alpha === null ? null : agreementWord(alpha, ALPHA_WORDS),
    icc21: icc && roundedInterval(icc.icc21),
    icc2k: icc && roundedInterval(icc.icc2k),
    iccWord: icc && agreementWord(icc.icc21.value, ICC_WORDS),
  };
}

/** The agreement in a round that is already in order. */
export function agreementOfFrame(frame: Frame, options: AgreementOptions): Answer<AgreementResult> {
  const { seed, replicates = 2000 } = options;
  const shared = frame.stages.map(
    ({ start }) => frame.plans.filter((_, plan) => start[plan + 1]! - start[plan]! >= 2).length,
  );
  const lack = shortfall(
    METHOD,
    { plansWithTwoSheets: AGREEMENT_PLANS, replicates: 1 },
    { plansWithTwoSheets: Math.max(0, ...shared), replicates },
  );
  if (lack) return lack;
  const random = randomOf(seed, STREAMS.agreement);
  const criteria = frame.stages.flatMap((stage) =>
    stage.criteria.map(({ code, name, max }, c): Agreement => {
      const markOf = (sheet: number): number => (stage.given[sheet * stage.criteria.length + c]! * max) / 100;
      return { criterion: code, name, ...agreementOf(stage, markOf, { replicates }, random) };
    }),
  );
  const totals = frame.stages.map((stage): Agreement => {
    const totalOf = (sheet: number): number => stage.totals[sheet]!;
    return { criterion: null, name: null, ...agreementOf(stage, totalOf, { replicates }, random) };
  });
  return {
    ...METHOD,
    status: 'ok',
    seed,
    replicates,
    level: AGREEMENT_LEVEL,
    words: { alpha: ALPHA_WORDS, icc: ICC_WORDS },
    criteria,
    totals,
  };
}

/**
 * How far the evaluators agree, criterion by criterion and on the totals. A criterion with poor agreement is one to word
 * better next year; it says nothing about who was right.
 */
export function agreement(input: AnalysisInput, options: AgreementOptions): Answer<AgreementResult> {
  return agreementOfFrame(frameOf(input), options);
}
