import { formatScore } from '@daegaejo/platform/rules';
import { type AggregatePolicy, type BonusInput, byText, type PlanInput, type SheetInput } from './aggregate-input.js';
import type { CompactSheet } from './compact-round.js';
import { compare, mean, of, type Rational, roundHalfUp, sum, toText } from './rational.js';

/** One line of the recomputation sheet: what was done, and the arithmetic in figures (no words, so in no language). */
export interface TraceStep {
  readonly step: string;
  readonly detail: string;
}

/** One criterion of one sheet: weight × mark ÷ max. Hundredths as numbers, points as the exact fraction "n/d". */
export interface WeightedMark {
  readonly criterion: string;
  readonly mark: number;
  readonly max: number;
  readonly weight: number;
  readonly points: string;
}

/** One sheet weighed: its parts, its exact total, and whether the total counts. */
export interface EvaluatorTotal {
  readonly evaluator: string;
  readonly parts: readonly WeightedMark[];
  /** Exact total in points, "n/d". */
  readonly total: string;
  /** The total in hundredths, half up: for display only, never computed with. */
  readonly display: number;
  /** Why the total does not count towards the mean; null = it counts. */
  readonly trimmed: 'highest' | 'lowest' | null;
  /** Trimmed, and another sheet has the very same total: only one of the equals was left out. */
  readonly sharedExtreme: boolean;
}

/** What became of trimming on one plan; counts of sheets. */
export interface TrimOutcome {
  /** `too-few-kept`: trimming would leave fewer than `minimumKept` sheets, so every sheet counts. */
  readonly outcome: 'applied' | 'too-few-kept' | 'not-configured';
  readonly highest: number;
  readonly lowest: number;
  readonly sheets: number;
  readonly kept: number;
  readonly minimumKept: number;
}

/** One bonus item: claimed, allowed and granted, in hundredths. */
export interface GrantedBonus {
  readonly code: string;
  readonly claimed: number;
  readonly max: number;
  readonly granted: number;
}

/** Mean mark on one criterion, over the sheets that count. */
export interface CriterionMean {
  readonly criterion: string;
  /** Exact mean mark of the sheets that count, in points, "n/d". */
  readonly mean: string;
  /** The same in hundredths, half up, for display. */
  readonly display: number;
}

/** A plan's score with everything needed to compute it again by hand. Amounts in hundredths unless said. */
export interface PlanScore {
  readonly planId: string;
  readonly label: string;
  readonly sheets: readonly EvaluatorTotal[];
  readonly trim: TrimOutcome;
  /** Exact mean of the totals that count, in points, "n/d". */
  readonly mean: string;
  readonly roundingDigits: number;
  readonly base: number;
  readonly bonuses: readonly GrantedBonus[];
  readonly bonusSum: number;
  readonly bonusCap: number;
  readonly bonus: number;
  readonly final: number;
  readonly cutOff: number | null;
  readonly passesCutOff: boolean;
  readonly criterionMeans: readonly CriterionMean[];
  readonly trace: readonly TraceStep[];
}

interface Weighed extends CompactSheet {
  readonly parts: readonly WeightedMark[];
  readonly total: Rational;
}

function weigh({ criteria }: AggregatePolicy, { evaluator, marks }: SheetInput): Weighed {
  const given = new Map(marks.map(({ criterion, mark }) => [criterion, mark]));
  const weighed = criteria.map(({ code, weight, max }) => {
    const mark = given.get(code);
    if (mark === undefined) throw new RangeError(`no mark on ${code}`);
    const points = of(BigInt(weight) * BigInt(mark), 100n * BigInt(max));
    return { points, part: { criterion: code, mark, max, weight, points: toText(points) } };
  });
  return {
    evaluator,
    marks: weighed.map(({ part }) => part.mark),
    parts: weighed.map(({ part }) => part),
    total: sum(weighed.map(({ points }) => points)),
  };
}

/**
 * The order of sheets with equal totals: by their marks in the policy's order of criteria, so that which of several equal
 * extremes is left out never depends on who wrote it (convention); the alias decides only between identical sheets.
 */
export function byMarks(a: CompactSheet, b: CompactSheet): number {
  for (let i = 0; i < a.marks.length; i += 1) {
    const gap = (a.marks[i] ?? 0) - (b.marks[i] ?? 0);
    if (gap !== 0) return gap;
  }
  return byText(a.evaluator, b.evaluator);
}

function byTotal(a: Weighed, b: Weighed): number {
  return compare(a.total, b.total) || byMarks(a, b);
}

/** What trimming comes to on a plan with so many sheets. */
export function trimOf({ scoring: { trim } }: AggregatePolicy, sheets: number): TrimOutcome {
  const { highest, lowest, minimumKept } = trim;
  const kept = sheets - highest - lowest;
  const outcome =
    highest + lowest === 0 ? 'not-configured' : kept >= Math.max(1, minimumKept) ? 'applied' : 'too-few-kept';
  return { outcome, highest, lowest, sheets, kept: outcome === 'applied' ? kept : sheets, minimumKept };
}

function trimTrace({ outcome, sheets, highest, lowest, kept, minimumKept }: TrimOutcome): TraceStep {
  if (outcome === 'not-configured') return { step: 'trim-none', detail: `${sheets}` };
  const rest = `${sheets} − ${highest} − ${lowest} = ${sheets - highest - lowest}`;
  const least = Math.max(1, minimumKept);
  if (outcome === 'applied') return { step: 'trim', detail: `${rest} ≥ ${least}` };
  return { step: 'trim-skipped', detail: `${rest} < ${least}; ${kept}` };
}

