/** Plans (0 to P - 1) and evaluators (P and on) as one graph; neighbours of a node are in order, without repetition. */
export interface Graph {
  readonly start: Int32Array;
  readonly neighbours: Int32Array;
  readonly edges: { readonly plans: Int32Array; readonly evaluators: Int32Array };
}

/** The graph of some assignments; an assignment given twice (two stages) is one edge. Throws RangeError on a plan unknown. */
export function graphOf(
  assignments: readonly { readonly planId: string; readonly evaluator: string }[],
  plans: readonly string[],
  evaluators: readonly string[],
): Graph {
  const places = new Map(plans.map((planId, place) => [planId, place]));
  const aliases = new Map(evaluators.map((evaluator, place) => [evaluator, place]));
  const lists = Array.from({ length: plans.length + evaluators.length }, () => new Set<number>());
  const edges = { plans: [] as number[], evaluators: [] as number[] };
  for (const { planId, evaluator } of assignments) {
    const [plan, who] = [places.get(planId), aliases.get(evaluator)!];
    if (plan === undefined) throw new RangeError('an assignment is to an unknown plan');
    if (lists[plan]!.has(plans.length + who)) continue;
    lists[plan]!.add(plans.length + who);
    lists[plans.length + who]!.add(plan);
    edges.plans.push(plan);
    edges.evaluators.push(who);
  }
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, node) => {
    start[node + 1] = start[node]! + list.size;
  });
  const neighbours = new Int32Array(start.at(-1)!);
  lists.forEach((list, node) => neighbours.set(Int32Array.from(list).sort(), start[node]!));
  return {
    start,
    neighbours,
    edges: { plans: Int32Array.from(edges.plans), evaluators: Int32Array.from(edges.evaluators) },
  };
}

/** State of a depth-first walk, by node; the path is kept in a list, because a chain of panels may be long. */
interface Walk {
  readonly seen: Int32Array;
  readonly low: Int32Array;
  readonly next: Int32Array;
  /** Branches that hang on the node alone. */
  readonly hanging: Int32Array;
  time: number;
}

function walkFrom(root: number, { start, neighbours }: Graph, walk: Walk): void {
  const path = [root];
  walk.seen[root] = walk.low[root] = walk.time += 1;
  while (path.length > 0) {
    const node = path.at(-1)!;
    const parent = path.at(-2) ?? -1;
    if (walk.next[node]! < start[node + 1]!) {
      const other = neighbours[walk.next[node]!]!;
      walk.next[node] = walk.next[node]! + 1;
      if (other === parent) continue;
      if (walk.seen[other]! > 0) walk.low[node] = Math.min(walk.low[node]!, walk.seen[other]!);
      else {
        walk.seen[other] = walk.low[other] = walk.time += 1;
        path.push(other);
      }
      continue;
    }
    path.pop();
    if (parent < 0) continue;
    if (walk.low[node]! >= walk.seen[parent]!) walk.hanging[parent] = walk.hanging[parent]! + 1;
    walk.low[parent] = Math.min(walk.low[parent]!, walk.low[node]!);
  }
  // what hangs on the root is not also held from above
  walk.hanging[root] = walk.hanging[root]! - 1;
}

/** The nodes without which their part of the graph falls into several pieces (Hopcroft, Tarjan 1973). Linear time. */
export function cutVertices(graph: Graph, roots: number): { node: number; pieces: number }[] {
  const size = graph.start.length - 1;
  const walk: Walk = {
    seen: new Int32Array(size),
    low: new Int32Array(size),
    next: graph.start.slice(0, size),
    hanging: new Int32Array(size),
    time: 0,
  };
  // every part with an edge has a plan in it
  for (let root = 0; root < roots; root += 1) if (walk.seen[root] === 0) walkFrom(root, graph, walk);
  return Array.from(walk.hanging, (hanging, node) => ({ node, pieces: hanging + 1 })).filter(
    ({ pieces }) => pieces > 1,
  );
}
