import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { type Finding, seoulDay } from '@daegaejo/platform/rules';
import { currentDeadline, policyOf, RoundEntity } from '@daegaejo/round';
import { attachmentsMissing } from './attachments/fix-attachments.js';
import {
  completenessFindings,
  eligibilityFindings,
  type Meter,
  meterOf,
  planWarnings,
  type SubmissionKind,
} from './rules/index.js';
import { readPlan } from './store/plans.js';
import { contentToSubmit } from './store/supplements.js';

/** What the rules say of a working draft. */
export interface PlanCheck {
  readonly missing: Finding[];
  readonly eligibility: Finding[];
  readonly warnings: Finding[];
  readonly meter: Meter;
}

/**
 * What the working draft still lacks for its next submission, what would make it ineligible, what looks like a slip; and how far it is
 * on its way to a filing, section by section, also while the next submission is only the pre-intake.
 */
export async function checkPlan({ manager }: Reading, actor: Actor, planId: string): Promise<PlanCheck> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'checkPlan', plan);
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const policy = await policyOf(manager, round);
  const on = seoulDay(await currentDeadline(manager, round, policy, 'intake'));
  const content = await contentToSubmit(manager, plan);
  const kind = nextKind(plan.state);
  return {
    missing: [
      ...completenessFindings({ content, policy, kind }),
      ...(await attachmentsMissing(manager, plan, content)),
    ],
    eligibility: eligibilityFindings({ content, policy, on }),
    warnings: planWarnings(content, policy),
    meter: meterOf({ content, policy, kind: kind === 'pre-intake' ? 'filed' : kind }),
  };
}

function nextKind(state: string): SubmissionKind {
  if (state === 'draft') return 'pre-intake';
  if (state === 'supplement') return 'supplement';
  return ['preselected', 'in-post-consulting', 'final-draft'].includes(state) ? 'final-draft' : 'filed';
}
