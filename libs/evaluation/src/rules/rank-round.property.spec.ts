import fc from 'fast-check';
import type { AggregateInput, PlanInput } from './aggregate-input.js';
import { aggregate } from './aggregate.js';
import { fromCompact, toCompact } from './compact-round.js';
import { explainOne } from './explain.js';
import { inputFindings } from './input-findings.js';
import type { Mark } from './marks.js';
import { rankRound } from './rank-round.js';
import { exactScale, numberScale } from './whole-numbers.js';

/** Ordinary maxima, awkward ones, ones just within ordinary numbers, and ones that need BigInt for totals or for marks. */
const MAXIMA = [
  [500, 1000, 3000, 7000],
  [700, 1100, 1300, 1700],
  [380_001, 380_003, 1, 2],
  [9973, 9967, 9949, 9941],
  [Number.MAX_SAFE_INTEGER, 2 ** 40, 3, 10_000],
] as const;

/** Random rounds; marks mostly on a coarse grid, sheets often alike, and some plans given again, so that ties are frequent. */
const round: fc.Arbitrary<AggregateInput> = fc
  .record({
    maxima: fc.constantFrom(...MAXIMA),
    cuts: fc.array(fc.oneof(fc.constantFrom(0, 2500, 5000, 7500), fc.nat(10_000)), { maxLength: 3 }),
    trim: fc.record({ highest: fc.nat(2), lowest: fc.nat(2), minimumKept: fc.nat(4) }),
    roundingDigits: fc.nat(2),
    cutOff: fc.option(fc.integer({ min: 3000, max: 7000 })),
    cap: fc.nat(500),
    itemMaxima: fc.array(fc.nat(300), { maxLength: 2 }),
    chain: fc.shuffledSubarray([-1, 0, 1, 2, 3]),
  })
  .chain(({ maxima, cuts, trim, roundingDigits, cutOff, cap, itemMaxima, chain }) => {
    const bounds = [...cuts.toSorted((a, b) => a - b), 10_000];
    const criteria = bounds.map((bound, i) => ({
      code: `c${i}`,
      name: `c${i}`,
      weight: bound - (bounds[i - 1] ?? 0),
      max: maxima[i] ?? 1000,
    }));
    const items = itemMaxima.map((max, i) => ({ code: `b${i}`, name: `b${i}`, max }));
    const marks = fc
      .tuple(
        ...criteria.map(({ code, max }) =>
          fc
            .oneof(
              { weight: 4, arbitrary: fc.nat(2).map((share) => Math.floor(max / 2) * share) },
              { weight: 1, arbitrary: fc.nat(3).map((less) => Math.max(0, max - less)) },
              { weight: 1, arbitrary: fc.maxSafeNat().map((any) => any % (max + 1)) },
            )
            .map((mark) => ({ criterion: code, mark })),
        ),
      )
      .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
    const plan = fc.record({
      sheets: fc
        .oneof(
          fc.array(marks, { minLength: 1, maxLength: 6 }),
          fc.tuple(marks, fc.integer({ min: 1, max: 6 })).map(([one, n]) => Array.from({ length: n }, () => one)),
        )
        .map((list) => list.map((given, i) => ({ evaluator: `E${i}`, marks: given }))),
      bonuses: fc
        .tuple(...items.map(({ code }) => fc.constantFrom(0, 50, 100, 400).map((points) => ({ code, points }))))
        .chain((all) => fc.shuffledSubarray<PlanInput['bonuses'][number]>(all)),
    });
    return fc
      .array(plan, { maxLength: 6 })
      .chain((plans) => fc.shuffledSubarray(plans).map((again) => [...plans, ...again]))
      .map((plans) => ({
        policy: {
          criteria,
          scoring: { trim, minimumPanel: 1, roundingDigits, cutOff },
          bonus: { cap, items },
          tieChain: chain
            .filter((i) => i < criteria.length)
            .map((i) => (i < 0 ? { by: 'base-score' as const } : { by: 'criterion' as const, criterion: `c${i}` })),
        },
        plans: plans.map((content, i) => ({ planId: `p${(i * 7) % 13}`, label: `P${i}`, ...content })),
      }));
  });

