import type { Finding } from '@daegaejo/platform/rules';
import { criteriaOf, MAIN_STAGE, stagesOf } from '@daegaejo/round/rules';
import type { AggregateInput, AggregatePolicy, BonusInput, PlanInput, SheetInput } from './aggregate-input.js';
import { inputFindings } from './input-findings.js';

/** A sheet as a row of figures: marks in the policy's order of its stage's criteria, MISSING or ABSTAINED where there is none. */
export interface CompactSheet {
  readonly evaluator: string;
  /** Code of its stage; absent = `main`. */
  readonly stage?: string;
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

/** In a row: no mark was given, which refuses the round. */
export const MISSING = -1;
/** In a row: the evaluator abstained on this criterion. */
export const ABSTAINED = -2;

/** Tells the two forms apart by their first mark; an input without any mark is both at once. */
export function isCompact(input: AggregateInput | CompactRound): input is CompactRound {
  for (const { sheets } of input.plans)
    for (const { marks } of sheets) if (marks.length > 0) return typeof marks[0] === 'number';
  return true;
}

/** The criteria of each stage in order, and the place of each. */
interface Columns {
  readonly codes: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

function columnsOf(policy: AggregatePolicy): ReadonlyMap<string, Columns> {
  return new Map(
    stagesOf(policy).map(({ code }) => {
      const codes = criteriaOf(policy, code).map((criterion) => criterion.code);
      return [code, { codes, places: new Map(codes.map((criterion, place) => [criterion, place])) }];
    }),
  );
}

/** The row of a sheet, or null where a row cannot say it: a criterion unknown or given twice, or a mark that is a sentinel. */
function rowOf({ codes, places }: Columns, marks: SheetInput['marks']): number[] | null {
  const row = codes.map(() => MISSING);
  for (const [i, { criterion, mark }] of marks.entries()) {
    const column = criterion === codes[i] ? i : places.get(criterion);
    if (column === undefined || row[column] !== MISSING || mark === MISSING || mark === ABSTAINED) return null;
    row[column] = mark ?? ABSTAINED;
  }
  return row;
}

/** To the compact form, which says the same; what it cannot say is faulty anyhow and comes back as findings. */
export function toCompact(input: AggregateInput): Compacted {
  const columns = columnsOf(input.policy);
  const plans: CompactPlan[] = [];
  for (const { planId, label, bonuses, sheets } of input.plans) {
    const rows: CompactSheet[] = [];
    for (const { evaluator, stage, marks } of sheets) {
      const own = columns.get(stage ?? MAIN_STAGE);
      const row = own === undefined ? null : rowOf(own, marks);
      if (row === null) return { ok: false, findings: inputFindings(input) };
      rows.push(stage === undefined ? { evaluator, marks: row } : { evaluator, stage, marks: row });
    }
    plans.push({ planId, label, bonuses, sheets: rows });
  }
  return { ok: true, round: { policy: input.policy, plans } };
}

/**
 * One plan with its criteria named again; the reasons of abstentions are not in a row. A figure beyond the last criterion is
 * kept, as of unknown criterion "#7".
 */
export function fromCompactPlan(policy: AggregatePolicy, plan: CompactPlan): PlanInput {
  const criteria = new Map(stagesOf(policy).map(({ code }) => [code, criteriaOf(policy, code)]));
  const named = (stage: string, mark: number, i: number) => ({
    criterion: criteria.get(stage)?.[i]?.code ?? `#${i + 1}`,
    mark: mark === ABSTAINED ? null : mark,
  });
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      marks: sheet.marks.flatMap((mark, i) => (mark === MISSING ? [] : [named(sheet.stage ?? MAIN_STAGE, mark, i)])),
    })),
  };
}

/** Back from the compact form. */
export function fromCompact({ policy, plans }: CompactRound): AggregateInput {
  return { policy, plans: plans.map((plan) => fromCompactPlan(policy, plan)) };
}
