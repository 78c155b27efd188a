/**
 * A state machine as one table: state → action → next state.
 * The table is the only place a transition is written down; guards, API answers (`allowed`)
 * and the diagrams in the docs are all read from it.
 */
export type TransitionTable<State extends string, Action extends string> = {
  readonly initial: State;
  readonly finals: readonly State[];
  readonly moves: { readonly [S in State]: { readonly [A in Action]?: State } };
};

/** Actions the table opens from `state`, in the order they are written. */
export function allowedActions<S extends string, A extends string>(table: TransitionTable<S, A>, state: S): A[] {
  return Object.keys(table.moves[state]) as A[];
}

/** The state `action` leads to from `state`, or null where the table has no such move. */
export function nextState<S extends string, A extends string>(
  table: TransitionTable<S, A>,
  state: S,
  action: A,
): S | null {
  const moves = table.moves[state];
  return Object.hasOwn(moves, action) ? (moves[action] ?? null) : null;
}

/** What is wrong with a table: unknown target, unreachable state, dead end, final state with a way out. Empty = sound. */
export function tableFaults<S extends string, A extends string>(table: TransitionTable<S, A>): string[] {
  const states = Object.keys(table.moves) as S[];
  const faults: string[] = [];
  const reached = new Set<S>([table.initial]);
  const queue: S[] = [table.initial];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const to of Object.values(table.moves[state] ?? {}) as S[]) {
      if (!states.includes(to)) faults.push(`${state}: unknown target ${to}`);
      else if (!reached.has(to)) {
        reached.add(to);
        queue.push(to);
      }
    }
  }
  for (const state of states) {
    const ways = allowedActions(table, state).length;
    const final = table.finals.includes(state);
    if (!reached.has(state)) faults.push(`${state}: unreachable`);
    if (final && ways > 0) faults.push(`${state}: final, but has a way out`);
    if (!final && ways === 0) faults.push(`${state}: no way out`);
  }
  return faults;
}

const node = (state: string): string => state.replaceAll('-', '_');

/** The table as a Mermaid state diagram (for the docs; regenerated and compared by a spec). */
export function toMermaid<S extends string, A extends string>(table: TransitionTable<S, A>): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${node(table.initial)}`];
  for (const [from, moves] of Object.entries(table.moves) as [S, Record<A, S>][]) {
    for (const [action, to] of Object.entries(moves) as [A, S][])
      lines.push(`  ${node(from)} --> ${node(to)}: ${action}`);
  }
  for (const state of table.finals) lines.push(`  ${node(state)} --> [*]`);
  return lines.join('\n');
}
