import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { type Finding, seoulDay } from '@daegaejo/platform/rules';
import { currentDeadline, policyOf, RoundEntity } from '@daegaejo/round';
import { completenessFindings, eligibilityFindings, type SubmissionKind } from './rules/index.js';
import { readPlan } from './store/plans.js';

/** What the working draft still lacks for its next submission, and what would make it ineligible. */
export async function checkPlan(
  { manager }: Reading,
  actor: Actor,
  planId: string,
): Promise<{ missing: Finding[]; eligibility: Finding[] }> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'checkPlan', plan);
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const policy = await policyOf(manager, round);
  const on = seoulDay(await currentDeadline(manager, round, policy, 'intake'));
  return {
    missing: completenessFindings({ content: plan.draft, policy, kind: nextKind(plan.state) }),
    eligibility: eligibilityFindings({ content: plan.draft, policy, on }),
  };
}

function nextKind(state: string): SubmissionKind {
  if (state === 'draft') return 'pre-intake';
  return ['preselected', 'in-post-consulting', 'final-draft'].includes(state) ? 'final-draft' : 'filed';
}
