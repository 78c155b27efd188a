import fc from 'fast-check';
import type { AggregateInput, PlanInput } from './aggregate-input.js';
import { aggregate } from './aggregate.js';
import { add, compare, mul, of, parse, toText, ZERO } from './rational.js';
import type { RankedPlan } from './tie-chain.js';

/** Random rounds. Most marks lie on a coarse grid, so that equal totals, shared extremes and ties are frequent. */
const round: fc.Arbitrary<AggregateInput> = fc
  .record({
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { maxLength: 3 }),
    maxima: fc.array(fc.constantFrom(500, 1000, 3000, 7000, 10_000), { minLength: 4, maxLength: 4 }),
    highest: fc.integer({ min: 0, max: 2 }),
    lowest: fc.integer({ min: 0, max: 2 }),
    minimumKept: fc.integer({ min: 0, max: 4 }),
    roundingDigits: fc.integer({ min: 0, max: 2 }),
    cutOff: fc.option(fc.integer({ min: 3000, max: 7000 })),
    cap: fc.integer({ min: 0, max: 500 }),
    itemMaxima: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 2 }),
    chain: fc.shuffledSubarray([-1, 0, 1, 2, 3]),
  })
  .chain(({ cuts, maxima, highest, lowest, minimumKept, roundingDigits, cutOff, cap, itemMaxima, chain }) => {
    const bounds = [0, ...cuts.toSorted((a, b) => a - b), 20];
    const criteria = bounds.slice(1).map((bound, i) => ({
      code: `c${i}`,
      name: `c${i}`,
      weight: (bound - (bounds[i] ?? 0)) * 500,
      max: maxima[i] ?? 1000,
    }));
    const items = itemMaxima.map((max, i) => ({ code: `b${i}`, name: `b${i}`, max }));
    const marks = fc.tuple(
      ...criteria.map(({ code, max }) =>
        fc
          .oneof(
            { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }).map((share) => (max / 4) * share) },
            { weight: 1, arbitrary: fc.integer({ min: 0, max }) },
          )
          .map((mark) => ({ criterion: code, mark })),
      ),
    );
    const plan = fc.record({
      sheets: fc
        .array(marks, { minLength: 1, maxLength: 6 })
        .map((list) => list.map((given, i) => ({ evaluator: `E${i}`, marks: given }))),
      bonuses: fc
        .tuple(...items.map(({ code }) => fc.constantFrom(0, 50, 100, 400).map((points) => ({ code, points }))))
        .chain((all) => fc.shuffledSubarray<PlanInput['bonuses'][number]>(all)),
    });
    return fc.array(plan, { maxLength: 6 }).map((plans) => ({
      policy: {
        criteria,
        scoring: { trim: { highest, lowest, minimumKept }, minimumPanel: 1, roundingDigits, cutOff },
        bonus: { cap, items },
        tieChain: chain
          .filter((i) => i < criteria.length)
          .map((i) => (i < 0 ? { by: 'base-score' as const } : { by: 'criterion' as const, criterion: `c${i}` })),
      },
      plans: plans.map((content, i) => ({ planId: `p${i}`, label: `P${i}`, ...content })),
    }));
  });

function ranked(input: AggregateInput): readonly RankedPlan[] {
  const result = aggregate(input);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.plans;
}

/**
 * The same rules written a second time, on purpose in another way: no fractions, every figure scaled to one common
 * denominator; extremes struck out one by one; ranks by counting who is better with cross multiplication.
 */
function oracle({ policy, plans }: AggregateInput) {
  const { criteria, scoring, bonus, tieChain } = policy;
  const scale = criteria.reduce((product, { max }) => product * BigInt(max), 1n);
  const scored = plans.map(({ planId, sheets, bonuses }) => {
    const left = sheets.map(({ marks }) => {
      const row = criteria.map(({ code }) => marks.find(({ criterion }) => criterion === code)?.mark ?? -1);
      const total = criteria.reduce(
        (sum, { weight, max }, i) => sum + (BigInt(weight) * BigInt(row[i] ?? -1) * scale) / BigInt(max),
        0n,
      );
      return { total, row };
    });
    const beats = (a: (typeof left)[number], b: (typeof left)[number]): boolean => {
      if (a.total !== b.total) return a.total > b.total;
      const i = a.row.findIndex((mark, at) => mark !== b.row[at]);
      return i >= 0 && (a.row[i] ?? 0) > (b.row[i] ?? 0);
    };
    const strike = (highest: boolean): void => {
      const extreme = left.reduce((chosen, sheet) =>
        (highest ? beats(sheet, chosen) : beats(chosen, sheet)) ? sheet : chosen,
      );
      left.splice(left.indexOf(extreme), 1);
    };
    const remaining = left.length - scoring.trim.highest - scoring.trim.lowest;
    if (remaining >= 1 && remaining >= scoring.trim.minimumKept) {
      for (let i = 0; i < scoring.trim.highest; i += 1) strike(true);
      for (let i = 0; i < scoring.trim.lowest; i += 1) strike(false);
    }
    const count = BigInt(left.length);
    const total = left.reduce((sum, sheet) => sum + sheet.total, 0n);
    const unit = [100n, 10n, 1n][scoring.roundingDigits] ?? 1n;
    const divisor = count * scale * unit;
    const base = Number(((total + total + divisor) / (divisor + divisor)) * unit);
    let extra = 0;
    for (const { code, points } of bonuses) {
      const most = bonus.items.find((item) => item.code === code)?.max ?? 0;
      extra += points > most ? most : points;
    }
    const final = base + (extra > bonus.cap ? bonus.cap : extra);
    const sums = criteria.map((_, i) => left.reduce((sum, { row }) => sum + BigInt(row[i] ?? 0), 0n));
    return { planId, total, count, base, final, sums, passes: scoring.cutOff === null || final >= scoring.cutOff };
  });
  type Scored = (typeof scored)[number];
  const better = (a: Scored, b: Scored): boolean => {
    if (a.final !== b.final) return a.final > b.final;
    for (const rule of tieChain) {
      const i = rule.by === 'criterion' ? criteria.findIndex(({ code }) => code === rule.criterion) : -1;
      const x = i < 0 ? BigInt(a.base) : (a.sums[i] ?? 0n) * b.count;
      const y = i < 0 ? BigInt(b.base) : (b.sums[i] ?? 0n) * a.count;
      if (x !== y) return x > y;
    }
    return false;
  };
  return scored.map((plan) => ({
    planId: plan.planId,
    mean: toText(of(plan.total, 100n * plan.count * scale)),
    base: plan.base,
    final: plan.final,
    passesCutOff: plan.passes,
    criterionMeans: plan.sums.map((sum) => toText(of(sum, 100n * plan.count))),
    rank: 1 + scored.filter((other) => better(other, plan)).length,
  }));
}

