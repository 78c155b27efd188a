import type { Finding } from '@daegaejo/platform/rules';
import { plansIn } from '@daegaejo/plan';
import type { GateContext, RoundGate } from '@daegaejo/round';
import { newestFunding } from './store/fundings.js';

/** What funding has to say to the round's steps. */
export const FUNDING_GATES: readonly RoundGate[] = [{ action: 'designate', holds: unfunded }];

/** A designation without its three-year money is half a decision. */
async function unfunded({ tx, round }: GateContext): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const plan of await plansIn(tx.manager, round.id, ['confirmed', 'designated'])) {
    if ((await newestFunding(tx.manager, plan.id)) === null)
      findings.push({
        field: `plans[${plan.id}]`,
        code: 'funding.missing',
        params: { title: plan.filedTitle ?? plan.id },
      });
  }
  return findings;
}
