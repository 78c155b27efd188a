import type { Actor } from '@daegaejo/identity/rules';
import { changePlan, newestVersion, type PlanEntity } from '@daegaejo/plan';
import type { PlanContent } from '@daegaejo/plan/rules';
import { assertNone, changeRecord, stale, type Tx } from '@daegaejo/platform';
import { roundOf } from '@daegaejo/round';
import { linesOf, newestFunding } from '../store/fundings.js';
import { storeFunding } from '../store-funding.js';
import { appendTerms } from './agreement-terms.js';
import { assertAgreement, recordAgreement } from './draft-agreement.js';
import { changedFunding } from './rules/index.js';
import { AgreementEntity } from './store/agreement.entity.js';
import { PlanChangeEntity } from './store/change.entity.js';
import { ProjectPlanEntity } from './store/project-plan.entity.js';
import { agreementOf, newestTerms } from './store/records.js';

/** The content a change proposes: parts that are given replace those of the base, heads of the narrative one by one. */
export const proposedContent = (base: PlanContent, parts: Partial<PlanContent>): PlanContent => ({
  ...base,
  ...parts,
  narrative: { ...base.narrative, ...parts.narrative },
});

/**
 * Carries a decided change out: the next version of the plan, the funding plan that follows from it, the next version of the
 * agreement, and the sheet of the 사업계획. A change of the sheet alone leaves plan and agreement as they are. 412 where the plan
 * has moved on since the change was filed.
 */
export async function applyChange(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
  change: PlanChangeEntity,
  state: 'noted' | 'approved',
): Promise<PlanChangeEntity> {
  if (plan.versionNo !== change.baseNo) throw stale(plan.versionNo);
  const applied = Object.keys(change.parts).length === 0 ? null : await applyContent(tx, actor, plan, change);
  if (change.projectPlanId !== null && change.sheet !== null) {
    const project = await tx.manager.findOneByOrFail(ProjectPlanEntity, { id: change.projectPlanId });
    await changeRecord(tx.manager, ProjectPlanEntity, project, { sheet: change.sheet.after });
  }
  const done = await changeRecord(tx.manager, PlanChangeEntity, change, { state, closedAt: tx.now, ...applied });
  await recordChange(tx, done, state === 'noted' ? 'PlanChangeNoted' : 'PlanChangeApproved', change.state);
  return done;
}

async function applyContent(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
  change: PlanChangeEntity,
): Promise<{ appliedNo: number; agreementNo: number }> {
  const round = await roundOf(tx, plan.roundId);
  const base = (await newestVersion(tx.manager, plan))?.content as PlanContent;
  const content = proposedContent(base, change.parts);
  const { letterNumber } = change;
  const { plan: changed, version } = await changePlan(tx, actor, { round, plan, content, letterNumber });
  await followFunding(tx, actor, changed, base, content);
  const agreement = (await agreementOf(tx.manager, plan.id)) as AgreementEntity;
  assertAgreement(agreement, 'amend');
  const { terms } = await newestTerms(tx.manager, agreement);
  const no = agreement.no + 1;
  const next = { agreementId: agreement.id, no, terms: terms.terms, changeId: change.id };
  const { contentHash } = await appendTerms(tx, actor, changed, next);
  const amended = await changeRecord(tx.manager, AgreementEntity, agreement, { no });
  await recordAgreement(tx, amended, 'AgreementAmended', agreement.state, contentHash);
  return { appliedNo: version.no, agreementNo: no };
}

/** The money the ministries fixed follows the budget, where that changed by year, ministry or source. */
async function followFunding(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
  before: PlanContent,
  after: PlanContent,
): Promise<void> {
  const last = await newestFunding(tx.manager, plan.id);
  if (last === null) return;
  const { lines, moved, findings } = changedFunding(await linesOf(tx.manager, [last.id]), before, after);
  assertNone(findings);
  if (moved) await storeFunding(tx, actor, plan, last.no + 1, lines);
}

export const recordChange = (
  tx: Tx,
  change: PlanChangeEntity,
  type: string,
  from: string | null,
  more: { reason?: string | null; data?: Readonly<Record<string, string | number | null>> } = {},
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'plan-change', id: change.id },
    roundId: change.roundId,
    provinceId: change.provinceId,
    from,
    to: change.state,
    reason: more.reason ?? null,
    contentHash: change.contentHash,
    data: { planId: change.planId, no: change.no, class: change.class, ...more.data },
    audience: 'province',
  });
