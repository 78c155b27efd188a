import { basisPoints } from '@daegaejo/platform/rules';
import { budgetTotals, type PlanContent, planDiff, type PlanDiff, type FigureDelta } from '@daegaejo/plan/rules';
import type { ChangeClass } from './change-class.js';

/** What all changes since the confirmation come to. */
export interface ChangeWatch {
  readonly changes: number;
  readonly byClass: { readonly [C in ChangeClass]: number };
  /** Won. */
  readonly total: FigureDelta;
  /** Net change of the total in basis points of the confirmed one, rounded half away from zero; null where that was nothing. */
  readonly totalBp: number | null;
  /** Won moved up and down by the changes one after the other: what a net sum would hide. */
  readonly movedWon: bigint;
  readonly subProjects: { readonly added: number; readonly dropped: number; readonly kept: number };
  readonly indicators: PlanDiff['indicators'];
  readonly flags: readonly ChangeFlag[];
}

export interface ChangeFlag {
  readonly code: 'total' | 'moved';
  readonly bp: number;
  readonly limitBp: number;
}

/**
 * Adds up the changes of a plan (누적 변경). `contents` are the confirmed content and that of every change after it, in their
 * order. Flags where the net change of the total, or all that was moved, reaches `watchBp` (회차 정책; none = no flags).
 */
export function watchChanges(
  contents: readonly [PlanContent, ...PlanContent[]],
  classes: readonly ChangeClass[],
  watchBp?: number,
): ChangeWatch {
  const [confirmed, newest] = [contents[0], contents.at(-1) ?? contents[0]];
  const { budget, subProjects, indicators } = planDiff(confirmed, newest, () => []);
  const totals = contents.map((content) => budgetTotals(content.budget).total);
  const movedWon = totals.slice(1).reduce((sum, total, at) => {
    const step = total - (totals[at] ?? 0n);
    return sum + (step < 0n ? -step : step);
  }, 0n);
  const [before, moved] = [totals[0] ?? 0n, movedWon];
  const totalBp = basisPoints(BigInt(budget.total.delta), before);
  const flag = (code: ChangeFlag['code'], bp: number | null): ChangeFlag[] =>
    watchBp === undefined || bp === null || Math.abs(bp) < watchBp ? [] : [{ code, bp, limitBp: watchBp }];
  const count = (of: ChangeClass): number => classes.filter((one) => one === of).length;
  return {
    changes: classes.length,
    byClass: { minor: count('minor'), major: count('major'), goal: count('goal') },
    total: budget.total,
    totalBp,
    movedWon,
    subProjects: {
      added: subProjects.added,
      dropped: subProjects.removed,
      kept: subProjects.before - subProjects.removed,
    },
    indicators,
    flags: [...flag('total', totalBp), ...flag('moved', basisPoints(moved, before))],
  };
}