function sound<T extends { readonly ok: boolean }>(result: T): Extract<T, { readonly ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Extract<T, { readonly ok: true }>;
}
const explained = (input: AggregateInput) => sound(aggregate(input)).plans;
const compacted = (input: AggregateInput) => sound(toCompact(input)).round;
const needsBigInt = ({ policy: { criteria }, plans }: AggregateInput): boolean =>
  numberScale(
    exactScale(criteria),
    Math.max(...criteria.map(({ max }) => max)),
    Math.max(0, ...plans.map(({ sheets }) => sheets.length)),
  ) === null;

/**
 * Every plan against every other: a plan's rank is one more than the number of plans that beat it. Nothing is shared
 * with the rules: totals over the product of all maxima, a sheet's place by counting the sheets below it.
 */
function naiveRanks({ policy: { criteria, scoring, bonus, tieChain }, plans }: AggregateInput) {
  const product = criteria.reduce((all, { max }) => all * BigInt(max), 1n);
  const scored = plans.map(({ planId, sheets, bonuses }) => {
    const rows = sheets.map(({ marks }) => {
      const row = criteria.map(({ code }) => BigInt(marks.find(({ criterion }) => criterion === code)?.mark ?? -1));
      const total = criteria.reduce(
        (all, { weight, max }, i) => all + BigInt(weight) * (row[i] ?? 0n) * (product / BigInt(max)),
        0n,
      );
      return [total, ...row];
    });
    const isBelow = (a: readonly bigint[], i: number, b: readonly bigint[], j: number): boolean => {
      const at = a.findIndex((value, column) => value !== b[column]);
      return at < 0 ? i < j : (a[at] ?? 0n) < (b[at] ?? 0n);
    };
    const left = rows.length - scoring.trim.highest - scoring.trim.lowest;
    const trims = left >= 1 && left >= scoring.trim.minimumKept;
    const kept = rows.filter((row, i) => {
      const place = rows.filter((other, j) => isBelow(other, j, row, i)).length;
      return !trims || (place >= scoring.trim.lowest && place < rows.length - scoring.trim.highest);
    });
    const sums = [product, ...criteria].map((_, column) => kept.reduce((all, row) => all + (row[column] ?? 0n), 0n));
    const [total = 0n] = sums;
    const count = BigInt(kept.length);
    const unit = 10n ** BigInt(2 - scoring.roundingDigits);
    const base = ((2n * total + product * count * unit) / (2n * product * count * unit)) * unit;
    const granted = bonuses.map(({ code, points }) =>
      Math.min(points, bonus.items.find((item) => item.code === code)?.max ?? 0),
    );
    const extra = Math.min(
      bonus.cap,
      granted.reduce((all, points) => all + points, 0),
    );
    const keys = tieChain.map((rule) =>
      rule.by === 'base-score'
        ? base * count
        : (sums[1 + criteria.findIndex(({ code }) => code === rule.criterion)] ?? 0n),
    );
    return { planId, count, keys: [(base + BigInt(extra)) * count, ...keys] };
  });
  type Scored = (typeof scored)[number];
  const lead = (a: Scored, b: Scored): bigint =>
    a.keys.map((key, i) => key * b.count - (b.keys[i] ?? 0n) * a.count).find((gap) => gap !== 0n) ?? 0n;
  return scored.map((plan) => ({
    planId: plan.planId,
    rank: 1 + scored.filter((other) => lead(other, plan) > 0n).length,
    unresolvedTie: scored.some((other) => other !== plan && lead(other, plan) === 0n),
  }));
}

