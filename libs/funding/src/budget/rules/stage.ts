import type { TransitionTable } from '@daegaejo/platform/rules';

export const BUDGET_STAGES = ['requested', 'government-draft', 'enacted', 'granted', 'executed'] as const;
/** 요구 → 정부안 → 국회확정 → 교부 → 집행 (L-SUB 4–13). What the plan itself foresees comes before all of them and is kept in the plan. */
export type BudgetStage = (typeof BUDGET_STAGES)[number];

export const SET_STAGES = ['requested', 'government-draft', 'enacted'] as const satisfies readonly BudgetStage[];
/** Stages whose amounts are set; those of the others follow from what was paid. */
export type SetStage = (typeof SET_STAGES)[number];

export const isSetStage = (stage: BudgetStage): stage is SetStage => (SET_STAGES as readonly string[]).includes(stage);

/** A stage of one budget year in one round (단계·연도): money is written while it is open (convention). */
export const STAGE_YEAR_TABLE: TransitionTable<'open' | 'closed', 'open' | 'close'> = {
  initial: 'open',
  finals: [],
  moves: { open: { close: 'closed' }, closed: { open: 'open' } },
};

/** One cell of the cube at one stage: sub-project × year × source, in won. */
export interface StageCell {
  readonly subProject: string;
  readonly source: string;
  readonly amount: bigint;
}

export const cellKey = (subProject: string, source: string): string => JSON.stringify([subProject, source]);
