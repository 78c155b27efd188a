import type { PlanState, VersionKind } from '@daegaejo/plan/rules';

export const FUNNEL_STEPS = [
  'pre-intake',
  'filed',
  'screened',
  'scored',
  'preselected',
  'confirmed',
  'designated',
] as const;
/** 예비접수 → 본접수 → 요건 적합 → 점수 확정 → 예비선정 → 확정 → 지정·고시. */
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

export const FUNNEL_LABELS: { readonly [S in FunnelStep]: string } = {
  'pre-intake': '예비접수',
  filed: '본접수',
  screened: '요건 적합',
  scored: '점수 확정',
  preselected: '예비선정',
  confirmed: '확정',
  designated: '지정·고시',
};

export const FUNNEL_EXITS = [
  'withdrawn',
  'lapsed',
  'ineligible',
  'not-selected',
  'reserve',
  'deferred',
  'cancelled',
  'revoked',
] as const satisfies readonly PlanState[];
/** Where a plan stands that is in no step any more, or waits beside them. */
export type FunnelExit = (typeof FUNNEL_EXITS)[number];

/** How far a plan in this state has come; null = the state does not tell, its versions do. */
const BY_STATE: { readonly [S in PlanState]: FunnelStep | null } = {
  draft: null,
  'pre-submitted': 'pre-intake',
  'in-pre-consulting': 'pre-intake',
  revising: 'pre-intake',
  submitted: 'filed',
  supplement: 'filed',
  ineligible: 'filed',
  screened: 'screened',
  'under-evaluation': 'screened',
  scored: 'scored',
  deferred: 'scored',
  reserve: 'scored',
  'not-selected': 'scored',
  're-evaluation': 'scored',
  preselected: 'preselected',
  'in-post-consulting': 'preselected',
  'final-draft': 'preselected',
  cancelled: 'preselected',
  confirmed: 'confirmed',
  designated: 'designated',
  revoked: 'designated',
  withdrawn: null,
  lapsed: null,
};

const BY_KIND: { readonly [K in VersionKind]: FunnelStep } = {
  'pre-intake': 'pre-intake',
  filed: 'filed',
  supplement: 'filed',
  preselected: 'preselected',
  'final-draft': 'preselected',
  confirmed: 'confirmed',
  change: 'confirmed',
};

export interface FunnelPlan {
  readonly state: PlanState;
  /** Kinds of the versions the plan has. */
  readonly kinds: readonly VersionKind[];
}

export interface Funnel {
  /** Plans that came at least this far, whatever became of them later. */
  readonly steps: readonly { readonly step: FunnelStep; readonly count: number }[];
  /** Plans apart, and the last step they had reached. */
  readonly exits: readonly { readonly state: FunnelExit; readonly after: FunnelStep | null; readonly count: number }[];
  /** Plans begun and never handed in. */
  readonly drafts: number;
}

/** The furthest step of a plan; null where nothing was handed in. */
export function furthestStep({ state, kinds }: FunnelPlan): FunnelStep | null {
  const steps = [BY_STATE[state], ...kinds.map((kind) => BY_KIND[kind])];
  return FUNNEL_STEPS.findLast((step) => steps.includes(step)) ?? null;
}

/** A round as a funnel: no step is wider than the one before it. */
export function funnelOf(plans: readonly FunnelPlan[]): Funnel {
  const reached = plans.map((plan) => ({ state: plan.state, step: furthestStep(plan) }));
  const place = (step: FunnelStep | null): number => (step === null ? -1 : FUNNEL_STEPS.indexOf(step));
  const exits = new Map<string, { state: FunnelExit; after: FunnelStep | null; count: number }>();
  for (const { state, step } of reached) {
    const exit = FUNNEL_EXITS.find((one) => one === state);
    if (exit === undefined) continue;
    const key = `${exit} ${step}`;
    exits.set(key, { state: exit, after: step, count: (exits.get(key)?.count ?? 0) + 1 });
  }
  return {
    steps: FUNNEL_STEPS.map((step, at) => ({ step, count: reached.filter((one) => place(one.step) >= at).length })),
    exits: [...exits.values()].sort(
      (a, b) => FUNNEL_EXITS.indexOf(a.state) - FUNNEL_EXITS.indexOf(b.state) || place(a.after) - place(b.after),
    ),
    drafts: reached.filter(({ state }) => state === 'draft').length,
  };
}
