import type { Stage, TieRule, Trim } from '@daegaejo/round/rules';
import fc from 'fast-check';
import type { AggregateInput, AggregatePolicy, PlanInput, SheetInput } from './aggregate-input.js';
import { aggregate } from './aggregate.js';
import { toCompact } from './compact-round.js';
import { explainOne } from './explain.js';
import type { Mark } from './marks.js';
import { rankRound } from './rank-round.js';

/** Ordinary maxima, awkward ones, and ones that need BigInt. */
const MAXIMA = [
  [500, 1000, 3000, 7000],
  [700, 1100, 1300, 1700],
  [9973, 9967, 9949, 9941],
  [Number.MAX_SAFE_INTEGER, 2 ** 40, 3, 10_000],
] as const;

/** Weights that sum to 100.00, from cuts. */
const split = (cuts: readonly number[]): number[] => {
  const bounds = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
  return bounds.slice(1).map((bound, i) => bound - (bounds[i] ?? 0));
};
const cuts = (max: number) => fc.array(fc.oneof(fc.constantFrom(0, 3333, 5000), fc.nat(10_000)), { maxLength: max });
const trim: fc.Arbitrary<Trim> = fc.record({
  highest: fc.nat(2),
  lowest: fc.nat(2),
  minimumKept: fc.nat(3),
  per: fc.constantFrom(undefined, 'total' as const, 'criterion' as const),
});

const policyOf: fc.Arbitrary<AggregatePolicy> = fc
  .record({
    maxima: fc.constantFrom(...MAXIMA),
    shares: fc.option(cuts(2)),
    weights: fc.array(cuts(1), { minLength: 3, maxLength: 3 }),
    trims: fc.array(fc.option(trim, { nil: undefined }), { minLength: 3, maxLength: 3 }),
    trim,
    floors: fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 6, maxLength: 6 }),
    roundingDigits: fc.nat(2),
    cutOff: fc.option(fc.integer({ min: 3000, max: 7000 })),
    abstention: fc.constantFrom(undefined, 'mean-of-others' as const, 'mean-of-others' as const),
    caps: fc.tuple(fc.nat(500), fc.nat(4000)),
    items: fc.array(fc.record({ max: fc.nat(3000), deducts: fc.boolean() }), { maxLength: 3 }),
    chain: fc.shuffledSubarray([-1, 0, 1, 2, 3]),
  })
  .map((given) => {
    const shares = given.shares === null ? null : split(given.shares);
    const stages = shares?.map((share, i): Stage => ({
      code: `s${i}`,
      name: `s${i}`,
      mode: 'document',
      share,
      trim: given.trims[i],
    }));
    const criteria = (shares ?? [10_000]).flatMap((_, s) =>
      split(given.weights[s] ?? []).map((weight, i) => {
        const max = given.maxima[(s + i) % 4] ?? 1000;
        const floor = given.floors[2 * s + i] ?? null;
        return {
          code: `c${s}${i}`,
          name: `c${s}${i}`,
          weight,
          max,
          ...(stages === undefined ? {} : { stage: `s${s}` }),
          ...(floor === null ? {} : { floor: Math.floor(max / 4) * floor }),
        };
      }),
    );
    return {
      criteria,
      stages,
      scoring: {
        trim: given.trim,
        minimumPanel: 1,
        roundingDigits: given.roundingDigits,
        cutOff: given.cutOff,
        abstention: given.abstention,
      },
      bonus: {
        cap: given.caps[0],
        deductionCap: given.caps[1],
        items: given.items.map(({ max, deducts }, i) => ({
          code: `b${i}`,
          name: `b${i}`,
          max,
          kind: deducts ? ('deduction' as const) : undefined,
        })),
      },
      tieChain: given.chain.flatMap((i): TieRule[] =>
        i < 0
          ? [{ by: 'base-score' }]
          : criteria[i] === undefined
            ? []
            : [{ by: 'criterion', criterion: criteria[i].code }],
      ),
    };
  });

/** The sheets of one stage: marks mostly on a coarse grid; where abstentions are let pass some, but never all on a criterion. */
function sheetsIn(policy: AggregatePolicy, stage: string | undefined): fc.Arbitrary<SheetInput[]> {
  const criteria = policy.criteria.filter((criterion) => criterion.stage === stage);
  const share = { weight: policy.scoring.abstention === undefined ? 0 : 2, arbitrary: fc.constant(null) };
  const row = fc.tuple(
    ...criteria.map(({ max }) =>
      fc.oneof(
        { weight: 4, arbitrary: fc.nat(4).map((quarters) => Math.floor(max / 4) * quarters) },
        { weight: 1, arbitrary: fc.maxSafeNat().map((any) => any % (max + 1)) },
        share,
      ),
    ),
  );
  return fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) =>
    rows.map((marks, at) => ({
      evaluator: `E${at}`,
      ...(stage === undefined ? {} : { stage }),
      marks: criteria.map(({ code }, i): Mark => {
        const none = at === 0 && rows.every((other) => other[i] === null);
        return { criterion: code, mark: none ? 0 : (marks[i] ?? null) };
      }),
    })),
  );
}

