/** Who is linked with whom through shared plans: the connected components of the graph of evaluators and plans. */
export interface Components {
  /** By evaluator; groups are numbered in order of their first evaluator. -1 = he has no plan. */
  readonly ofEvaluator: Int32Array;
  /** By plan; -1 = nobody has it. */
  readonly ofPlan: Int32Array;
  readonly count: number;
}

/** Components of a graph given as pairs of plan and evaluator (two columns of equal length); union–find. */
export function componentsOf(
  plans: ArrayLike<number>,
  evaluators: ArrayLike<number>,
  planCount: number,
  evaluatorCount: number,
): Components {
  const parent = Int32Array.from({ length: planCount + evaluatorCount }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const used = new Uint8Array(parent.length);
  for (let i = 0; i < plans.length; i += 1) {
    const [plan, evaluator] = [plans[i]!, planCount + evaluators[i]!];
    used[plan] = used[evaluator] = 1;
    parent[rootOf(evaluator)] = rootOf(plan);
  }
  const numbers = new Map<number, number>();
  const numberOf = (node: number): number => {
    if (used[node] === 0) return -1;
    const root = rootOf(node);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  };
  const ofEvaluator = Int32Array.from({ length: evaluatorCount }, (_, evaluator) => numberOf(planCount + evaluator));
  const ofPlan = Int32Array.from({ length: planCount }, (_, plan) => numberOf(plan));
  return { ofEvaluator, ofPlan, count: numbers.size };
}
