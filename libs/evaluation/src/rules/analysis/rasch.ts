import { type Answer, type Method, type NotEnoughData, rounded, roundedOrNull, shortfall } from './answer.js';
import { componentsOf } from './components.js';
import { type Frame, frameOf, type StageFrame } from './frame.js';
import type { AnalysisInput } from './input.js';
import { type RaschData, raschData, SIGNS } from './rasch-data.js';
import { measureExtreme } from './rasch-extreme.js';
import { fitRasch, type RaschFit } from './rasch-fit.js';

const METHOD: Method = {
  method: 'many-facet-rasch',
  reference: 'Linacre 1989, Many-Facet Rasch Measurement (rating scale: Andrich 1978); cf. Tesio et al. 2015',
};

/** Below these the measures are mostly error (cf. Linacre 1994: 30 marks for a measure good to one logit). */
export const RASCH_NEED = {
  plans: 5,
  evaluators: 3,
  criteria: 2,
  /** On average thirty marks for each of the three evaluators, and a few more. */
  marks: 100,
  /** With two, a mark only says high or low, and the scale of the sheets is gone. */
  categories: 3,
  /** Share of the plans in the largest linked group: less than all, and some can be compared with none. */
  linkedShare: 1,
} as const;

/** Bins the marks are put in before rare ones are taken together; 11 = tenths of the highest mark. */
export interface RaschOptions {
  readonly bins?: number;
}

/** An element of a facet on the common scale. */
export interface RaschMeasure {
  /** Plan id, evaluator's alias or code of the criterion. */
  readonly id: string;
  /** Logits: + = better plan, more severe evaluator, harder criterion; null = no figure for it. */
  readonly measure: number | null;
  readonly standardError: number | null;
  /** Mean squares, 1 = as the model expects, above = less predictable; null for extreme elements. */
  readonly infit: number | null;
  readonly outfit: number | null;
  readonly marks: number;
  /** All its marks are in an end category: the measure is a convention (0.3 score points inwards), not an estimate. */
  readonly extreme: boolean;
}

/** A category: neighbouring bins taken together, as the range of mark ÷ highest mark their middles span. */
export interface RaschCategory {
  readonly from: number;
  readonly to: number;
  readonly marks: number;
  /** Logits of the step into it; null for the lowest. */
  readonly threshold: number | null;
}

export type RaschStage =
  | (NotEnoughData & { readonly stage: string })
  | {
      readonly status: 'ok';
      readonly stage: string;
      readonly bins: number;
      readonly marks: number;
      readonly categories: readonly RaschCategory[];
      readonly iterations: number;
      /** False = nothing here may be relied on. */
      readonly converged: boolean;
      readonly plans: readonly RaschMeasure[];
      readonly evaluators: readonly RaschMeasure[];
      readonly criteria: readonly RaschMeasure[];
    };

export interface RaschResult {
  /** Each stage by itself: panels with different criteria have no common scale. */
  readonly stages: readonly RaschStage[];
}

/** Share of the elements with fitted marks that are in the largest linked group. */
function linkedShare({ elements, fitted, sizes }: RaschData): number {
  const [plans, evaluators] = [fitted.map((mark) => elements[0][mark]!), fitted.map((mark) => elements[1][mark]!)];
  const { ofPlan, count } = componentsOf(plans, evaluators, sizes[0], sizes[1]);
  const members = Array.from({ length: count }, () => 0);
  for (const group of ofPlan) if (group >= 0) members[group] = members[group]! + 1;
  const all = members.reduce((sum, size) => sum + size, 0);
  return all === 0 ? 0 : Math.max(...members) / all;
}

function haveOf(data: RaschData): Record<keyof typeof RASCH_NEED, number> {
  const distinct = (facet: 0 | 1 | 2): number => new Set(data.fitted.map((mark) => data.elements[facet][mark]!)).size;
  return {
    plans: distinct(0),
    evaluators: distinct(1),
    criteria: distinct(2),
    marks: data.fitted.length,
    categories: data.ranges.length,
    linkedShare: rounded(linkedShare(data)),
  };
}

function measuresOf(data: RaschData, fit: RaschFit, facet: 0 | 1 | 2, ids: readonly string[]): RaschMeasure[] {
  const marks = new Int32Array(ids.length);
  for (const at of data.elements[facet]) marks[at] = marks[at]! + 1;
  return ids.flatMap((id, at): RaschMeasure[] => {
    if (marks[at] === 0) return [];
    const fitted = fit.elements[facet].get(at);
    const extreme = data.extreme[facet][at] === 1;
    const own = fitted ?? (extreme ? measureExtreme(data, fit, facet, at) : null);
    return [
      {
        id,
        measure: own && roundedOrNull(SIGNS[facet] * own.lift),
        standardError: own && roundedOrNull(own.error),
        infit: fitted ? roundedOrNull(fitted.infit) : null,
        outfit: fitted ? roundedOrNull(fitted.outfit) : null,
        marks: marks[at]!,
        extreme,
      },
    ];
  });
}

function raschOfStage(frame: Frame, stage: StageFrame, bins: number): RaschStage {
  const data = raschData(stage, frame.evaluators.length, frame.plans.length, bins);
  const lack = shortfall(METHOD, RASCH_NEED, haveOf(data));
  if (lack) return { ...lack, stage: stage.code };
  const fit = fitRasch(data);
  const share = (bin: number): number => rounded(bin / (bins - 1));
  return {
    status: 'ok',
    stage: stage.code,
    bins,
    marks: data.fitted.length,
    categories: data.ranges.map(({ first, last, marks }, k) => ({
      from: share(first),
      to: share(last),
      marks,
      threshold: k === 0 ? null : rounded(fit.thresholds[k]!),
    })),
    iterations: fit.iterations,
    converged: fit.converged,
    plans: measuresOf(
      data,
      fit,
      0,
      frame.plans.map(({ planId }) => planId),
    ),
    evaluators: measuresOf(data, fit, 1, frame.evaluators),
    criteria: measuresOf(
      data,
      fit,
      2,
      stage.criteria.map(({ code }) => code),
    ),
  };
}

/** The measures of a round that is already in order. */
export function raschOfFrame(frame: Frame, { bins = 11 }: RaschOptions = {}): Answer<RaschResult> {
  if (!Number.isInteger(bins) || bins < 5 || bins > 11) throw new RangeError('marks are put in 5 to 11 bins');
  const stages = frame.stages.map((stage) => raschOfStage(frame, stage, bins));
  const none = stages.find((stage) => stage.status !== 'ok');
  if (none?.status === 'not-enough-data' && stages.every(({ status }) => status !== 'ok'))
    return { ...METHOD, status: 'not-enough-data', need: none.need, have: none.have };
  return { ...METHOD, status: 'ok', stages };
}

/**
 * Severity on a scale of its own: many-facet Rasch, stage by stage. Marks are put in bins of equal width by mark ÷ highest
 * mark, and bins with fewer than ten marks are taken together with a neighbour; an abstention is no mark. Evaluators and
 * criteria lie around 0. Shown beside the result and never in place of it.
 */
export function raschOf(input: AnalysisInput, options?: RaschOptions): Answer<RaschResult> {
  return raschOfFrame(frameOf(input), options);
}
