import { byText } from '../aggregate-input.js';
import { type Answer, type Method, rounded, shortfall } from './answer.js';
import { componentsOf } from './components.js';
import { cutVertices, type Graph, graphOf } from './cut-vertices.js';
import type { AnalysisInput } from './input.js';

const METHOD: Method = {
  method: 'linkage',
  reference: 'connectedness of incomplete block designs (Bose 1947; cf. MacKay et al. 2017, doi 10.1098/rsos.160760)',
};

/** With one plan there is nothing to compare. */
export const LINKAGE_PLANS = 2;
/** Most steps spent on counting the evaluators shared by pairs (Σ load² over the evaluators). */
export const PAIR_STEPS = 50_000_000;

/** Who is to score what: known before any mark is given. */
export interface LinkageInput {
  /** Ids of all plans of the round, also of those nobody has yet. */
  readonly plans: readonly string[];
  readonly assignments: readonly { readonly planId: string; readonly evaluator: string }[];
  /** All evaluators, where some may have no plan yet. */
  readonly evaluators?: readonly string[];
}

/** A figure over plans or evaluators. */
export interface Load {
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
}

export interface Linkage {
  /** `every-pair`: any two plans share an evaluator; `linked`: through others; `disconnected`: some never compare. */
  readonly verdict: 'every-pair' | 'linked' | 'disconnected';
  /** Linked groups, a plan without evaluators counting as one of its own. */
  readonly groups: readonly { readonly plans: readonly string[]; readonly evaluators: readonly string[] }[];
  readonly withoutEvaluators: readonly string[];
  readonly pairs: {
    readonly total: number;
    /** False = the design is too large for counting: only the mean is known. */
    readonly counted: boolean;
    /** Pairs of plans with at least one evaluator in common. */
    readonly sharing: number | null;
    readonly minimumShared: number | null;
    readonly meanShared: number;
  };
  readonly perPlan: Load;
  readonly perEvaluator: Load;
  /** Evaluators whose loss would split a group; `pieces` = what it would fall into. */
  readonly critical: readonly { readonly evaluator: string; readonly pieces: number }[];
}

function loadOf(counts: Int32Array): Load {
  const [minimum, maximum, sum] = counts.reduce(
    ([least, most, all], count) => [Math.min(least, count), Math.max(most, count), all + count],
    [Infinity, 0, 0],
  );
  return { minimum, maximum, mean: rounded(sum / counts.length) };
}

/** Counts, for each plan, the later plans that share evaluators with it: through the evaluators' lists, never all pairs. */
function countPairs({ start, neighbours }: Graph, planCount: number): { sharing: number; minimum: number } {
  const [shared, touched] = [new Int32Array(planCount), new Int32Array(planCount)];
  const passed = start.slice(); // how far each evaluator's list, in order of plans, has been walked
  let [sharing, minimum] = [0, Infinity];
  for (let plan = 0; plan < planCount; plan += 1) {
    let count = 0;
    for (let i = start[plan]!; i < start[plan + 1]!; i += 1) {
      const evaluator = neighbours[i]!;
      passed[evaluator] = passed[evaluator]! + 1;
      for (let j = passed[evaluator]!; j < start[evaluator + 1]!; j += 1) {
        const other = neighbours[j]!;
        if (shared[other] === 0) touched[count++] = other;
        shared[other] = shared[other]! + 1;
      }
    }
    sharing += count;
    if (count < planCount - 1 - plan) minimum = 0;
    for (let i = 0; i < count; i += 1) {
      minimum = Math.min(minimum, shared[touched[i]!]!);
      shared[touched[i]!] = 0;
    }
  }
  return { sharing, minimum };
}

function pairsOf(graph: Graph, planCount: number, loads: Int32Array): Linkage['pairs'] {
  const total = (planCount * (planCount - 1)) / 2;
  const [steps, shared] = loads.reduce(([all, twice], load) => [all + load ** 2, twice + load * (load - 1)], [0, 0]);
  const counted = steps <= PAIR_STEPS;
  const { sharing, minimum } = counted ? countPairs(graph, planCount) : { sharing: null, minimum: null };
  return { total, counted, sharing, minimumShared: minimum, meanShared: rounded(shared / 2 / total) };
}

function groupsOf(graph: Graph, plans: readonly string[], evaluators: readonly string[]): Linkage['groups'] {
  const edges = graph.edges;
  const { ofPlan, ofEvaluator, count } = componentsOf(edges.plans, edges.evaluators, plans.length, evaluators.length);
  const groups = Array.from({ length: count }, () => ({ plans: [] as string[], evaluators: [] as string[] }));
  evaluators.forEach((evaluator, at) => groups[ofEvaluator[at]!]?.evaluators.push(evaluator));
  plans.forEach((planId, at) => {
    const group = groups[ofPlan[at]!];
    if (group) group.plans.push(planId);
    else groups.push({ plans: [planId], evaluators: [] });
  });
  return groups.sort((a, b) => b.plans.length - a.plans.length || byText(a.plans[0] ?? '', b.plans[0] ?? ''));
}

/**
 * Whether the assignments can carry a comparison at all, before the first mark: a design fault cannot be repaired after
 * the marks are in. Two plans no chain of shared evaluators links can only be compared by trusting that panels are alike.
 */
export function linkageOf(input: LinkageInput): Answer<Linkage> {
  const plans = [...new Set(input.plans)].sort(byText);
  const evaluators = [
    ...new Set([...(input.evaluators ?? []), ...input.assignments.map(({ evaluator }) => evaluator)]),
  ].sort(byText);
  const lack = shortfall(
    METHOD,
    { plans: LINKAGE_PLANS, assignments: 1 },
    { plans: plans.length, assignments: input.assignments.length },
  );
  if (lack) return lack;
  const graph = graphOf(input.assignments, plans, evaluators);
  const degrees = Int32Array.from({ length: plans.length + evaluators.length }, (_, node) =>
    Math.max(0, graph.start[node + 1]! - graph.start[node]!),
  );
  const [perPlan, loads] = [degrees.subarray(0, plans.length), degrees.subarray(plans.length)];
  const groups = groupsOf(graph, plans, evaluators);
  const pairs = pairsOf(graph, plans.length, loads);
  return {
    ...METHOD,
    status: 'ok',
    verdict: groups.length > 1 ? 'disconnected' : (pairs.minimumShared ?? 0) > 0 ? 'every-pair' : 'linked',
    groups,
    withoutEvaluators: plans.filter((_, plan) => perPlan[plan] === 0),
    pairs,
    perPlan: loadOf(perPlan),
    perEvaluator: loadOf(loads),
    critical: cutVertices(graph, plans.length)
      .filter(({ node }) => node >= plans.length)
      .map(({ node, pieces }) => ({ evaluator: evaluators[node - plans.length]!, pieces })),
  };
}

/** The assignments that the sheets of a round amount to. */
export function linkageInputOf({ plans, sheets }: Pick<AnalysisInput, 'plans' | 'sheets'>): LinkageInput {
  return {
    plans: plans.map(({ planId }) => planId),
    assignments: sheets.map(({ planId, evaluator }) => ({ planId, evaluator })),
  };
}
