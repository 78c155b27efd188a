import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, contentHash, refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { lockPlan } from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { policyOf, roundOf } from '@daegaejo/round';
import { reportFindings, type YearlyReportContent } from './rules/index.js';
import { YearlyReportEntity } from './store/funding.entity.js';

/** The province reports on one funding year of its designated region (연차보고); reporting again is a new version. */
export async function submitYearlyReport(
  tx: Tx,
  actor: Actor,
  { planId, ...content }: YearlyReportContent & { planId: string },
): Promise<YearlyReportEntity> {
  const plan = await lockPlan(tx, actor, planId);
  authorise(actor, 'submitYearlyReport', plan);
  if (plan.state !== 'designated')
    throw refused('funding.report.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state });
  const round = await roundOf(tx, plan.roundId);
  assertNone(reportFindings(content, (await policyOf(tx.manager, round)).fundingYears, tx.now));
  const last = await tx.manager.maximum(YearlyReportEntity, 'no', { planId, year: content.year });
  const report: YearlyReportEntity = {
    ...content,
    id: tx.newId(),
    roundId: round.id,
    planId,
    no: Number(last ?? 0) + 1,
    contentHash: contentHash({ ...content, spent: String(content.spent) }),
    submittedBy: actor.personId ?? '',
    submittedAt: tx.now,
  };
  await tx.manager.insert(YearlyReportEntity, report as never);
  await tx.record({
    type: 'YearlyReportSubmitted',
    subject: { kind: 'plan', id: planId },
    roundId: round.id,
    provinceId: plan.provinceId,
    contentHash: report.contentHash,
    data: { year: report.year, no: report.no },
    audience: 'province',
  });
  return report;
}