const rename = (plan: PlanInput): PlanInput => ({
  ...plan,
  sheets: plan.sheets.map((sheet, i) => ({ ...sheet, evaluator: `E${99 - i}` })),
});
const bare = (plans: readonly RankedPlan[]) =>
  plans.map(({ planId, rank, mean, criterionMeans, ties }) => ({ planId, rank, mean, criterionMeans, ties }));
const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

describe('aggregate, in general', () => {
  it('equals an independent computation on 1,000 random rounds', () => {
    let ties = 0;
    fc.assert(
      fc.property(round, (input) => {
        const plans = ranked(input);
        ties += plans.filter((plan) => plan.ties.length > 0).length;
        const own = plans.map(({ planId, mean, base, final, passesCutOff, criterionMeans, rank }) => ({
          planId,
          mean,
          base,
          final,
          passesCutOff,
          criterionMeans: criterionMeans.map((criterion) => criterion.mean),
          rank,
        }));
        expect(own.toSorted((a, b) => (a.planId < b.planId ? -1 : 1))).toEqual(oracle(input));
      }),
      { numRuns: 1000 },
    );
    expect(ties).toBeGreaterThan(0);
  });

  it('does not depend on the order of plans, sheets, marks and bonuses', () => {
    const pair = round.chain((input) =>
      fc
        .tuple(
          ...input.plans.map((plan) =>
            fc.record({
              planId: fc.constant(plan.planId),
              label: fc.constant(plan.label),
              sheets: fc
                .tuple(
                  ...plan.sheets.map(({ evaluator, marks }) => shuffled(marks).map((m) => ({ evaluator, marks: m }))),
                )
                .chain(shuffled),
              bonuses: shuffled(plan.bonuses),
            }),
          ),
        )
        .chain(shuffled)
        .map((plans) => [input, { ...input, plans }] as const),
    );
    fc.assert(fc.property(pair, ([a, b]) => expect(aggregate(b)).toEqual(aggregate(a))));
  });

  it('does not depend on the aliases of the evaluators', () => {
    fc.assert(
      fc.property(round, (input) => {
        expect(bare(ranked({ ...input, plans: input.plans.map(rename) }))).toEqual(bare(ranked(input)));
      }),
    );
  });

  it('never lowers the rank of the plan that gains a bonus', () => {
    fc.assert(
      fc.property(round, fc.nat(), fc.nat(), (input, which, amount) => {
        const [plan, item] = [input.plans[which % 7], input.policy.bonus.items[amount % 2]];
        if (!plan || !item) return;
        const kept = plan.bonuses.filter(({ code }) => code !== item.code);
        const held = plan.bonuses.find(({ code }) => code === item.code)?.points ?? 0;
        const richer = { ...plan, bonuses: [...kept, { code: item.code, points: held + (amount % 401) }] };
        const plans = input.plans.map((other) => (other === plan ? richer : other));
        const rankIn = (list: readonly RankedPlan[]) => list.find(({ planId }) => planId === plan.planId)?.rank ?? 0;
        expect(rankIn(ranked({ ...input, plans }))).toBeLessThanOrEqual(rankIn(ranked(input)));
      }),
      { numRuns: 500 },
    );
  });

  it('trims exactly as many as stated, extremes only, and one of the equals', () => {
    fc.assert(
      fc.property(round, (input) => {
        for (const { sheets, trim } of ranked(input)) {
          const side = (kind: 'highest' | 'lowest' | null) => sheets.filter(({ trimmed }) => trimmed === kind);
          const applied = trim.outcome === 'applied';
          expect(side('highest')).toHaveLength(applied ? trim.highest : 0);
          expect(side('lowest')).toHaveLength(applied ? trim.lowest : 0);
          expect(side(null)).toHaveLength(trim.kept);
          for (const kept of side(null)) {
            for (const high of side('highest')) expect(compare(parse(high.total), parse(kept.total))).not.toBe(-1);
            for (const low of side('lowest')) expect(compare(parse(low.total), parse(kept.total))).not.toBe(1);
          }
        }
      }),
    );
  });

  it('is plain JSON, and its parts sum to the whole', () => {
    fc.assert(
      fc.property(round, (input) => {
        const result = aggregate(input);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        for (const { criterionMeans, mean, sheets } of ranked(input)) {
          const weighed = input.policy.criteria.map(({ weight, max }, i) =>
            mul(parse(criterionMeans[i]?.mean ?? ''), of(weight, max)),
          );
          expect(toText(weighed.reduce(add, ZERO))).toBe(mean);
          for (const { parts, total } of sheets)
            expect(toText(parts.map(({ points }) => parse(points)).reduce(add, ZERO))).toBe(total);
        }
      }),
    );
  });
});
