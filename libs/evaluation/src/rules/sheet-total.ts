import { criteriaOf, MAIN_STAGE } from '@daegaejo/round/rules';
import { type AggregatePolicy, type SheetInput } from './aggregate-input.js';
import { compare, mean, of, type Rational, sum, toText } from './rational.js';

/** One criterion of one sheet: weight × mark ÷ max. Hundredths as numbers, points as the exact fraction "n/d". */
export interface WeightedMark {
  readonly criterion: string;
  /** null = abstained; then `filled` counts in its place. */
  readonly mark: number | null;
  readonly max: number;
  readonly weight: number;
  readonly points: string;
  /** The exact mean of the marks the others gave, in points, "n/d". */
  readonly filled?: string;
  /** Where each criterion is trimmed for itself: why this mark does not count. */
  readonly trimmed?: 'highest' | 'lowest';
}

/** One sheet weighed: its parts, its exact total, and whether the total counts. */
export interface EvaluatorTotal {
  readonly evaluator: string;
  /** Code of its stage, where the policy names stages. */
  readonly stage?: string;
  readonly parts: readonly WeightedMark[];
  /** Exact total in points of the 100.00 of its stage, "n/d". */
  readonly total: string;
  /** The total in hundredths, half up: for display only, never computed with. */
  readonly display: number;
  /** Why the total does not count towards the mean; null = it counts. */
  readonly trimmed: 'highest' | 'lowest' | null;
  /** Trimmed, and another sheet has the very same total: only one of the equals was left out. */
  readonly sharedExtreme: boolean;
}

/** A sheet with exact figures. */
export interface Weighed {
  readonly evaluator: string;
  readonly parts: readonly WeightedMark[];
  /** Marks in points, abstentions filled in, in the order of the stage's criteria. */
  readonly marks: readonly Rational[];
  /** weight × mark ÷ max of each, in points. */
  readonly points: readonly Rational[];
  readonly total: Rational;
}

/** The marks given on one criterion; abstentions are none. */
export function marksOn(criterion: string, sheets: readonly SheetInput[]): number[] {
  return sheets.flatMap(({ marks }) => {
    const mark = marks.find((given) => given.criterion === criterion)?.mark;
    return mark === undefined || mark === null ? [] : [mark];
  });
}

/** The sheets of one stage weighed, each abstention counting as the exact mean of the marks given (convention). */
export function weighSheets(
  policy: AggregatePolicy,
  sheets: readonly SheetInput[],
  stage: string = MAIN_STAGE,
): Weighed[] {
  const criteria = criteriaOf(policy, stage);
  const means = criteria.map(({ code }) => {
    const given = marksOn(code, sheets);
    return given.length === 0 ? null : mean(given.map((mark) => of(mark, 100)));
  });
  return sheets.map(({ evaluator, marks }) => {
    const weighed = criteria.map(({ code, weight, max }, i) => {
      const mark = marks.find((given) => given.criterion === code)?.mark;
      if (mark === undefined) throw new RangeError(`no mark on ${code}`);
      const value = mark === null ? means[i] : of(mark, 100);
      if (value === null || value === undefined) throw new RangeError(`everybody abstained on ${code}`);
      const points = of(BigInt(weight) * value.n, BigInt(max) * value.d);
      const filled = mark === null ? { filled: toText(value) } : {};
      return { value, points, part: { criterion: code, mark, max, weight, points: toText(points), ...filled } };
    });
    return {
      evaluator,
      parts: weighed.map(({ part }) => part),
      marks: weighed.map(({ value }) => value),
      points: weighed.map(({ points }) => points),
      total: sum(weighed.map(({ points }) => points)),
    };
  });
}

/** By total, then by marks in the policy's order of criteria, then by alias: as `byMarks` in trim.ts, on fractions. */
export function byTotal(a: Weighed, b: Weighed): number {
  const byFigure = [compare(a.total, b.total), ...a.marks.map((mark, i) => compare(mark, b.marks[i] ?? mark))];
  return byFigure.find((order) => order !== 0) ?? (a.evaluator < b.evaluator ? -1 : 1);
}
