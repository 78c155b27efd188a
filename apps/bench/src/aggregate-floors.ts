import { ask, type Bare } from './database.js';
import { CRITERIA, POLICY, type ScoredRound, scoreTable, SHEETS } from './aggregate-world.js';

/** What both floors and ours must agree on, plan by plan. */
export interface Result {
  /** Mean of the totals that count, in points. */
  readonly mean: Float64Array;
  /** Base and bonus in hundredths. */
  readonly final: Float64Array;
  readonly rank: Float64Array;
}

const { trim } = POLICY.scoring;
const KEPT = SHEETS - trim.highest - trim.lowest;
const WEIGHTS = POLICY.criteria.map(({ weight }) => weight);
const MAX = POLICY.criteria[0]?.max ?? 0;
/** A total is Σ weight × mark ÷ max hundredths; this many times the mean of the totals is a whole number. */
const WHOLE = MAX * KEPT;
/** Criteria the tie chain looks at, in its order. */
const CHAIN = POLICY.tieChain.flatMap((rule) =>
  rule.by === 'criterion' ? [POLICY.criteria.findIndex(({ code }) => code === rule.criterion)] : [],
);

const resultOf = (plans: number): Result => ({
  mean: new Float64Array(plans),
  final: new Float64Array(plans),
  rank: new Float64Array(plans),
});

/** The floor in the language: a plain loop over arrays that lie ready, and one sort. No store, no text, no names. */
export function byLoop({ planIds, marks, bonuses }: ScoredRound): Result {
  const plans = planIds.length;
  const result = resultOf(plans);
  const chain = CHAIN.map(() => new Float64Array(plans));
  const base = new Float64Array(plans);
  const totals = new Float64Array(SHEETS);
  const order = new Uint32Array(SHEETS);
  for (let plan = 0; plan < plans; plan += 1) {
    for (let sheet = 0; sheet < SHEETS; sheet += 1) {
      const from = (plan * SHEETS + sheet) * CRITERIA;
      let total = 0;
      for (let at = 0; at < CRITERIA; at += 1) total += (WEIGHTS[at] ?? 0) * (marks[from + at] ?? 0);
      totals[sheet] = total;
      let place = sheet;
      while (place > 0 && goesAfter(marks, totals, plan, order[place - 1] ?? 0, sheet)) {
        order[place] = order[place - 1] ?? 0;
        place -= 1;
      }
      order[place] = sheet;
    }
    let sum = 0;
    for (let place = trim.lowest; place < SHEETS - trim.highest; place += 1) {
      const sheet = order[place] ?? 0;
      sum += totals[sheet] ?? 0;
      for (const [at, sums] of chain.entries())
        sums[plan] = (sums[plan] ?? 0) + (marks[(plan * SHEETS + sheet) * CRITERIA + (CHAIN[at] ?? 0)] ?? 0);
    }
    result.mean[plan] = sum / WHOLE / 100;
    base[plan] = Math.floor((2 * sum + WHOLE) / (2 * WHOLE));
    result.final[plan] = (base[plan] ?? 0) + (bonuses[plan] ?? 0);
  }
  const keys = [result.final, ...chain, base];
  const ranked = Uint32Array.from({ length: plans }, (_, plan) => plan).sort((a, b) => compare(keys, a, b));
  let rank = 0;
  for (let place = 0; place < plans; place += 1) {
    const plan = ranked[place] ?? 0;
    if (place === 0 || compare(keys, ranked[place - 1] ?? 0, plan) !== 0) rank = place + 1;
    result.rank[plan] = rank;
  }
  return result;
}

/** Is `a` the higher of two sheets of a plan: by total, then by their marks? */
function goesAfter(marks: Float64Array, totals: Float64Array, plan: number, a: number, b: number): boolean {
  if (totals[a] !== totals[b]) return (totals[a] ?? 0) > (totals[b] ?? 0);
  const [left, right] = [(plan * SHEETS + a) * CRITERIA, (plan * SHEETS + b) * CRITERIA];
  for (let at = 0; at < CRITERIA; at += 1)
    if (marks[left + at] !== marks[right + at]) return (marks[left + at] ?? 0) > (marks[right + at] ?? 0);
  return false;
}

function compare(keys: readonly Float64Array[], a: number, b: number): number {
  for (const key of keys) if (key[a] !== key[b]) return (key[b] ?? 0) - (key[a] ?? 0);
  return 0;
}

/** The floor in the database: one statement over the normalised table, in whole numbers, so that its ranks are exact too. */
export async function bySql(bare: Bare, { planIds }: ScoredRound): Promise<Result> {
  const table = scoreTable(planIds.length);
  const weight = `CASE "criterion" ${WEIGHTS.map((one, at) => `WHEN ${at} THEN ${one}`).join(' ')} END`;
  const markOf = (at: number): string => `SUM(CASE "criterion" WHEN ${at} THEN "mark" END)`;
  const chain = CHAIN.map((_criterion, at) => `"c${at}"`);
  const order = POLICY.criteria.map((_criterion, at) => `"m${at}"`).join(', ');
  const rows = await ask<Record<'plan' | 'mean' | 'final' | 'rank', number | string>>(
    bare,
    `WITH "sheet" AS (
       SELECT "plan", "evaluator", SUM("mark" * ${weight}) AS "total", ${POLICY.criteria.map((_criterion, at) => `${markOf(at)} AS "m${at}"`).join(', ')}
       FROM "${table}" GROUP BY "plan", "evaluator"),
     "placed" AS (
       SELECT *, ROW_NUMBER() OVER (PARTITION BY "plan" ORDER BY "total", ${order}, "evaluator") AS "place" FROM "sheet"),
     "scored" AS (
       SELECT "plan", CAST(SUM("total") AS double precision) / ${WHOLE} / 100 AS "mean", (2 * CAST(SUM("total") AS bigint) + ${WHOLE}) / (2 * ${WHOLE}) AS "base",
         ${CHAIN.map((at, link) => `SUM("m${at}") AS "c${link}"`).join(', ')}
       FROM "placed" WHERE "place" > ${trim.lowest} AND "place" <= ${SHEETS - trim.highest} GROUP BY "plan")
     SELECT "plan", "mean", "base" + "points" AS "final", RANK() OVER (ORDER BY "base" + "points" DESC, ${chain.map((one) => `${one} DESC`).join(', ')}, "base" DESC) AS "rank"
     FROM "scored" JOIN "${table}_bonus" USING ("plan")`,
  );
  const result = resultOf(planIds.length);
  for (const { plan, mean, final, rank } of rows) {
    result.mean[Number(plan)] = Number(mean);
    result.final[Number(plan)] = Number(final);
    result.rank[Number(plan)] = Number(rank);
  }
  return result;
}
