import type { PlanSection } from '../sections.js';

/** A stretch of a text that stayed, came or went. */
export interface WordRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Compares two texts by words. Given in, because word boundaries of Korean are a library's affair. */
export type WordDiff = (before: string, after: string) => readonly WordRun[];

/**
 * One difference between two contents of a plan. `path` names its place by keys, never by positions, so that it means the same
 * in every version: "title", "narrative.financing", "subProjects[smart]" (a row that came or went), "subProjects[smart].name",
 * "budget[smart 2021 national]", "indicators[direct-hires].targets[2021]", "sites[hub].tenants".
 */
export interface Change {
  readonly path: string;
  readonly section: PlanSection;
  readonly kind: 'added' | 'removed' | 'changed';
  /** As written; null where there was none. Money is a decimal string of won. */
  readonly before: string | null;
  readonly after: string | null;
  /** Set where both sides can be counted (an absent one counts as nothing): signed decimal string. */
  readonly delta: string | null;
  readonly unit: 'won' | 'count' | null;
  /** Set for texts both sides have. */
  readonly words: readonly WordRun[] | null;
  /** Set for a row that came or went, whose `before` or `after` is only its name or its sum: all its values by their place in it. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** A figure before and after, with the signed difference (decimal strings). */
export interface FigureDelta {
  readonly before: string;
  readonly after: string;
  readonly delta: string;
}

/** All that differs between two contents, and what it comes to. */
export interface PlanDiff {
  readonly changes: readonly Change[];
  readonly subProjects: {
    readonly before: number;
    readonly after: number;
    readonly added: number;
    readonly removed: number;
  };
  /** Won. */
  readonly budget: {
    readonly total: FigureDelta;
    readonly bySource: Readonly<Record<string, FigureDelta>>;
    readonly byYear: Readonly<Record<string, FigureDelta>>;
  };
  /** Three-year target of each indicator either side has. */
  readonly indicators: Readonly<Record<string, FigureDelta>>;
}
