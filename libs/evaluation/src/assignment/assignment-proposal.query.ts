import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, type Reading } from '@daegaejo/platform';
import { plansIn } from '@daegaejo/plan';
import { policyOf, readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { stageAsked } from '../panel/assign-evaluator.js';
import { type ProposalWish, readAssignmentProblem } from './assignment-problem.query.js';
import { labelPlans } from '../results/filed-plans.js';
import type { AssignmentProposalView, LinkageView } from '../http/assignment.dto.js';
import { linkageOf } from '../rules/analysis/index.js';
import {
  type AssignmentProblem,
  type AssignmentProposal,
  everyToEvery,
  proposeAssignment,
} from '../rules/assignment-plan/index.js';
import { shortageText } from './shortage-text.js';
import { EvaluatorAssignmentEntity, PanelMemberEntity } from '../store/evaluation.entity.js';

/**
 * Who could score what: everybody everything, or the best within the rules, or which constraint cannot be met and by how much.
 * A proposal only; nothing is stored, and conflicts are looked at again when it is carried out.
 */
export async function proposeAssignments(
  reading: Reading,
  actor: Actor,
  roundId: string,
  { mode, seed, ...wish }: Omit<ProposalWish, 'stage'> & { mode: 'all' | 'optimal'; stage?: string; seed?: number },
): Promise<AssignmentProposalView> {
  const { manager } = reading;
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'proposeAssignments', { roundId });
  const policy = await policyOf(manager, round);
  const stage = stageAsked(policy, wish.stage);
  const problem = await readAssignmentProblem(reading, round, policy, { ...wish, stage });
  assertKnown(problem, wish);
  const proposal =
    mode === 'all' ? everyToEvery(problem) : proposeAssignment(problem, seed === undefined ? {} : { seed });
  const plans = problem.plans.map(({ id }) => id);
  return {
    roundId,
    stage,
    mode,
    ...(await view(manager, roundId, proposal)),
    linkage: proposal.ok
      ? linkageAs(
          plans,
          proposal.pairs.map(({ planId, evaluatorId }) => [planId, evaluatorId]),
        )
      : null,
  };
}

/** Wishes about plans that are not scored, or people who are not pledged members, are a slip and not a wish. */
function assertKnown(
  { plans, evaluators }: AssignmentProblem,
  { planFields = [], notTogether = [] }: Partial<ProposalWish>,
): void {
  const [planIds, memberIds] = [new Set(plans.map(({ id }) => id)), new Set(evaluators.map(({ id }) => id))];
  assertNone([
    ...planFields.flatMap(({ planId }, at) =>
      planIds.has(planId) ? [] : [{ field: `planFields[${at}].planId`, code: 'evaluation.plan-elsewhere' }],
    ),
    ...notTogether.flatMap(({ memberId, otherId }, at) =>
      memberIds.has(memberId) && memberIds.has(otherId) && memberId !== otherId
        ? []
        : [{ field: `notTogether[${at}]`, code: 'evaluation.member-unknown' }],
    ),
  ]);
}

async function view(manager: EntityManager, roundId: string, proposal: AssignmentProposal) {
  if (!proposal.ok) {
    const plans = await labelPlans(manager, await plansIn(manager, roundId, ['screened', 'under-evaluation']));
    const labels = new Map(plans.map(({ planId, label }) => [planId, label]));
    return {
      ok: false,
      pairs: [],
      cost: null,
      lowerBound: null,
      optimal: false,
      loads: [],
      shortages: proposal.shortages.map((shortage) => ({ ...shortage, text: shortageText(shortage, labels) })),
    };
  }
  const { pairs, cost, lowerBound, optimal, loads } = proposal;
  return {
    ok: true,
    pairs: pairs.map(({ planId, evaluatorId, fixed }) => ({ planId, memberId: evaluatorId, fixed })),
    cost,
    lowerBound,
    optimal,
    loads: loads.map(({ evaluatorId, load }) => ({ memberId: evaluatorId, load })),
    shortages: [],
  };
}

function linkageAs(plans: readonly string[], pairs: readonly (readonly [string, string])[]): object {
  return linkageOf({ plans, assignments: pairs.map(([planId, evaluator]) => ({ planId, evaluator })) });
}

/** How the assignments of a stage hang together, to be looked at before scoring starts: is every pair of plans comparable? */
export async function getLinkage(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  wanted: string | undefined,
): Promise<LinkageView> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getLinkage', { roundId });
  const stage = stageAsked(await policyOf(manager, round), wanted);
  const members = await manager.findBy(PanelMemberEntity, { roundId });
  const memberOf = new Map(members.map(({ id, personId }) => [personId, id]));
  const rows = await manager.findBy(EvaluatorAssignmentEntity, { roundId, series: 'first', stage, state: 'active' });
  const known = await plansIn(manager, roundId, ['screened', 'under-evaluation', 'scored']);
  const plans = new Set([...known.map(({ id }) => id), ...rows.map(({ planId }) => planId)]);
  const pairs = rows.map(({ planId, personId }) => [planId, memberOf.get(personId) ?? personId] as const);
  return { roundId, stage, linkage: linkageAs([...plans], pairs) };
}