const round: fc.Arbitrary<AggregateInput> = policyOf.chain((policy) => {
  const plan = fc.record({
    sheets: fc
      .tuple(...(policy.stages ?? [{ code: undefined }]).map(({ code }) => sheetsIn(policy, code)))
      .map((parts) => parts.flat()),
    bonuses: fc
      .tuple(...policy.bonus.items.map(({ code }) => fc.nat(4000).map((points) => ({ code, points }))))
      .chain((all) => fc.shuffledSubarray<PlanInput['bonuses'][number]>(all)),
  });
  return fc
    .array(plan, { maxLength: 4 })
    .chain((plans) => fc.shuffledSubarray(plans).map((again) => [...plans, ...again]))
    .map((plans) => ({
      policy,
      plans: plans.map((content, i) => ({ planId: `p${i}`, label: `P${i}`, ...content })),
    }));
});

/** Fractions as they are taught: never reduced but to be written. */
type Fraction = readonly [n: bigint, d: bigint];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const lessThan = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
const isSame = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;
const total = (list: readonly Fraction[]): Fraction => list.reduce(plus, [0n, 1n]);
const average = (list: readonly Fraction[]): Fraction => times(total(list), [1n, BigInt(list.length)]);
function written([n, d]: Fraction): string {
  let [a, b] = [n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${n / a}/${d / a}`;
}

/** Strikes out the highest and lowest one by one; `beats` never holds both ways, and of equals the first in the list is struck. */
function struck<T>(list: readonly T[], { highest, lowest, minimumKept }: Trim, beats: (a: T, b: T) => boolean): T[] {
  const left = [...list];
  const rest = left.length - highest - lowest;
  if (rest < 1 || rest < minimumKept) return left;
  for (let i = 0; i < highest + lowest; i += 1) {
    const extreme = left.reduce((chosen, one) =>
      (i < highest ? beats(one, chosen) : beats(chosen, one)) ? one : chosen,
    );
    left.splice(left.indexOf(extreme), 1);
  }
  return left;
}

/** One stage of one plan, straight from the definition; marks in points. */
function stageBy({ criteria, scoring }: AggregatePolicy, stage: Stage | undefined, sheets: readonly SheetInput[]) {
  const own = criteria.filter((criterion) => criterion.stage === stage?.code);
  const rows = sheets
    .filter((sheet) => sheet.stage === stage?.code)
    .map(({ marks }) => own.map(({ code }) => marks.find(({ criterion }) => criterion === code)?.mark ?? null));
  const inPoints = (mark: number): Fraction => [BigInt(mark), 100n];
  const filled = rows.map((row) =>
    row.map((mark, i) =>
      mark === null
        ? average(rows.flatMap((other) => (other[i] === null || other[i] === undefined ? [] : [inPoints(other[i])])))
        : inPoints(mark),
    ),
  );
  const weigh = (marks: readonly Fraction[]): Fraction =>
    total(marks.map((mark, i) => times(mark, [BigInt(own[i]?.weight ?? 0), BigInt(own[i]?.max ?? 0)])));
  const rule = stage?.trim ?? scoring.trim;
  if (rule.per === 'criterion') {
    const means = own.map((_, i) =>
      average(
        struck(
          filled.map((row) => row[i] ?? [0n, 1n]),
          rule,
          (a, b) => lessThan(b, a),
        ),
      ),
    );
    return { codes: own.map(({ code }) => code), means, mean: weigh(means) };
  }
  const kept = struck(filled, rule, (a, b) => {
    if (!isSame(weigh(a), weigh(b))) return lessThan(weigh(b), weigh(a));
    const at = a.findIndex((mark, i) => !isSame(mark, b[i] ?? mark));
    return at >= 0 && lessThan(b[at] ?? [0n, 1n], a[at] ?? [0n, 1n]);
  });
  const means = own.map((_, i) => average(kept.map((row) => row[i] ?? [0n, 1n])));
  return { codes: own.map(({ code }) => code), means, mean: average(kept.map(weigh)) };
}

function oracle({ policy, plans }: AggregateInput) {
  const { criteria, scoring, bonus, tieChain } = policy;
  const scored = plans.map(({ planId, sheets, bonuses }) => {
    const stages = (policy.stages ?? [undefined]).map((stage) => ({ stage, ...stageBy(policy, stage, sheets) }));
    const exact = total(stages.map(({ stage, mean }) => times(mean, [BigInt(stage?.share ?? 10_000), 10_000n])));
    const meanOf = (code: string): Fraction => {
      const found = stages.find(({ codes }) => codes.includes(code));
      return found?.means[found.codes.indexOf(code)] ?? [0n, 1n];
    };
    const unit = 10n ** BigInt(scoring.roundingDigits);
    const [n, d] = plus(times(exact, [unit, 1n]), [1n, 2n]);
    const base = Number((n / d) * (100n / unit));
    const capped = (deducts: boolean, cap: number): number =>
      Math.min(
        cap,
        bonuses.reduce((sum, { code, points }) => {
          const item = bonus.items.find((one) => one.code === code);
          return item !== undefined && (item.kind === 'deduction') === deducts ? sum + Math.min(points, item.max) : sum;
        }, 0),
      );
    const final = Math.max(0, base + capped(false, bonus.cap) - capped(true, bonus.deductionCap ?? 0));
    const passesCutOff = scoring.cutOff === null || final >= scoring.cutOff;
    const failed = criteria.filter(
      ({ code, floor }) => floor !== undefined && lessThan(meanOf(code), [BigInt(floor), 100n]),
    );
    const hasFloors = criteria.some(({ floor }) => floor !== undefined);
    return {
      meanOf,
      planId,
      mean: written(exact),
      stageMeans: policy.stages === undefined ? undefined : stages.map(({ mean }) => written(mean)),
      criterionMeans: criteria.map(({ code }) => written(meanOf(code))),
      base,
      final,
      passesCutOff,
      failedFloors: hasFloors ? failed.map(({ code }) => code) : undefined,
      passes: passesCutOff && failed.length === 0,
    };
  });
  type Scored = (typeof scored)[number];
  const better = (a: Scored, b: Scored): boolean => {
    if (a.final !== b.final) return a.final > b.final;
    for (const rule of tieChain) {
      if (rule.by === 'base-score') {
        if (a.base !== b.base) return a.base > b.base;
      } else {
        const [left, right] = [a.meanOf(rule.criterion), b.meanOf(rule.criterion)];
        if (!isSame(left, right)) return lessThan(right, left);
      }
    }
    return false;
  };
  return scored.map(({ meanOf: _, ...plan }) => ({
    ...plan,
    rank: 1 + scored.filter((other) => better(other, { meanOf: _, ...plan })).length,
  }));
}

function sound<T extends { readonly ok: boolean }>(result: T): Extract<T, { readonly ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Extract<T, { readonly ok: true }>;
}

describe('stages, abstentions, single marks trimmed, deductions and floors', () => {
  it('equal an independent computation to the last digit on 1,500 random rounds', () => {
    const seen = { stages: 0, abstained: 0, byCriterion: 0, deducted: 0, failed: 0, atZero: 0 };
    fc.assert(
      fc.property(round, (input) => {
        const plans = sound(aggregate(input)).plans;
        const own = plans.map((plan) => ({
          planId: plan.planId,
          mean: plan.mean,
          stageMeans: plan.stages?.map(({ mean }) => mean),
          criterionMeans: plan.criterionMeans.map(({ mean }) => mean),
          base: plan.base,
          final: plan.final,
          passesCutOff: plan.passesCutOff,
          failedFloors: plan.failedFloors,
          passes: plan.passes ?? plan.passesCutOff,
          rank: plan.rank,
        }));
        expect(own.toSorted((a, b) => (a.planId < b.planId ? -1 : 1))).toEqual(oracle(input));
        if (plans.length === 0) return;
        seen.stages += input.policy.stages === undefined ? 0 : 1;
        seen.abstained += input.plans.some((plan) => plan.sheets.some((s) => s.marks.some((m) => m.mark === null)))
          ? 1
          : 0;
        seen.byCriterion += plans.some((plan) => plan.sheets.some((s) => s.parts.some((p) => p.trimmed))) ? 1 : 0;
        seen.deducted += plans.some(({ deduction = 0 }) => deduction > 0) ? 1 : 0;
        seen.failed += plans.some(({ failedFloors = [] }) => failedFloors.length > 0) ? 1 : 0;
        seen.atZero += plans.some(({ final, base }) => final === 0 && base > 0) ? 1 : 0;
      }),
      { numRuns: 1500 },
    );
    for (const [what, count] of Object.entries(seen)) expect([what, count > 3]).toEqual([what, true]);
  });

  it('rank fast what they explain slowly, in either form, and are plain JSON', () => {
    fc.assert(
      fc.property(round, (input) => {
        const plans = sound(aggregate(input)).plans;
        const ranking = sound(rankRound(input)).plans;
        expect(plans.map((plan) => ({ ...plan, sheetCount: plan.sheets.length }))).toMatchObject(ranking);
        const compact = sound(toCompact(input)).round;
        expect(sound(rankRound(compact)).plans).toEqual(ranking);
        expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking);
        const [first] = plans;
        if (first) expect(explainOne(compact, first.planId)).toMatchObject({ ok: true, plan: first });
      }),
      { numRuns: 700 },
    );
  });

  it('do not depend on the order or the aliases of the sheets', () => {
    fc.assert(
      fc.property(round, (input) => {
        const turned = {
          ...input,
          plans: input.plans.map((plan) => ({
            ...plan,
            sheets: plan.sheets.toReversed().map((sheet, at) => ({ ...sheet, evaluator: `Z${at}` })),
          })),
        };
        expect(sound(rankRound(turned)).plans).toEqual(sound(rankRound(input)).plans);
      }),
      { numRuns: 500 },
    );
  });
});
