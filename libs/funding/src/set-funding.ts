import { authorise, OrganisationEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, refused, stale, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { lockPlan } from '@daegaejo/plan';
import { type BudgetSource, PLAN_TABLE, type PlanState } from '@daegaejo/plan/rules';
import { policyOf, roundOf, signingMinistry } from '@daegaejo/round';
import { fundingFindings } from './rules/index.js';
import type { FundingPlanEntity } from './store/funding.entity.js';
import { newestFunding } from './store/fundings.js';
import { storeFunding } from './store-funding.js';

/** Money can be fixed from the preselection until the designation; afterwards it takes a change of the agreement. */
const OPEN: readonly PlanState[] = ['preselected', 'in-post-consulting', 'final-draft', 'confirmed'];

interface Input {
  readonly planId: string;
  /** Won. */
  readonly total: bigint;
  readonly lines: readonly {
    readonly year: number;
    readonly ministry: string;
    readonly source: BudgetSource;
    readonly amount: bigint;
  }[];
  /** Number of the version being replaced; null = the caller does not say. */
  readonly expectedVersion: number | null;
}

/** An owner ministry fixes the three-year funding plan of a region (3개년 재원계획): lines sum to the total to the won, or it is refused. */
export async function setFunding(tx: Tx, actor: Actor, input: Input): Promise<FundingPlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'setFunding', plan);
  if (!OPEN.includes(plan.state))
    throw refused('funding.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state });
  const round = await roundOf(tx, plan.roundId);
  const policy = await policyOf(tx.manager, round);
  await signingMinistry(tx.manager, actor, policy, round.id);
  const last = await newestFunding(tx.manager, plan.id);
  if (input.expectedVersion !== null && input.expectedVersion !== (last?.no ?? 0)) throw stale(last?.no ?? 0);
  const ministries = await tx.manager.findBy(OrganisationEntity, { kind: 'ministry' });
  const ids = new Map(ministries.map((ministry) => [ministry.code, ministry.id]));
  assertNone(
    fundingFindings({
      lines: input.lines,
      total: input.total,
      fundingYears: policy.fundingYears,
      ministries: [...ids.keys()],
    }),
  );
  return storeFunding(tx, actor, plan, (last?.no ?? 0) + 1, input.lines);
}
