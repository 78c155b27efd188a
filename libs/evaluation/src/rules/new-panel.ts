import type { Finding, TransitionTable } from '@daegaejo/platform/rules';

export const PANEL_SERIES = ['first', 're-evaluation'] as const;
/** Which panel of a round somebody is of: the one that ranks it, or the all-new one that evaluates anew (재평가). */
export type PanelSeries = (typeof PANEL_SERIES)[number];

export const NEW_PANEL_STATES = ['open', 'locked', 'closed'] as const;
/** 재평가 평가위원회: open (it is appointed and marks), locked (its chair locked the marks), closed (he signed what they come to). */
export type NewPanelState = (typeof NEW_PANEL_STATES)[number];
export type NewPanelAction = 'extend' | 'lock' | 'reopen' | 'close';

/**
 * Life of the new panel of one plan (convention). `locked` is not final: where somebody leaves before the signature, his sheet is
 * void and the panel open again, for a substitute or for its chair to lock what is left.
 */
export const NEW_PANEL_TABLE: TransitionTable<NewPanelState, NewPanelAction> = {
  initial: 'open',
  finals: ['closed'],
  moves: {
    open: { extend: 'open', lock: 'locked' },
    locked: { reopen: 'open', close: 'closed' },
    closed: {},
  },
};

/** A new panel as it sits now. */
export interface NewPanel {
  /** Per stage of the policy: how many evaluate, and how many must at least. */
  readonly stages: readonly { readonly stage: string; readonly count: number; readonly required: number }[];
  /** How many of the evaluators of the plan are its chair. */
  readonly chairs: number;
}

/**
 * What a new panel lacks before its marks can stand (기반조성 평가관리지침 제7조제2항제6호, 제27조): as many evaluators as the policy asks
 * for in every stage, and a chair who is one of them. That everybody is new is looked at when they are invited.
 */
export function newPanelFindings({ stages, chairs }: NewPanel): Finding[] {
  const short = stages.filter(({ count, required }) => count < required);
  return [
    ...short.map((params) => ({ field: 'panel', code: 're-evaluation.too-few', params: { ...params } })),
    ...(chairs === 0 ? [{ field: 'panel', code: 're-evaluation.chair-outside' }] : []),
  ];
}
