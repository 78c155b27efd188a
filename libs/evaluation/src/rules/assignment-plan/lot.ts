/**
 * A lot for a pair, the same in every run. Plans with equal costs must not all begin with the same evaluators, or the
 * solver spends its time spreading them.
 */
export function lot(plan: number, evaluator: number, seed: number): number {
  let h = Math.imul(plan + 1, 0x9e3779b1) ^ Math.imul(evaluator + 1, 0x85ebca77) ^ Math.imul(seed, 0xc2b2ae3d);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 12;
}