function totalTrace({ evaluator, parts, total, display }: EvaluatorTotal): TraceStep {
  const terms = parts.map(({ weight, mark, max }) => `${formatScore(weight)}×${formatScore(mark)}/${formatScore(max)}`);
  return { step: 'total', detail: `${evaluator}: ${terms.join(' + ')} = ${total} ≈ ${formatScore(display)}` };
}

/** The claims in the policy's order of items, each granted up to its max. */
export function grantedBonuses({ bonus }: AggregatePolicy, bonuses: readonly BonusInput[]): GrantedBonus[] {
  if (bonuses.length === 0) return [];
  return bonus.items.flatMap(({ code, max }) =>
    bonuses
      .filter((claim) => claim.code === code)
      .map(({ points }) => ({ code, claimed: points, max, granted: Math.min(points, max) })),
  );
}

/**
 * Scores one plan: weighted totals, trimming, mean, one rounding half up, and only then the bonus, per item and in sum
 * up to the caps (convention, after 산업기술혁신사업 기반조성 평가관리지침 제25조제5항). Expects checked input.
 */
export function scorePlan(policy: AggregatePolicy, plan: PlanInput): PlanScore {
  const { criteria, scoring, bonus } = policy;
  const weighed = plan.sheets.map((sheet) => weigh(policy, sheet)).sort(byTotal);
  const trim = trimOf(policy, weighed.length);
  const [low, high] = trim.outcome === 'applied' ? [trim.lowest, trim.highest] : [0, 0];
  const kept = weighed.slice(low, weighed.length - high);

  const sheets = weighed
    .map(({ evaluator, parts, total }, index): EvaluatorTotal => {
      const trimmed = index < low ? 'lowest' : index >= weighed.length - high ? 'highest' : null;
      // sorted by total, so a sheet with the very same total is a neighbour
      const shared = [weighed[index - 1], weighed[index + 1]].some(
        (other) => other && compare(other.total, total) === 0,
      );
      return {
        evaluator,
        parts,
        total: toText(total),
        display: roundHalfUp(total, 2),
        trimmed,
        sharedExtreme: trimmed !== null && shared,
      };
    })
    .sort((a, b) => byText(a.evaluator, b.evaluator));
  const counted = sheets.filter(({ trimmed }) => trimmed === null);

  const exact = mean(kept.map(({ total }) => total));
  const base = roundHalfUp(exact, scoring.roundingDigits) * 10 ** (2 - scoring.roundingDigits);
  const criterionMeans = criteria.map(({ code }, index): CriterionMean => {
    const marks = kept.map(({ parts }) => of(parts[index]?.mark ?? Number.NaN, 100));
    return { criterion: code, mean: toText(mean(marks)), display: roundHalfUp(mean(marks), 2) };
  });
  const bonuses = grantedBonuses(policy, plan.bonuses);
  const bonusSum = bonuses.reduce((total, { granted }) => total + granted, 0);
  const added = Math.min(bonusSum, bonus.cap);
  const final = base + added;
  const passesCutOff = scoring.cutOff === null || final >= scoring.cutOff;

  const trace: TraceStep[] = [
    ...sheets.map(totalTrace),
    trimTrace(trim),
    ...sheets
      .filter(({ trimmed }) => trimmed !== null)
      .map(({ evaluator, trimmed, total, sharedExtreme }) => ({
        step: `trim-${trimmed}${sharedExtreme ? '-shared' : ''}`,
        detail: `${evaluator}: ${total}`,
      })),
    { step: 'mean', detail: `(${counted.map(({ total }) => total).join(' + ')}) ÷ ${kept.length} = ${toText(exact)}` },
    { step: 'base', detail: `${toText(exact)} → ${formatScore(base)} (${scoring.roundingDigits})` },
    ...bonuses.map(({ code, claimed, max, granted }) => ({
      step: 'bonus',
      detail: `${code}: min(${formatScore(claimed)}, ${formatScore(max)}) = ${formatScore(granted)}`,
    })),
    {
      step: 'bonus-cap',
      detail: `min(${formatScore(bonusSum)}, ${formatScore(bonus.cap)}) = ${formatScore(added)}`,
    },
    { step: 'final', detail: `${formatScore(base)} + ${formatScore(added)} = ${formatScore(final)}` },
    scoring.cutOff === null
      ? { step: 'cut-off-none', detail: formatScore(final) }
      : {
          step: 'cut-off',
          detail: `${formatScore(final)} ${passesCutOff ? '≥' : '<'} ${formatScore(scoring.cutOff)}`,
        },
    ...criterionMeans.map(({ criterion, mean: value, display }) => ({
      step: 'criterion-mean',
      detail: `${criterion}: ${value} ≈ ${formatScore(display)}`,
    })),
  ];
  return {
    planId: plan.planId,
    label: plan.label,
    sheets,
    trim,
    mean: toText(exact),
    roundingDigits: scoring.roundingDigits,
    base,
    bonuses,
    bonusSum,
    bonusCap: bonus.cap,
    bonus: added,
    final,
    cutOff: scoring.cutOff,
    passesCutOff,
    criterionMeans,
    trace,
  };
}
