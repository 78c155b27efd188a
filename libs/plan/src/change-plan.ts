import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, changeRecord, type Tx } from '@daegaejo/platform';
import { policyOf, type RoundEntity } from '@daegaejo/round';
import type { Finding } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import { appendVersion } from './append-version.js';
import { attachmentsMissing } from './attachments/fix-attachments.js';
import { planNotNow } from './move-plan.js';
import { rememberMinistries, unknownMinistries } from './plan-ministries.js';
import { completenessFindings, type PlanContent } from './rules/index.js';
import { PlanEntity, type PlanVersionEntity } from './store/plan.entity.js';

/** What keeps a content from becoming a changed version of this plan: what a final draft would be refused for. */
export async function changeFindings(
  manager: EntityManager,
  round: RoundEntity,
  plan: PlanEntity,
  content: PlanContent,
): Promise<Finding[]> {
  const policy = await policyOf(manager, round);
  return [
    ...completenessFindings({ content, policy, kind: 'final-draft' }),
    ...(await unknownMinistries(manager, content)),
    ...(await attachmentsMissing(manager, plan, content)),
  ];
}

/**
 * Writes a decided change down as the next version of a designated plan, of the kind `change`; the plan stays designated. The
 * caller has decided that it may be. 409 where the plan is not designated (any more), 422 where the content would not stand.
 */
export async function changePlan(
  tx: Tx,
  actor: Actor,
  {
    round,
    plan,
    content,
    letterNumber,
  }: { round: RoundEntity; plan: PlanEntity; content: PlanContent; letterNumber: string },
): Promise<{ readonly plan: PlanEntity; readonly version: PlanVersionEntity }> {
  if (plan.state !== 'designated') throw planNotNow(plan, 'change');
  assertNone(await changeFindings(tx.manager, round, plan, content));
  const version = await appendVersion(tx, actor, round, plan, { kind: 'change', content, letterNumber });
  await rememberMinistries(tx, plan, content);
  const title = content.title.slice(0, 200);
  const changed = await changeRecord(tx.manager, PlanEntity, plan, {
    versionNo: version.no,
    filedTitle: title,
    draftTitle: title,
    updatedAt: tx.now,
  });
  await tx.record({
    type: 'PlanChanged',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    contentHash: version.contentHash,
    data: { versionNo: version.no, receiptNumber: version.receiptNumber, letterNumber },
    audience: 'province',
  });
  return { plan: changed, version };
}
