import type { Actor } from '@daegaejo/identity/rules';
import { refused, type Tx } from '@daegaejo/platform';
import type { PlanEntity } from '@daegaejo/plan';
import { policyOf, roundOf } from '@daegaejo/round';
import type { ExecutionRules } from '@daegaejo/round/rules';
import type { Dossier } from './store/dossiers.js';

/** The rules years are judged by in this round, and its years. */
export async function rulesOf(tx: Tx, plan: PlanEntity): Promise<{ rules: ExecutionRules; years: readonly number[] }> {
  const policy = await policyOf(tx.manager, await roundOf(tx, plan.roundId));
  if (policy.execution === undefined) throw refused('execution.no-rules', []);
  return { rules: policy.execution, years: policy.fundingYears };
}

/** The report of a year a judgement may rest on. */
export function acceptedReport(dossier: Dossier, year: number): Dossier['reports'][number] {
  const report = dossier.reports.find((found) => found.year === year);
  if (report === undefined) throw refused('execution.report.none', ['submit-yearly-report'], { year: String(year) });
  if (dossier.checks.get(report.id)?.verdict !== 'accepted')
    throw refused('execution.report.unchecked', ['check-yearly-report'], { year: String(year), no: report.no });
  return report;
}

/** What every judgement of a region begins with: whom it is of, its number after `last`, who recorded it and when. */
export const headOf = (tx: Tx, actor: Actor, plan: PlanEntity, last = 0) => ({
  id: tx.newId(),
  roundId: plan.roundId,
  planId: plan.id,
  provinceId: plan.provinceId,
  no: last + 1,
  recordedBy: actor.personId ?? '',
  recordedAt: tx.now,
});
