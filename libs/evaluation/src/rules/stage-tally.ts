import { criteriaOf, type Criterion, type Stage, stagesOf, stageOf } from '@daegaejo/round/rules';
import { type AggregatePolicy, byText } from './aggregate-input.js';
import { ABSTAINED, type CompactPlan, type CompactSheet } from './compact-round.js';
import { sheetsOf } from './faulty-plans.js';
import { byMarks, cutOf, trimOf, type TrimOutcome } from './trim.js';
import { exactScale, numberScale, type Scale, type Whole } from './whole-numbers.js';

/** One stage of a policy as a computation needs it. */
export interface StageRule {
  readonly stage: Stage;
  /** Places of its criteria among those of the policy. */
  readonly columns: readonly number[];
  /** What weighs a sheet of this stage: 100.00 within the stage. */
  readonly scale: Scale<bigint>;
}

/** The stages of a policy, and the scale of the whole total, in which a criterion weighs share × weight. */
export interface Layout {
  readonly stages: readonly StageRule[];
  readonly scale: Scale<bigint>;
}

export function layoutOf(policy: AggregatePolicy): Layout {
  const stages = stagesOf(policy);
  const shares = new Map(stages.map(({ code, share }) => [code, share]));
  const shareOf = (criterion: Criterion): number => shares.get(stageOf(criterion)) ?? 0;
  return {
    stages: stages.map((stage) => {
      const own = criteriaOf(policy, stage.code);
      return { stage, columns: own.map((criterion) => policy.criteria.indexOf(criterion)), scale: exactScale(own) };
    }),
    scale: exactScale(policy.criteria, shareOf),
  };
}

/** One stage of whole sheets, which are simply added up? */
export const isPlain = ({ stages, scoring }: AggregatePolicy): boolean =>
  stages === undefined && scoring.trim.per !== 'criterion';

export const hasAbstention = ({ sheets }: CompactPlan): boolean =>
  sheets.some(({ marks }) => marks.includes(ABSTAINED));

const trimIn = (policy: AggregatePolicy, { trim }: Stage, sheets: number): TrimOutcome =>
  trimOf(trim ?? policy.scoring.trim, sheets);

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** The marks given on one criterion of the sheets of one stage. */
const givenOn = (sheets: readonly CompactSheet[], column: number): number[] =>
  sheets.flatMap(({ marks }) => {
    const mark = marks[column] ?? ABSTAINED;
    return mark === ABSTAINED ? [] : [mark];
  });

/**
 * What all marks of the sheets of a stage are multiplied by, so that an abstention is a whole number: it counts as the mean of
 * the marks given, sum ÷ count (convention), and the lcm of the counts makes every such mean whole. 1 without abstentions.
 */
function finenessOf(sheets: readonly CompactSheet[]): bigint {
  return (sheets[0]?.marks ?? []).reduce(
    (fineness, _, column) =>
      sheets.some(({ marks }) => marks[column] === ABSTAINED)
        ? lcm(fineness, BigInt(givenOn(sheets, column).length))
        : fineness,
    1n,
  );
}

/** One number that every mean of the plan can be written over: sheets that count × fineness, over all stages. */
export function divisorOf(policy: AggregatePolicy, { stages }: Layout, { sheets }: CompactPlan): bigint {
  return stages.reduce((divisor, { stage }) => {
    const own = sheetsOf(sheets, stage.code);
    return lcm(divisor, BigInt(trimIn(policy, stage, own.length).kept) * finenessOf(own));
  }, 1n);
}

/** Marks with the abstentions filled in, all of them `fineness` times as large. */
interface FilledSheet<N extends number | bigint> {
  readonly evaluator: string;
  readonly marks: readonly N[];
}

