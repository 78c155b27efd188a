import { formatScore } from '@daegaejo/platform/rules';
import type { Result } from './aggregate-floors.js';
import type { ScoredRound } from './aggregate-world.js';
import { mustEqual } from './measure.js';

/** A ranking list as it is served (libs/evaluation/src/results/ranking-list.query.ts). */
export interface RankingList {
  readonly pending: boolean;
  readonly no: number;
  readonly plans: readonly { readonly rank: number; readonly planId: string; readonly final: string }[];
}

/** The list is one text per version; before it stands whether it is the last word. */
const HEAD = /^\{"pending":(?:true|false),/;

/**
 * Looks at every list: a version seen for the first time is read whole, and ever after it must be the same to the byte.
 * On one connection versions never go back.
 */
export class ListCheck {
  private readonly known = new Map<number, Buffer>();

  constructor(private readonly plans: number) {}

  get versions(): number {
    return this.known.size;
  }

  /** Throws unless it is a right list, not older than `least`; answers its version. */
  see(body: Buffer, least = 0): number {
    const start = body.toString('latin1', 0, 300);
    const head = HEAD.exec(start)?.[0];
    const no = Number(/"no":(\d+)/.exec(start)?.[1]);
    if (head === undefined || !(no >= least)) throw new Error(`no list of version ${least} or later: ${start}`);
    const list = body.subarray(head.length);
    const known = this.known.get(no);
    if (known === undefined) {
      const { plans } = JSON.parse(body.toString('utf8')) as RankingList;
      mustEqual('plans of the list', plans.length, this.plans);
      mustEqual('different plans of the list', new Set(plans.map(({ planId }) => planId)).size, this.plans);
      if (plans.some(({ rank }, at) => rank > at + 1 || rank < (plans[at - 1]?.rank ?? 1)))
        throw new Error('the list is not in the order of its ranks');
      this.known.set(no, Buffer.from(list));
    } else if (!known.equals(list)) throw new Error(`version ${no} of the list is not what it was`);
    return no;
  }
}

/** Throws unless a served list is the ranking of these marks, as the floor computes it. */
export function verifyList(body: Buffer, { planIds }: ScoredRound, { final, rank }: Result): void {
  const { plans, pending } = JSON.parse(body.toString('utf8')) as RankingList;
  mustEqual('pending', pending, false);
  mustEqual('plans of the list', plans.length, planIds.length);
  const places = new Map(planIds.map((id, place) => [id, place]));
  for (const plan of plans) {
    const place = places.get(plan.planId) ?? -1;
    mustEqual(`final score of plan ${place}`, plan.final, formatScore(final[place] ?? Number.NaN));
    mustEqual(`rank of plan ${place}`, plan.rank, rank[place]);
  }
}
