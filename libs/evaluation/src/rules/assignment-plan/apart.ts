import { type Choice } from './choice.js';
import { type PlanClasses } from './classes.js';
import { type IndexedProblem, listOf } from './indexed.js';
import { BLOCKED, type RowReader } from './rows.js';

/** What suits a plan best at given prices, by all its rules. */
export interface Wish {
  readonly plan: number;
  readonly mode: number;
  /** Evaluators left out because of whom they must not sit with. */
  readonly without: readonly number[];
  readonly chosen: readonly number[];
  readonly value: number;
}

/** Sets of evaluators looked at per plan. */
const LOOKS = 400;

/** A pair among these that must not sit together. */
export function pairIn(problem: IndexedProblem, evaluators: ArrayLike<number>, size: number): [number, number] | null {
  const { partners } = problem;
  if (partners.items.length === 0) return null;
  for (let i = 0; i < size; i += 1)
    for (let j = i + 1; j < size; j += 1)
      if (listOf(partners, evaluators[i]!).includes(evaluators[j]!)) return [evaluators[i]!, evaluators[j]!];
  return null;
}

interface Quest {
  readonly problem: IndexedProblem;
  readonly row: Int32Array;
  readonly types: Uint8Array;
  readonly choice: Choice;
  readonly classes: PlanClasses;
  readonly prices: Float64Array;
  readonly plan: number;
  readonly wanted: number;
  best: Wish | null;
  looks: number;
  /** Least value of a set that was not looked into. */
  open: number;
}

function explore(quest: Quest, without: readonly number[]): void {
  const { row, types, choice, classes, prices, plan, wanted } = quest;
  choice.gather(row, types, prices, classes, plan, wanted);
  const mode = choice.pickBest(classes, plan, wanted);
  const { value } = choice;
  if (mode < 0 || value >= (quest.best?.value ?? Number.POSITIVE_INFINITY)) return;
  const pair = pairIn(quest.problem, choice.chosen, choice.size);
  if (!pair) {
    quest.best = { plan, mode, without, chosen: [...choice.chosen.subarray(0, choice.size)], value };
    return;
  }
  if (quest.looks <= 0) {
    quest.open = Math.min(quest.open, value);
    return;
  }
  quest.looks -= 1;
  for (const evaluator of pair) {
    const cost = row[evaluator]!;
    row[evaluator] = BLOCKED;
    explore(quest, [...without, evaluator]);
    row[evaluator] = cost;
  }
}

/**
 * The best for one plan with the rules about pairs, found by leaving out one or the other of every pair that comes up.
 * `least` is a proven lower bound of its value, infinite where there is none; the reader must hold the plan's row.
 */
export function wishOf(
  problem: IndexedProblem,
  reader: RowReader,
  choice: Choice,
  classes: PlanClasses,
  plan: number,
  wanted: number,
  prices: Float64Array,
): { readonly wish: Wish | null; readonly least: number } {
  const { row } = reader;
  const types = reader.types();
  const rest = { best: null, looks: LOOKS, open: Number.POSITIVE_INFINITY };
  const quest: Quest = { problem, row, types, choice, classes, prices, plan, wanted, ...rest };
  explore(quest, []);
  return { wish: quest.best, least: Math.min(quest.best?.value ?? Number.POSITIVE_INFINITY, quest.open) };
}
