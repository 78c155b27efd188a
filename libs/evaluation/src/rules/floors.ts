import type { AggregatePolicy } from './aggregate-input.js';

/** What a final score and the floors make of a plan. */
export interface Passing {
  /** The final score reaches the cut-off, or there is none. */
  readonly passesCutOff: boolean;
  /** 과락: codes of the criteria whose mean mark is below their floor; absent where the policy has no floors. */
  readonly failedFloors?: readonly string[];
  /** Cut-off and floors together; absent where the policy has no floors and it is the cut-off alone. */
  readonly passes?: boolean;
}

/** Does a plan pass in every respect? A plan that does not keeps its rank, but cannot be preselected (convention). */
export const passesAll = ({ passes, passesCutOff }: Passing): boolean => passes ?? passesCutOff;

/** Cut-off on the final score, bonus and deductions included; floors on the means of the sheets that count, below is failed. */
export function passesOf(
  { criteria, scoring: { cutOff } }: AggregatePolicy,
  final: number,
  failed: () => readonly string[],
): Passing {
  const passesCutOff = cutOff === null || final >= cutOff;
  if (criteria.every(({ floor }) => floor === undefined)) return { passesCutOff };
  const failedFloors = failed();
  return { passesCutOff, failedFloors, passes: passesCutOff && failedFloors.length === 0 };
}