function fill<N extends number | bigint>(
  { of, from, add, times }: Whole<N>,
  sheets: readonly CompactSheet[],
  fineness: bigint,
): FilledSheet<N>[] {
  const unit = from(fineness);
  // only asked for where somebody abstained, and then the fineness is a multiple of the count
  const meanOn = (column: number): N => {
    const given = givenOn(sheets, column);
    const sum = given.reduce((all, mark) => add(all, of(mark)), of(0));
    return times(sum, from(fineness / BigInt(given.length)));
  };
  return sheets.map(({ evaluator, marks }) => ({
    evaluator,
    marks: marks.map((mark, column) => (mark === ABSTAINED ? meanOn(column) : times(of(mark), unit))),
  }));
}

/** The marks that count on each criterion of a stage, summed. */
function sumsOf<N extends number | bigint>(
  { whole, factors }: Scale<N>,
  sheets: readonly FilledSheet<N>[],
  trim: TrimOutcome,
): N[] {
  const { low, high } = cutOf(trim);
  const none = whole.of(0);
  const add = (marks: readonly N[]): N => marks.reduce((sum, mark) => whole.add(sum, mark), none);
  if (trim.per === 'criterion')
    return factors.map((_, column) => {
      const marks = sheets.map((sheet) => sheet.marks[column] ?? none);
      return add(marks.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).slice(low, marks.length - high));
    });
  const weighed = sheets
    .map((sheet) => ({ ...sheet, total: add(sheet.marks.map((mark, i) => whole.times(factors[i] ?? none, mark))) }))
    .sort((a, b) => (a.total < b.total ? -1 : a.total > b.total ? 1 : byMarks(a, b)));
  const counted = weighed.slice(low, weighed.length - high);
  return factors.map((_, column) => add(counted.map(({ marks }) => marks[column] ?? none)));
}

/** What the sheets of a plan come to. */
export interface Tally<N extends number | bigint> {
  /** What every sum is divided by to give a mean mark. */
  readonly divisor: N;
  /** Per criterion of the policy. */
  readonly sums: readonly N[];
  /** Per stage. */
  readonly trims: readonly TrimOutcome[];
}

/** The scales of a layout in one kind of number. */
export interface StageScales<N extends number | bigint> {
  readonly layout: Layout;
  readonly scale: Scale<N>;
  readonly stages: readonly Scale<N>[];
}

/** In ordinary numbers, or null when they might not be exact; see `numberScale`, whose bounds hold stage by stage. */
export function numberScales(layout: Layout, highestMax: number, largest: bigint): StageScales<number> | null {
  const scale = numberScale(layout.scale, highestMax, largest);
  const stages = layout.stages.flatMap((rule) => numberScale(rule.scale, highestMax, largest) ?? []);
  return scale !== null && stages.length === layout.stages.length ? { layout, scale, stages } : null;
}

/**
 * Stage by stage: abstentions filled in, trimmed by whole sheets or by single marks, and the marks that count summed per
 * criterion. All sums of the plan are brought to one divisor.
 */
export function tally<N extends number | bigint>(
  policy: AggregatePolicy,
  { layout, scale: { whole }, stages }: StageScales<N>,
  plan: CompactPlan,
): Tally<N> {
  const divisor = divisorOf(policy, layout, plan);
  const sums: N[] = policy.criteria.map(() => whole.of(0));
  const trims = layout.stages.map(({ stage, columns }, at) => {
    const sheets = sheetsOf(plan.sheets, stage.code).sort((a, b) => byText(a.evaluator, b.evaluator));
    const trim = trimIn(policy, stage, sheets.length);
    const fineness = finenessOf(sheets);
    const own = stages[at];
    if (own === undefined) throw new RangeError(`no scale for the stage ${stage.code}`);
    const times = whole.from(divisor / (BigInt(trim.kept) * fineness));
    for (const [i, sum] of sumsOf(own, fill(whole, sheets, fineness), trim).entries())
      sums[columns[i] ?? -1] = whole.times(sum, times);
    return trim;
  });
  return { divisor: whole.from(divisor), sums, trims };
}
