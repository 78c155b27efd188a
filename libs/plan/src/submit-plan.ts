import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, refused, type Tx } from '@daegaejo/platform';
import { type Finding, nextState } from '@daegaejo/platform/rules';
import { assertInTime, currentDeadline, policyOf, roundOf } from '@daegaejo/round';
import type { CalendarStep, RoundPolicy, RoundState } from '@daegaejo/round/rules';
import { appendVersion } from './append-version.js';
import { attachmentsMissing } from './attachments/fix-attachments.js';
import { movePlan, planNotNow } from './move-plan.js';
import { rememberMinistries, unknownMinistries } from './plan-ministries.js';
import { completenessFindings, PLAN_TABLE, type PlanAction, type SubmissionKind } from './rules/index.js';
import type { PlanVersionEntity } from './store/plan.entity.js';
import { lockPlan } from './store/plans.js';
import { contentToSubmit, openSupplement } from './store/supplements.js';
import type { SubmissionGates } from './submission-gates.js';
import { closeSupplied } from './supplement/close-supplement.js';

/** When each kind is taken, against which deadline (null = the term of the return for supplement), and what it does to the plan. */
const KINDS: { readonly [K in SubmissionKind]: { state: RoundState; step: CalendarStep | null; action: PlanAction } } =
  {
    'pre-intake': { state: 'pre-intake', step: 'pre-intake', action: 'submit-pre-intake' },
    filed: { state: 'intake', step: 'intake', action: 'file' },
    supplement: { state: 'screening', step: null, action: 'file-supplement' },
    'final-draft': { state: 'finalising', step: 'final-draft', action: 'submit-final' },
  };

/** A filing comes with an official letter where the policy asks for its number; the early submission never does. */
function letterFindings(kind: SubmissionKind, letterNumber: string | null, policy: RoundPolicy): Finding[] {
  if (kind === 'pre-intake' || letterNumber !== null || policy.eligibility.letterRequired !== true) return [];
  return [{ field: 'letterNumber', code: 'plan.letter.missing' }];
}

/**
 * The province's approver submits the draft (제출): an immutable version with its receipt. The deadline is checked here,
 * in the writing transaction, against the server's clock. Who wrote the draft last does not matter; a writer cannot submit.
 * Of a plan that was returned for supplement only the unlocked parts are taken from the draft.
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
  const deadline =
    step === null
      ? (await openSupplement(tx.manager, plan)).dueAt
      : await currentDeadline(tx.manager, round, policy, step);
  assertInTime(tx, deadline);
  const content = await contentToSubmit(tx.manager, plan);
  assertNone([
    ...letterFindings(input.kind, input.letterNumber, policy),
    ...completenessFindings({ content, policy, kind: input.kind }),
    ...(await attachmentsMissing(tx.manager, plan, content)),
  ]);
  await gates.assertOpen(tx, plan, policy, input.kind);
  const version = await appendVersion(tx, actor, round, plan, {
    kind: input.kind,
    content,
    letterNumber: input.letterNumber,
  });
  assertNone(await unknownMinistries(tx.manager, content));
  await rememberMinistries(tx, plan, content);
  if (input.kind === 'supplement') await closeSupplied(tx, plan, version.no);
  await movePlan(tx, plan, action, {
    type: 'PlanSubmitted',
    change: { versionNo: version.no, filedTitle: content.title.slice(0, 200) },
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
