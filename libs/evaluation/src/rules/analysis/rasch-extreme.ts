import type { RaschData } from './rasch-data.js';
import type { RaschFit } from './rasch-fit.js';
import { cumulate, FARTHEST, moments } from './rasch-model.js';

/** What an extreme score is moved inwards by to have a finite measure (Linacre, Facets: 0.3 score points). */
const EXTREME_STEP = 0.3;

/**
 * A finite lift for an element all of whose marks are in an end category: the others held where they were fitted, its
 * score moved inwards a little. Null when nobody fitted marked it.
 */
export function measureExtreme(
  { elements, category }: RaschData,
  fit: Pick<RaschFit, 'elements' | 'thresholds'>,
  facet: 0 | 1 | 2,
  at: number,
): { lift: number; error: number } | null {
  const others = ([0, 1, 2] as const).filter((other) => other !== facet);
  const offsets: number[] = [];
  let raw = 0;
  elements[facet].forEach((element, mark) => {
    if (element !== at) return;
    const [a, b] = others.map((other) => fit.elements[other].get(elements[other][mark]!));
    if (a === undefined || b === undefined) return;
    offsets.push(a.lift + b.lift);
    raw += category[mark]!;
  });
  if (offsets.length === 0) return null;
  const top = offsets.length * (fit.thresholds.length - 1);
  const score = Math.max(EXTREME_STEP, Math.min(top - EXTREME_STEP, raw));
  const [cumulated, chances] = [cumulate(fit.thresholds), new Float64Array(fit.thresholds.length)];
  const sumOf = (lift: number, which: 0 | 1): number =>
    offsets.reduce((sum, offset) => sum + moments(lift + offset, cumulated, chances)[which], 0);
  // the expected score rises with the lift: halve the interval
  let [low, high] = [-FARTHEST, FARTHEST];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (sumOf(middle, 0) < score) low = middle;
    else high = middle;
  }
  const lift = (low + high) / 2;
  return { lift, error: 1 / Math.sqrt(sumOf(lift, 1)) };
}
