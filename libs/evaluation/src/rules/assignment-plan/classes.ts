import { FIELD, INDUSTRY } from './rows.js';
import { type Stock } from './stock.js';

/**
 * Two classes of evaluators at one plan, A and B: industry and field, in either order. The plan needs `needA` of A and
 * `needB` of B. A alone is a lower bound in a flow, B beside it is one only when it is known how many evaluators count for
 * both; a `mode` t says "at least t of both, at least needB − t of B alone", and every choice that keeps the rules keeps
 * them in some mode from `low` to `high`. In mode −1 B is not asked for.
 */
export interface PlanClasses {
  readonly needA: Int32Array;
  readonly needB: Int32Array;
  /** 1 where A is the field and B the industry. */
  readonly flipped: Uint8Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly mode: Int32Array;
  /** Evaluators a plan must do without for now, because of whom they must not sit with. */
  readonly without: Map<number, readonly number[]>;
}

/** Which of A (1) and B (2) an evaluator counts for. */
export function classOf({ flipped }: PlanClasses, plan: number, type: number): number {
  if (flipped[plan] === 0) return type;
  return (type & INDUSTRY ? 2 : 0) | (type & FIELD ? 1 : 0);
}

/** The cell an evaluator of a class hangs on; a cell that asks for nothing is left out in favour of its parent. */
export function cellFor(classes: PlanClasses, plan: number, kind: number): number {
  const mode = classes.mode[plan]!;
  const a = (kind & 1) === 1;
  const b = kind >= 2;
  if (a && b && mode > 0) return 2;
  if (a) return classes.needA[plan]! > 0 ? 1 : 0;
  return b && mode >= 0 && classes.needB[plan]! > mode ? 3 : 0;
}

/** Modes that leave the plan a choice; empty (high < low) where its needs cannot be met together. */
function modeRange(reviews: number, needA: number, needB: number, onlyA: number, both: number, onlyB: number) {
  if (needA > onlyA + both) return { low: 0, high: -1 };
  let low = Math.max(0, needB - onlyB);
  let high = Math.min(needB, both);
  const room = (mode: number): boolean => Math.max(needA, mode) + needB - mode <= reviews;
  while (low <= high && !room(low)) low += 1;
  while (low <= high && !room(high)) high -= 1;
  return { low, high };
}

/**
 * Decides for every plan which of its two classes is A, so that as few modes as possible remain; a single mode makes the
 * plan part of the flow. That is so for one class only, for disjoint classes and for one within the other.
 */
export function planClasses({ needs, free }: Stock): PlanClasses {
  const plans = needs.reviews.length;
  const array = (): Int32Array => new Int32Array(plans);
  const classes = { needA: array(), needB: array(), low: array(), high: array(), mode: array() };
  const flipped = new Uint8Array(plans);
  for (let plan = 0; plan < plans; plan += 1) {
    const [industry, field, reviews] = [needs.industry[plan]!, needs.field[plan]!, needs.reviews[plan]!];
    const [, onlyI, onlyF, both] = [...free.subarray(4 * plan, 4 * plan + 4)] as [number, number, number, number];
    const straight = modeRange(reviews, industry, field, onlyI, both, onlyF);
    const turned = modeRange(reviews, field, industry, onlyF, both, onlyI);
    const flip = turned.high - turned.low < straight.high - straight.low || (industry === 0 && field > 0);
    const { low, high } = flip ? turned : straight;
    flipped[plan] = Number(flip);
    classes.needA[plan] = flip ? field : industry;
    classes.needB[plan] = flip ? industry : field;
    classes.low[plan] = low;
    classes.high[plan] = high;
    classes.mode[plan] = low === high ? low : -1;
  }
  return { ...classes, flipped, without: new Map() };
}
