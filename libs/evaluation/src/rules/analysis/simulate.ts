import type { AnalysisInput, AnalysisSheet } from './input.js';
import { randomOf, STREAMS } from './random.js';

/** A made-up round with a known truth, to try an analysis on. Points as on a sheet total of 100. */
export interface Simulation {
  readonly seed: number;
  readonly plans: number;
  readonly evaluators: number;
  /** Sheets per plan; all evaluators when left out. Evaluators are dealt in turn, so that plans are linked. */
  readonly perPlan?: number;
  readonly quota?: number;
  /** Standard deviations of the plans, of the evaluators' severity and of single marks. */
  readonly spread?: { readonly plans: number; readonly evaluators: number; readonly marks: number };
}

/**
 * A round of one stage with one criterion, written as a table: by plan, what each evaluator (E1, E2, …) gave in points of
 * 100; null = no sheet. No trimming unless said.
 */
export function tableRound(
  rows: Readonly<Record<string, readonly (number | null)[]>>,
  rest: Partial<AnalysisInput> = {},
): AnalysisInput {
  return {
    quota: 1,
    cutOff: null,
    criteria: [{ code: 'c1', name: 'c1', weight: 10_000, max: 10_000, stage: 'review' }],
    stages: [{ code: 'review', share: 10_000, trim: { highest: 0, lowest: 0, minimumKept: 1 } }],
    plans: Object.keys(rows).map((planId) => ({ planId, label: planId.toUpperCase(), bonus: 0 })),
    sheets: Object.entries(rows).flatMap(([planId, row]) =>
      row.flatMap((points, i): AnalysisSheet[] =>
        points === null ? [] : [{ planId, evaluator: `E${i + 1}`, stage: 'review', marks: [Math.round(points * 100)] }],
      ),
    ),
    ...rest,
  };
}

const WEIGHTS = [3000, 2500, 2000, 1500, 1000] as const;
const number = (prefix: string, i: number): string => `${prefix}${String(i + 1).padStart(5, '0')}`;

/** One stage of five criteria, marked in hundredths; the same seed gives the same round. */
export function simulateRound(simulation: Simulation): AnalysisInput {
  const { seed, plans, evaluators, perPlan = evaluators, quota = Math.ceil(plans / 3) } = simulation;
  const spread = simulation.spread ?? { plans: 5, evaluators: 4, marks: 6 };
  const { normal, below } = randomOf(seed, STREAMS.simulation);
  const qualities = Array.from({ length: plans }, () => 72 + spread.plans * normal());
  const severities = Array.from({ length: evaluators }, () => spread.evaluators * normal());
  const markOf = (max: number, points: number): number =>
    Math.round(Math.min(100, Math.max(0, points + spread.marks * normal())) * (max / 100));
  const sheets = qualities.flatMap((quality, plan): AnalysisSheet[] => {
    const first = perPlan === evaluators ? 0 : (plan * (perPlan - 1) + below(2)) % evaluators;
    return Array.from({ length: perPlan }, (_, i) => {
      const evaluator = (first + i) % evaluators;
      return {
        planId: number('p', plan),
        evaluator: number('E', evaluator),
        stage: 'review',
        marks: WEIGHTS.map((max) => markOf(max, quality - severities[evaluator]!)),
      };
    });
  });
  return {
    quota,
    cutOff: null,
    criteria: WEIGHTS.map((weight, i) => ({
      code: `c${i + 1}`,
      name: `c${i + 1}`,
      weight,
      max: weight,
      stage: 'review',
    })),
    stages: [{ code: 'review', share: 10_000, trim: { highest: 1, lowest: 1, minimumKept: 3 } }],
    plans: qualities.map((_, plan) => ({ planId: number('p', plan), label: `P${plan + 1}`, bonus: 0 })),
    sheets,
  };
}
