import { type IndexedProblem, indexProblem, listOf } from './indexed.js';
import { type AssignmentProblem } from './problem.js';
import { proposalOf } from './proposal.js';
import { type AssignmentProposal, type Shortage } from './result.js';
import { BLOCKED, createRowReader, FIELD, INDUSTRY, type RowReader } from './rows.js';
import { fixedShortages, measure } from './shortages.js';

/** Everyone free of conflict with a plan, fixed ones left out; the reader holds the plan's row afterwards. */
function freeFor({ problem, reader }: { problem: IndexedProblem; reader: RowReader }, plan: number): number[] {
  reader.load(plan);
  const free: number[] = [];
  const [fixed, conflicts] = [listOf(problem.fixed, plan), listOf(problem.conflicts, plan)];
  for (let e = 0; e < reader.row.length; e += 1) {
    // a partner of a fixed evaluator is blocked in the row, but not free of duty here: the pair has to be named
    const partner = reader.row[e]! >= BLOCKED && !fixed.includes(e) && !conflicts.includes(e);
    if (reader.row[e]! < BLOCKED || partner) free.push(e);
  }
  return free;
}

function planShortages(
  problem: IndexedProblem,
  plan: number,
  members: readonly number[],
  types: Uint8Array,
): Shortage[] {
  const { industryShare: share, fieldsPerPlan } = problem.given.rules;
  const { id: planId, reviews, fields } = problem.plans[plan]!;
  const having = (bit: number): number => members.filter((e) => types[e]! & bit).length;
  const industry = share ? Math.ceil((members.length * share.of) / share.per) : 0;
  const field = fields.length > 0 && members.length > 0 ? fieldsPerPlan : 0;
  const name = (e: number): string => problem.evaluators[e]!.id;
  const pairs = members.flatMap((one) =>
    [...listOf(problem.partners, one)]
      .filter((other) => other > one && members.includes(other))
      .map((other) => [name(one), name(other)] as const),
  );
  const found: Shortage[] = [];
  if (members.length < reviews) found.push({ code: 'plan-evaluators', planId, ...measure(reviews, members.length) });
  if (having(INDUSTRY) < industry)
    found.push({ code: 'plan-industry', planId, ...measure(industry, having(INDUSTRY)) });
  if (having(FIELD) < field) found.push({ code: 'plan-field', planId, ...measure(field, having(FIELD)) });
  if (pairs.length > 0) found.push({ code: 'plan-not-together', planId, pairs, ...measure(pairs.length, 0) });
  return found;
}

/**
 * Everyone scores every plan he has no conflict with, as in a small round; `reviews` is then the fewest evaluators a plan
 * must have. The other constraints are checked as they stand, and every one that is broken is named.
 * Throws RangeError for a problem that is not well formed.
 */
export function everyToEvery(given: AssignmentProblem): AssignmentProposal {
  const problem = indexProblem(given);
  const reader = createRowReader(problem);
  const shortages: Shortage[] = fixedShortages(problem);
  const loads = new Int32Array(problem.evaluators.length);
  const found = problem.plans.map((_, plan) => {
    const free = freeFor({ problem, reader }, plan);
    const members = [...listOf(problem.fixed, plan), ...free].sort((a, b) => a - b);
    for (const e of members) loads[e]! += 1;
    shortages.push(...planShortages(problem, plan, members, reader.types()));
    return free;
  });
  problem.evaluators.forEach(({ id: evaluatorId, minLoad, maxLoad }, e) => {
    const load = loads[e]!;
    if (load > maxLoad) shortages.push({ code: 'evaluator-load', evaluatorId, ...measure(load, maxLoad) });
    if (load < minLoad) shortages.push({ code: 'evaluator-plans', evaluatorId, ...measure(minLoad, load) });
  });
  if (shortages.length > 0) return { ok: false, shortages };
  const proposal = proposalOf(problem, reader, found, new Float64Array(loads.length), 0);
  return { ...proposal, lowerBound: proposal.cost, optimal: true };
}
