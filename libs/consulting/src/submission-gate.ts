import { Problem } from '@daegaejo/platform';
import type { SubmissionGates } from '@daegaejo/plan';
import { isWaiting, type Phase } from './rules/index.js';
import { OpinionEntity } from './store/opinion.entity.js';

type Gate = Parameters<SubmissionGates['register']>[0];

/**
 * Before a filing every opinion of the phase must be answered, and where the policy demands consulting
 * there must have been some. Accepting is the consultant's affair and holds nothing up. A supplement answers the secretariat alone.
 */
export const consultingGate: Gate = async (tx, plan, policy, kind) => {
  if (kind === 'pre-intake' || kind === 'supplement') return;
  const phase: Phase = kind === 'filed' ? 'pre' : 'post';
  const opinions = await tx.manager.findBy(OpinionEntity, { planId: plan.id, phase });
  const waiting = opinions.filter((opinion) => isWaiting(opinion.state)).length;
  if (waiting > 0) throw new Problem(409, 'consulting.unanswered', { waiting }, { allowed: ['answer'] });
  const required = phase === 'pre' ? policy.consulting.preRequired : policy.consulting.postRequired;
  if (required && opinions.length === 0) throw new Problem(409, 'consulting.none-yet', { phase }, { allowed: [] });
};