describe('rankRound, in general', () => {
  it('says to the last digit what aggregate explains, in either form, and ranks as a count of who beats whom', () => {
    const seen = { numbers: 0, bigints: 0, shared: 0, separated: 0 };
    fc.assert(
      fc.property(round, (input) => {
        const plans = explained(input);
        const ranking = sound(rankRound(input)).plans;
        expect(plans.map((plan) => ({ ...plan, sheetCount: plan.sheets.length }))).toMatchObject(ranking);
        expect(sound(rankRound(compacted(input))).plans).toEqual(ranking);
        expect(plans.map(({ planId, rank, unresolvedTie }) => ({ planId, rank, unresolvedTie }))).toEqual(
          naiveRanks(input).toSorted((a, b) => a.rank - b.rank || (a.planId < b.planId ? -1 : 1)),
        );
        seen[needsBigInt(input) ? 'bigints' : 'numbers'] += 1;
        seen.shared += plans.filter(({ unresolvedTie }) => unresolvedTie).length;
        seen.separated += plans.filter(({ ties }) =>
          ties.some(({ separatedBy }) => separatedBy !== 'unresolved'),
        ).length;
      }),
      { numRuns: 1000 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });

  it('explains one plan as aggregate explains it among all, from either form', () => {
    fc.assert(
      fc.property(round, (input) => {
        for (const plan of explained(input)) {
          expect(explainOne(input, plan.planId)).toEqual({ ok: true, rules: input.policy, plan });
          expect(explainOne(compacted(input), plan.planId)).toEqual({ ok: true, rules: input.policy, plan });
        }
      }),
    );
  });

  it('goes to the compact form and back without loss but the order of marks', () => {
    fc.assert(
      fc.property(round, (input) => {
        const compact = compacted(input);
        expect(compacted(fromCompact(compact))).toEqual(compact);
        const place = ({ criterion }: { criterion: string }) => Number(criterion.slice(1));
        const sorted = input.plans.map((plan) => ({
          ...plan,
          sheets: plan.sheets.map(({ evaluator, marks }) => ({
            evaluator,
            marks: marks.toSorted((a, b) => place(a) - place(b)),
          })),
        }));
        expect(fromCompact(compact)).toEqual({ ...input, plans: sorted });
      }),
    );
  });

  it('finds in a faulty round, in either form, all that the detailed look at every plan finds', () => {
    const fault = fc.record({
      kind: fc.constantFrom('drop', 'again', 'mark', 'criterion', 'evaluator', 'sheets', 'bonus', 'plan'),
      which: fc.nat(),
      mark: fc.constantFrom(-1, -7, 0.5, Number.NaN, 2 ** 53),
    });
    fc.assert(
      fc.property(round, fc.array(fault, { maxLength: 4 }), (input, faults) => {
        const faulty = faults.reduce((given, { kind, which, mark }) => spoil(given, kind, which, mark), input);
        const findings = inputFindings(faulty);
        const expected = findings.length > 0 ? { ok: false, findings } : { ok: true };
        expect(rankRound(faulty)).toMatchObject(expected);
        expect(aggregate(faulty)).toMatchObject(expected);
        const compact = toCompact(faulty);
        // findings count the marks of a sheet as they are given, and a row has them in the order of the policy
        const inOrder = compact.ok ? inputFindings(fromCompact(compact.round)) : findings;
        expect(inOrder).toHaveLength(findings.length);
        expect(compact.ok ? rankRound(compact.round) : compact).toMatchObject(
          inOrder.length > 0 ? { ok: false, findings: inOrder } : { ok: true },
        );
      }),
      { numRuns: 1000 },
    );
  });
});

/** The round with one fault more, on the plan that `which` comes to. */
function spoil(input: AggregateInput, kind: string, which: number, mark: number): AggregateInput {
  const at = which % Math.max(1, input.plans.length);
  const twice = <T>(items: readonly T[]): T[] => [...items, ...items.slice(0, 1)];
  const plans = input.plans.map((plan, i): PlanInput => {
    if (i !== at) return plan;
    const [sheet, ...rest] = plan.sheets;
    const [given, ...others] = sheet?.marks ?? [];
    const withMarks = (marks: readonly Mark[]): PlanInput =>
      sheet ? { ...plan, sheets: [...rest, { ...sheet, marks }] } : plan;
    if (kind === 'drop') return withMarks(others);
    if (kind === 'again') return withMarks(twice(sheet?.marks ?? []));
    if (kind === 'mark' && given) return withMarks([...others, { ...given, mark }]);
    if (kind === 'criterion') return withMarks([...others, { criterion: 'charm', mark: 0 }]);
    if (kind === 'evaluator') return { ...plan, sheets: twice(plan.sheets) };
    if (kind === 'sheets') return { ...plan, sheets: [] };
    if (kind === 'bonus')
      return { ...plan, bonuses: [...twice(plan.bonuses), { code: `b${which % 3}`, points: mark }] };
    return plan;
  });
  return { ...input, plans: kind === 'plan' ? twice(plans) : plans };
}
