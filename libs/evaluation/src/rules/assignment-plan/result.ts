/** One plan scored by one evaluator. */
export interface ProposedPair {
  readonly planId: string;
  readonly evaluatorId: string;
  readonly cost: number;
  /** Was assigned before. */
  readonly fixed: boolean;
}

export interface EvaluatorLoad {
  readonly evaluatorId: string;
  readonly load: number;
  readonly minLoad: number;
  readonly maxLoad: number;
  /**
   * What one place more with this evaluator would save in total cost (at most); below 0: what having to use him costs.
   * Why a plan did not get a cheaper evaluator: cost + price of the pairs it has is nowhere higher.
   */
  readonly price: number;
}

export interface LoadBalance {
  readonly lowest: number;
  readonly highest: number;
  /** Sum of squared loads: of two assignments of the same cost the smaller one is the more even. */
  readonly squares: number;
}

/** A set of plans and what it takes at least from a set of evaluators, or can give at most. */
export interface PlanPart {
  readonly planId: string;
  readonly reviews: number;
}

/** A constraint that cannot be met, and by how many reviews. */
export type Shortage =
  /** The plan wants more reviews than evaluators are free of conflict with it. */
  | Short<'plan-evaluators', { readonly planId: string }>
  /** The plan has more fixed evaluators than it wants. */
  | Short<'plan-fixed', { readonly planId: string }>
  /** Too few evaluators from industry are free of conflict with the plan. */
  | Short<'plan-industry', { readonly planId: string }>
  /** Too few evaluators with a field of the plan are free of conflict with it. */
  | Short<'plan-field', { readonly planId: string }>
  /** Industry and field can each be met, but not both within the reviews the plan has left. */
  | Short<'plan-mix', { readonly planId: string }>
  /** Pairs that must not sit together leave the plan too few evaluators; `pairs` are those that matter. */
  | Short<'plan-not-together', { readonly planId: string; readonly pairs: readonly (readonly [string, string])[] }>
  /** A fixed pair is a conflict. */
  | Short<'fixed-conflict', { readonly planId: string; readonly evaluatorId: string }>
  /** Two fixed evaluators of a plan must not sit together. */
  | Short<'fixed-not-together', { readonly planId: string; readonly pair: readonly [string, string] }>
  /** An evaluator's fixed plans, or all his plans where everyone scores everything, exceed his highest load. */
  | Short<'evaluator-load', { readonly evaluatorId: string }>
  /** An evaluator is free of conflict with fewer plans than his lowest load. */
  | Short<'evaluator-plans', { readonly evaluatorId: string }>
  /** All reviews together exceed what all evaluators can carry. */
  | Short<'total-load'>
  /** The lowest loads of all evaluators together exceed all reviews. */
  | Short<'total-minimum'>
  /** The industry shares of all plans together exceed what the evaluators from industry can carry. */
  | Short<'total-industry'>
  /** These plans need at least so many reviews from these evaluators, who can carry fewer (Hall's condition). */
  | Short<'group-capacity', { readonly plans: readonly PlanPart[]; readonly evaluatorIds: readonly string[] }>
  /** The lowest loads of these evaluators exceed what the plans can take from them; plans that give nothing are left out. */
  | Short<'group-minimum', { readonly plans: readonly PlanPart[]; readonly evaluatorIds: readonly string[] }>
  /**
   * Every rule can be met for itself, but together they cannot (`proven`), or nothing was found within the effort.
   * `relief`: rules whose loss alone would help.
   */
  | Short<'not-found', { readonly proven: boolean; readonly relief: readonly ReliefRule[] }>;

/** Rules that can be dropped one at a time to see what stands in the way. */
export type ReliefRule = 'industryShare' | 'fieldsPerPlan' | 'notTogether';

type Short<Code extends string, Names = unknown> = {
  readonly code: Code;
  readonly needed: number;
  readonly available: number;
  /** `needed` − `available`, in reviews. */
  readonly short: number;
} & Names;

export interface Proposal {
  readonly ok: true;
  /** By plan id, then evaluator id. */
  readonly pairs: readonly ProposedPair[];
  readonly cost: number;
  /** No assignment that keeps the constraints costs less. */
  readonly lowerBound: number;
  /** `cost` equals `lowerBound`. */
  readonly optimal: boolean;
  /** By evaluator id. */
  readonly loads: readonly EvaluatorLoad[];
  readonly balance: LoadBalance;
}

/** Who scores which plan, or what is short. Plain JSON. */
export type AssignmentProposal = Proposal | { readonly ok: false; readonly shortages: readonly Shortage[] };
