import { formatScore, type Finding, type TransitionTable } from '@daegaejo/platform/rules';
import type { Criterion } from '@daegaejo/round/rules';

export const SHEET_STATES = ['open', 'saved', 'submitted', 'returned', 'locked', 'void'] as const;
/** 평가표: open, saved (draft), submitted, returned (by the chair), locked (with the panel), void. */
export type SheetState = (typeof SHEET_STATES)[number];

export const SHEET_ACTIONS = ['save', 'submit', 'return', 'lock', 'void'] as const;
/** What may be done with a sheet (convention). */
export type SheetAction = (typeof SHEET_ACTIONS)[number];

export const RETURN_REASONS = ['arithmetic', 'omission'] as const;
/** The only grounds on which the chair may return a sheet: a slip in the arithmetic, or something left out. */
export type ReturnReason = (typeof RETURN_REASONS)[number];

/**
 * Life of one evaluator's sheet for one plan (convention). `locked` is not final: a recusal (회피) found afterwards
 * voids the sheet, and the plan is aggregated anew without it.
 */
export const SHEET_TABLE: TransitionTable<SheetState, SheetAction> = {
  initial: 'open',
  finals: ['void'],
  moves: {
    open: { save: 'saved', void: 'void' },
    saved: { save: 'saved', submit: 'submitted', void: 'void' },
    submitted: { return: 'returned', lock: 'locked', void: 'void' },
    returned: { save: 'saved', submit: 'submitted', void: 'void' },
    locked: { void: 'void' },
    void: {},
  },
};

/** What an evaluator gave on one criterion, in hundredths of a point. There is no "not applicable" and no blank zero. */
export interface Mark {
  readonly criterion: string;
  readonly mark: number;
}

/**
 * What is wrong with the marks of a sheet (convention): every criterion of the round at most once, 0 ≤ mark ≤ max,
 * in whole hundredths; with `complete`, no criterion may be missing (a missing mark never counts as 0).
 */
export function checkMarks(
  criteria: readonly Criterion[],
  marks: readonly Mark[],
  { complete }: { readonly complete: boolean },
): Finding[] {
  const known = new Map(criteria.map((criterion) => [criterion.code, criterion]));
  const seen = new Set<string>();
  const findings: Finding[] = [];
  marks.forEach(({ criterion: code, mark }, index) => {
    const criterion = known.get(code);
    if (!criterion) {
      findings.push({
        field: `marks[${index}].criterion`,
        code: 'sheet.criterion.unknown',
        params: { criterion: code },
      });
      return;
    }
    if (seen.has(code))
      findings.push({
        field: `marks[${index}].criterion`,
        code: 'sheet.criterion.duplicate',
        params: { criterion: code, name: criterion.name },
      });
    seen.add(code);
    if (!Number.isSafeInteger(mark) || mark < 0 || mark > criterion.max)
      findings.push({
        field: `marks[${index}].mark`,
        code: 'sheet.mark.range',
        params: { criterion: code, name: criterion.name, min: formatScore(0), max: formatScore(criterion.max) },
      });
  });
  if (!complete) return findings;
  const missing = criteria.filter((criterion) => !seen.has(criterion.code));
  return [
    ...findings,
    ...missing.map(({ code, name }) => ({
      field: 'marks',
      code: 'sheet.mark.missing',
      params: { criterion: code, name },
    })),
  ];
}
