/**
 * What the analyses of a round read. Amounts of points, weights and shares are whole hundredths, as everywhere in the
 * rules; the figures that come out are in points (or have no unit), rounded to a fixed number of digits.
 */

/** One criterion of one stage. */
export interface AnalysisCriterion {
  readonly code: string;
  readonly name: string;
  /** Share of its stage's total, in hundredths; the weights of a stage sum to 100.00. */
  readonly weight: number;
  /** Highest mark an evaluator may give, in hundredths. */
  readonly max: number;
  /** Code of the stage it is marked in. */
  readonly stage: string;
}

/** One stage of the evaluation, such as 서면 and 발표; a round with one stage has one with a share of 100.00. */
export interface AnalysisStage {
  readonly code: string;
  /** Share of the plan's score before bonus, in hundredths; the shares of a round sum to 100.00. */
  readonly share: number;
  /** Highest and lowest sheet totals left out, applied only when at least `minimumKept` sheets (and one) stay. */
  readonly trim: { readonly highest: number; readonly lowest: number; readonly minimumKept: number };
}

/** One plan of the round. */
export interface AnalysisPlan {
  readonly planId: string;
  readonly label: string;
  /** 가점 or 감점 granted in sum, in hundredths; added after the mean. */
  readonly bonus: number;
}

/** One live sheet. */
export interface AnalysisSheet {
  readonly planId: string;
  /** Opaque alias, the same over all plans and stages of the round; never a name. */
  readonly evaluator: string;
  readonly stage: string;
  /** By the criteria of the stage in the policy's order, in hundredths; null = abstained, which is never 0. */
  readonly marks: readonly (number | null)[];
  readonly comments?: readonly (string | null)[];
  readonly overall?: string | null;
  /** ISO instants of first opening and of submission. */
  readonly openedAt?: string | null;
  readonly submittedAt?: string | null;
}

/** Everything the analyses are computed from. */
export interface AnalysisInput {
  /** Most plans that may be selected. */
  readonly quota: number;
  /** Lowest score that can be selected, in hundredths; null = none. */
  readonly cutOff: number | null;
  readonly criteria: readonly AnalysisCriterion[];
  readonly stages: readonly AnalysisStage[];
  readonly plans: readonly AnalysisPlan[];
  readonly sheets: readonly AnalysisSheet[];
}

const FULL = 10_000;

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isTwice(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The criteria of a stage in the policy's order: the order of the marks on its sheets. */
export function criteriaOf({ criteria }: Pick<AnalysisInput, 'criteria'>, stage: string): AnalysisCriterion[] {
  return criteria.filter((criterion) => criterion.stage === stage);
}

function sheetFaults({ criteria, stages, plans, sheets }: AnalysisInput): string[] {
  const known = new Set(plans.map(({ planId }) => planId));
  const maxima = new Map(stages.map(({ code }) => [code, criteriaOf({ criteria }, code).map(({ max }) => max)]));
  const seen = new Set<string>();
  const faults = new Set<string>();
  for (const { planId, evaluator, stage, marks } of sheets) {
    const key = JSON.stringify([planId, evaluator, stage]);
    if (seen.has(key)) faults.add('a sheet is given twice');
    seen.add(key);
    if (!known.has(planId)) faults.add('a sheet is on an unknown plan');
    const max = maxima.get(stage);
    if (max === undefined) faults.add('a sheet is of an unknown stage');
    else if (max.length !== marks.length) faults.add('a sheet does not have a mark or null for every criterion');
    else if (marks.some((mark, i) => mark !== null && !(mark >= 0 && mark <= max[i]!)))
      faults.add('a mark is out of range');
  }
  return [...faults];
}

/** Throws RangeError for an input that says nothing definite; the round refuses such data long before. */
export function assertAnalysable(input: AnalysisInput): void {
  const { quota, cutOff, criteria, stages, plans } = input;
  const faults = [
    !isCount(quota) && 'the quota is not a count',
    cutOff !== null && !Number.isFinite(cutOff) && 'the cut-off is not a number',
    isTwice(stages.map(({ code }) => code)) && 'a stage is written twice',
    isTwice(criteria.map(({ code, stage }) => JSON.stringify([code, stage]))) && 'a criterion is written twice',
    isTwice(plans.map(({ planId }) => planId)) && 'a plan is given twice',
    plans.some(({ bonus }) => !Number.isFinite(bonus)) && 'a bonus is not a number',
    criteria.some(({ weight }) => !isCount(weight)) && 'a weight is not a whole number of hundredths',
    criteria.some(({ max }) => !isCount(max) || max === 0) && 'a criterion has no highest mark',
    criteria.some(({ stage }) => !stages.some(({ code }) => code === stage)) && 'a criterion is of an unknown stage',
    stages.some(({ share }) => !isCount(share)) && 'a share is not a whole number of hundredths',
    stages.some(({ trim }) => !Object.values(trim).every(isCount)) && 'trimming counts whole sheets',
    sumOf(stages.map(({ share }) => share)) !== FULL && 'the shares do not sum to 100.00',
    stages.some(({ code }) => sumOf(criteriaOf(input, code).map(({ weight }) => weight)) !== FULL) &&
      'the weights of a stage do not sum to 100.00',
    ...sheetFaults(input),
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new RangeError(`this round cannot be analysed: ${faults.join('; ')}`);
}
