import { authorise, organisationIds, OrganisationEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, contentHash, Problem, refused, type Tx } from '@daegaejo/platform';
import { nextState } from '@daegaejo/platform/rules';
import { currentDeadline, policyOf, type RoundEntity, roundOf } from '@daegaejo/round';
import { type CalendarStep, isInTime, type RoundState } from '@daegaejo/round/rules';
import { movePlan, planNotNow } from './move-plan.js';
import {
  completenessFindings,
  PLAN_TABLE,
  type PlanAction,
  type PlanContent,
  type SubmissionKind,
  type VersionKind,
} from './rules/index.js';
import { PlanEntity, PlanMinistryEntity, PlanVersionEntity } from './store/plan.entity.js';
import { lockPlan } from './store/plans.js';
import type { SubmissionGates } from './submission-gates.js';

/** When each kind is taken, against which deadline, and what it does to the plan. */
const KINDS: { readonly [K in SubmissionKind]: { state: RoundState; step: CalendarStep; action: PlanAction } } = {
  'pre-intake': { state: 'pre-intake', step: 'pre-intake', action: 'submit-pre-intake' },
  filed: { state: 'intake', step: 'intake', action: 'file' },
  'final-draft': { state: 'finalising', step: 'final-draft', action: 'submit-final' },
};

/**
 * The province's approver submits the draft (제출): an immutable version with its receipt. The deadline is checked here,
 * in the writing transaction, against the server's clock. Who wrote the draft last does not matter; a writer cannot submit.
 */
export async function submitPlan(
  tx: Tx,
  actor: Actor,
  gates: SubmissionGates,
  input: { planId: string; kind: SubmissionKind; letterNumber: string | null; expectedVersion: number | null },
): Promise<PlanVersionEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'submitPlan', plan);
  assertVersion(plan, input.expectedVersion);
  const { state, step, action } = KINDS[input.kind];
  const round = await roundOf(tx, plan.roundId);
  if (nextState(PLAN_TABLE, plan.state, action) === null) throw planNotNow(plan, action);
  if (round.state !== state) throw refused('plan.round-closed', [], { state: round.state });
  const policy = await policyOf(tx.manager, round);
  const deadline = await currentDeadline(tx.manager, round, policy, step);
  if (!isInTime(tx.now, deadline))
    throw new Problem(409, 'round.deadline-passed', { deadline, now: tx.now }, { allowed: [] });
  assertNone(completenessFindings({ content: plan.draft, policy, kind: input.kind }));
  await gates.assertOpen(tx, plan, policy, input.kind);
  const version = await appendVersion(tx, actor, round, plan, {
    kind: input.kind,
    content: plan.draft,
    letterNumber: input.letterNumber,
  });
  await rememberMinistries(tx, plan);
  await movePlan(tx, plan, action, {
    type: 'PlanSubmitted',
    change: { versionNo: version.no, filedTitle: plan.draft.title.slice(0, 200) },
    contentHash: version.contentHash,
    data: {
      kind: version.kind,
      versionNo: version.no,
      receiptNumber: version.receiptNumber,
      letterNumber: version.letterNumber,
    },
  });
  return version;
}

/** Writes a content down as the plan's next version, with receipt number, time and content hash. The caller moves the plan on. */
export async function appendVersion(
  tx: Tx,
  actor: Actor,
  round: RoundEntity,
  plan: PlanEntity,
  { kind, content, letterNumber }: { kind: VersionKind; content: PlanContent; letterNumber: string | null },
): Promise<PlanVersionEntity> {
  const province = await tx.manager.findOneByOrFail(OrganisationEntity, { id: plan.provinceId });
  const no = plan.versionNo + 1;
  const version: PlanVersionEntity = {
    id: tx.newId(),
    planId: plan.id,
    no,
    kind,
    content,
    contentHash: contentHash(content),
    receiptNumber: `${round.year}-${province.shortName}-${String(no).padStart(2, '0')}`,
    letterNumber,
    submittedBy: actor.personId ?? '',
    submittedAt: tx.now,
  };
  await tx.manager.insert(PlanVersionEntity, version as never);
  return version;
}

async function rememberMinistries(tx: Tx, plan: PlanEntity): Promise<void> {
  const codes = [...new Set(plan.draft.subProjects.map((project) => project.ministry))];
  const known = await organisationIds(tx.manager, codes);
  const unknown = plan.draft.subProjects
    .map((project, index) => ({ project, index }))
    .filter(({ project }) => !known.has(project.ministry))
    .map(({ project, index }) => ({
      field: `subProjects[${index}].ministry`,
      code: 'plan.ministry-unknown',
      params: { code: project.ministry },
    }));
  assertNone(unknown);
  await tx.manager.delete(PlanMinistryEntity, { planId: plan.id });
  for (const ministryId of known.values())
    await tx.manager.insert(PlanMinistryEntity, { id: tx.newId(), planId: plan.id, ministryId });
}
