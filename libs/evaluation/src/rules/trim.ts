import type { Trim } from '@daegaejo/round/rules';
import type { CompactSheet } from './compact-round.js';
import { byText } from './aggregate-input.js';

/** What became of trimming on one plan; counts of sheets. */
export interface TrimOutcome {
  /** `too-few-kept`: trimming would leave fewer than `minimumKept` sheets, so every sheet counts. */
  readonly outcome: 'applied' | 'too-few-kept' | 'not-configured';
  readonly highest: number;
  readonly lowest: number;
  readonly sheets: number;
  readonly kept: number;
  readonly minimumKept: number;
  /** Each criterion was trimmed for itself: so many of its marks; absent = whole sheets by their totals. */
  readonly per?: 'criterion';
}

/** What trimming comes to on a plan with so many sheets. */
export function trimOf({ highest, lowest, minimumKept, per }: Trim, sheets: number): TrimOutcome {
  const kept = sheets - highest - lowest;
  const outcome =
    highest + lowest === 0 ? 'not-configured' : kept >= Math.max(1, minimumKept) ? 'applied' : 'too-few-kept';
  const counts = {
    outcome,
    highest,
    lowest,
    sheets,
    kept: outcome === 'applied' ? kept : sheets,
    minimumKept,
  } as const;
  return per === 'criterion' ? { ...counts, per } : counts;
}

/** How many at either end are really left out. */
export const cutOf = ({ outcome, highest, lowest }: TrimOutcome): { readonly low: number; readonly high: number } =>
  outcome === 'applied' ? { low: lowest, high: highest } : { low: 0, high: 0 };

/** Several stages seen as one: their counts added up; applied where any stage was trimmed. */
export function trimOverall(stages: readonly TrimOutcome[]): TrimOutcome {
  const count = (of: 'highest' | 'lowest' | 'sheets' | 'kept' | 'minimumKept'): number =>
    stages.reduce((sum, stage) => sum + stage[of], 0);
  const outcome = (['applied', 'too-few-kept'] as const).find((one) => stages.some((stage) => stage.outcome === one));
  return {
    outcome: outcome ?? 'not-configured',
    highest: count('highest'),
    lowest: count('lowest'),
    sheets: count('sheets'),
    kept: count('kept'),
    minimumKept: count('minimumKept'),
  };
}

/**
 * The order of sheets with equal totals: by their marks in the policy's order of criteria, so that which of several equal
 * extremes is left out never depends on who wrote it (convention); the alias decides only between identical sheets.
 */
export function byMarks<N extends number | bigint>(
  a: Pick<CompactSheet, 'evaluator'> & { readonly marks: readonly N[] },
  b: Pick<CompactSheet, 'evaluator'> & { readonly marks: readonly N[] },
): number {
  for (let i = 0; i < a.marks.length; i += 1) {
    const [left, right] = [a.marks[i] ?? 0, b.marks[i] ?? 0];
    if (left !== right) return left < right ? -1 : 1;
  }
  return byText(a.evaluator, b.evaluator);
}
