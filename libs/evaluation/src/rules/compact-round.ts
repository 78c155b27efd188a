import type { Finding } from '@daegaejo/platform/rules';
import {
  type AggregateInput,
  type AggregatePolicy,
  type BonusInput,
  inputFindings,
  type PlanInput,
  requiredSheets,
} from './aggregate-input.js';
import type { Mark } from './score-sheet.js';

/** A sheet as a row of figures: marks in the policy's order of criteria, -1 where one is missing. */
export interface CompactSheet {
  readonly evaluator: string;
  readonly marks: readonly number[];
}

export interface CompactPlan {
  readonly planId: string;
  readonly label: string;
  readonly bonuses: readonly BonusInput[];
  readonly sheets: readonly CompactSheet[];
}

/** A round without the names of the criteria on every mark: what a million marks are handed over as. */
export interface CompactRound {
  readonly policy: AggregatePolicy;
  readonly plans: readonly CompactPlan[];
}

/** A compact round, or why the input has no compact form. */
export type Compacted =
  { readonly ok: true; readonly round: CompactRound } | { readonly ok: false; readonly findings: readonly Finding[] };

const MISSING = -1;

/** Tells the two forms apart by their first mark; an input without any mark is both at once. */
export function isCompact(input: AggregateInput | CompactRound): input is CompactRound {
  for (const { sheets } of input.plans)
    for (const { marks } of sheets) if (marks.length > 0) return typeof marks[0] === 'number';
  return true;
}

/** The row of a sheet, or null where a row cannot say it: a criterion unknown or given twice, or a mark of -1. */
function rowOf(columns: ReadonlyMap<string, number>, codes: readonly string[], marks: readonly Mark[]) {
  const row = codes.map(() => MISSING);
  for (const [i, { criterion, mark }] of marks.entries()) {
    const column = criterion === codes[i] ? i : columns.get(criterion);
    if (column === undefined || row[column] !== MISSING || mark === MISSING) return null;
    row[column] = mark;
  }
  return row;
}

/** To the compact form, which says the same; what it cannot say is faulty anyhow and comes back as findings. */
export function toCompact(input: AggregateInput): Compacted {
  const codes = input.policy.criteria.map(({ code }) => code);
  const columns = new Map(codes.map((code, column) => [code, column]));
  const plans: CompactPlan[] = [];
  for (const { planId, label, bonuses, sheets } of input.plans) {
    const rows: CompactSheet[] = [];
    for (const { evaluator, marks } of sheets) {
      const row = rowOf(columns, codes, marks);
      if (row === null) return { ok: false, findings: inputFindings(input) };
      rows.push({ evaluator, marks: row });
    }
    plans.push({ planId, label, bonuses, sheets: rows });
  }
  return { ok: true, round: { policy: input.policy, plans } };
}

/** One plan with its criteria named again. A figure beyond the last criterion is kept, as of unknown criterion "#7". */
export function fromCompactPlan({ criteria }: AggregatePolicy, plan: CompactPlan): PlanInput {
  return {
    ...plan,
    sheets: plan.sheets.map(({ evaluator, marks }) => ({
      evaluator,
      marks: marks.flatMap((mark, i) =>
        mark === MISSING ? [] : [{ criterion: criteria[i]?.code ?? `#${i + 1}`, mark }],
      ),
    })),
  };
}

/** Back from the compact form. */
export function fromCompact({ policy, plans }: CompactRound): AggregateInput {
  return { policy, plans: plans.map((plan) => fromCompactPlan(policy, plan)) };
}

function isComplete(maxima: readonly number[], marks: readonly number[]): boolean {
  if (marks.length !== maxima.length) return false;
  for (let i = 0; i < maxima.length; i += 1) {
    const [mark, max] = [marks[i] ?? MISSING, maxima[i] ?? MISSING];
    if (!Number.isInteger(mark) || mark < 0 || mark > max) return false;
  }
  return true;
}

/**
 * The places of the plans with something wrong, told by comparisons alone: a fine plan costs no finding, no path and no
 * map of its own. `inputFindings` of these plans are those of the round, because a finding speaks of one plan id only.
 */
export function faultyPlans({ policy, plans }: CompactRound): Set<number> {
  const maxima = policy.criteria.map(({ max }) => max);
  const items = new Set(policy.bonus.items.map(({ code }) => code));
  const required = requiredSheets(policy);
  // one map for the round instead of a set per plan: the place of the plan an evaluator or a bonus was last seen on
  const [evaluators, claims] = [new Map<string, number>(), new Map<string, number>()];
  const isFresh = (seen: Map<string, number>, key: string, plan: number): boolean => {
    if (seen.get(key) === plan) return false;
    seen.set(key, plan);
    return true;
  };
  const isFine = ({ sheets, bonuses }: CompactPlan, place: number): boolean => {
    if (sheets.length < required) return false;
    for (const { evaluator, marks } of sheets)
      if (!isFresh(evaluators, evaluator, place) || !isComplete(maxima, marks)) return false;
    for (const { code, points } of bonuses)
      if (!isFresh(claims, code, place) || !items.has(code) || !Number.isSafeInteger(points) || points < 0)
        return false;
    return true;
  };
  const faulty = new Set<number>();
  const places = new Map<string, number>();
  plans.forEach((plan, place) => {
    const same = places.get(plan.planId);
    if (same !== undefined) faulty.add(same).add(place);
    places.set(plan.planId, place);
    if (!isFine(plan, place)) faulty.add(place);
  });
  return faulty;
}
