import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, refused, type Tx } from '@daegaejo/platform';
import { lockPlan } from '@daegaejo/plan';
import { checkFindings, type Verdict } from './rules/index.js';
import { type ReturnedField, YearlyReportCheckEntity } from './store/report.entity.js';
import { finalOf, newestCheck, newestReport, newestReview } from './store/reports.js';

export interface CheckInput extends Verdict {
  readonly planId: string;
  readonly year: number;
  readonly reportNo: number;
  readonly fields: readonly ReturnedField[];
}

/**
 * The secretariat accepts the newest version of a year's report, or returns it with reasons, the fields and a date (확인). A
 * report that was accepted may be returned later, which opens it for a correction, until the panel has reviewed the year. 409
 * for another version than the newest, the same verdict twice, and after the review or the final evaluation.
 */
export async function checkYearlyReport(tx: Tx, actor: Actor, input: CheckInput): Promise<YearlyReportCheckEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'checkYearlyReport', plan);
  const report = await newestReport(tx.manager, plan.id, input.year);
  if (report === null) throw refused('execution.report.none', [], { year: String(input.year) });
  if (report.no !== input.reportNo)
    throw refused('execution.report.newer', ['check-newest'], { no: input.reportNo, newest: report.no });
  assertNone(checkFindings(input, tx.now));
  const last = await newestCheck(tx.manager, report.id);
  if (last?.verdict === input.verdict || (last?.verdict === 'returned' && input.verdict === 'accepted'))
    throw refused(`execution.check.${last.verdict}`, last.verdict === 'accepted' ? ['return'] : [], {
      year: String(input.year),
    });
  const reviewed = await newestReview(tx.manager, plan.id, input.year);
  if (input.verdict === 'returned' && (reviewed !== null || (await finalOf(tx.manager, plan.id)) !== null))
    throw refused('execution.check.reviewed', [], { year: String(input.year) });
  const check: YearlyReportCheckEntity = {
    id: tx.newId(),
    roundId: plan.roundId,
    planId: plan.id,
    reportId: report.id,
    year: report.year,
    reportNo: report.no,
    no: (last?.no ?? 0) + 1,
    verdict: input.verdict,
    reason: input.reason,
    fields: input.fields,
    dueAt: input.dueAt,
    checkedBy: actor.personId ?? '',
    checkedAt: tx.now,
  };
  await tx.manager.insert(YearlyReportCheckEntity, check as never);
  await tx.record({
    type: input.verdict === 'accepted' ? 'YearlyReportAccepted' : 'YearlyReportReturned',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    contentHash: report.contentHash,
    data: { year: report.year, no: report.no },
    audience: 'province',
  });
  return check;
}
