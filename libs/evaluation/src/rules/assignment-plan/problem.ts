/** A plan (혁신계획) and how many evaluators (평가위원) it wants. */
export interface PlanDemand {
  readonly id: string;
  /** Evaluators wanted, exactly; fixed ones count. */
  readonly reviews: number;
  /** Technical fields the plan touches (기술분야 codes); may be empty. */
  readonly fields: readonly string[];
}

/** An evaluator and how many plans he may carry. */
export interface EvaluatorSupply {
  readonly id: string;
  /** 산업계, as opposed to 학계 and 연구계. */
  readonly industry: boolean;
  readonly fields: readonly string[];
  /** Fewest and most plans, both hard; fixed ones count. */
  readonly minLoad: number;
  readonly maxLoad: number;
}

/** [plan id, evaluator id]. */
export type IdPair = readonly [planId: string, evaluatorId: string];

/** At least `of` of every `per` evaluators of a plan, rounded up per plan. */
export interface IndustryShare {
  readonly of: number;
  readonly per: number;
}

/** The usual share: 산업계 1/3 이상 (convention, after 산업기술혁신사업 평가관리지침). */
export const USUAL_INDUSTRY_SHARE: IndustryShare = { of: 1, per: 3 };

export interface AssignmentRules {
  readonly industryShare: IndustryShare | null;
  /** At least so many evaluators of a plan have a field in common with it; asked only of plans that name a field. */
  readonly fieldsPerPlan: number;
  /** Pairs of evaluators that never sit on the same plan: same institution, former supervisor, … */
  readonly notTogether: readonly (readonly [evaluatorId: string, evaluatorId: string])[];
}

/** Costs of some pairs; every other pair costs what its field mismatch does. */
export interface SparseCosts {
  readonly kind: 'sparse';
  readonly pairs: readonly (readonly [planId: string, evaluatorId: string, cost: number])[];
  /** Cost of each field of the plan the evaluator does not have; default 1. */
  readonly perMissingField?: number;
}

/** Costs of all pairs, row by row: plans in the order given, within a plan the evaluators in the order given. */
export interface DenseCosts {
  readonly kind: 'dense';
  readonly costs: Uint8Array | Uint16Array | Uint32Array | Int32Array;
}

export interface AssignmentProblem {
  readonly plans: readonly PlanDemand[];
  readonly evaluators: readonly EvaluatorSupply[];
  /** Pairs that must not be: 제척·기피·회피. */
  readonly conflicts: readonly IdPair[];
  /** Pairs that are assigned already and stay. */
  readonly fixed: readonly IdPair[];
  /** Lower is better; whole numbers from 0 to `HIGHEST_COST`. Default: one for each field missed. */
  readonly preferences?: SparseCosts | DenseCosts;
  readonly rules: AssignmentRules;
}

export interface AssignmentOptions {
  /** Draws among equally good assignments (추첨); the same seed gives the same assignment. Default 0. */
  readonly seed?: number;
  /**
   * How long to look for a proof where the rules do not form a flow, in plans looked at; default 200,000 (about a
   * second). What is not proven by then comes back with its gap.
   */
  readonly effort?: number;
}

/** Highest cost of a pair: sums of costs and prices stay exact far below 2^53. */
export const HIGHEST_COST = 1_000_000;
