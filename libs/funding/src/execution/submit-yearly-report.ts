import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, contentHash, refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { lockPlan, newestVersion, type PlanEntity } from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { policyOf, roundOf } from '@daegaejo/round';
import { placedResults, reportFindings, reportPartFindings, type YearlyReportContent } from '../rules/index.js';
import {
  IndicatorResultEntity,
  type ReportDetails,
  SubProjectResultEntity,
  YearlyReportEntity,
} from './store/report.entity.js';
import { finalOf, newestCheck, newestReport } from './store/reports.js';

/**
 * The province reports on one funding year of its designated region (연차보고); reporting again is a new version, and the
 * current results of that year are replaced by it. 409 before the designation, once the version before is accepted (it has to
 * be returned first) and after the final evaluation; 422 for content, and for parts that do not sum to the whole.
 */
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
  const planned = (await newestVersion(tx.manager, plan))?.content;
  const keys = (records: readonly { readonly key: string }[] = []): string[] => records.map(({ key }) => key);
  assertNone(reportPartFindings(content, { subProjects: keys(planned?.subProjects), sites: keys(planned?.sites) }));
  await assertOpen(tx, plan, content.year);
  const { subProjects: _parts, sites: _sites, ...whole } = content;
  const details = detailsOf(content);
  const last = await newestReport(tx.manager, planId, content.year);
  const report: YearlyReportEntity = {
    ...whole,
    details,
    id: tx.newId(),
    roundId: round.id,
    planId,
    no: (last?.no ?? 0) + 1,
    contentHash: contentHash({ ...whole, spent: String(content.spent), ...details }),
    submittedBy: actor.personId ?? '',
    submittedAt: tx.now,
  };
  await tx.manager.insert(YearlyReportEntity, report as never);
  await replaceResults(tx, plan, report.no, content);
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

async function assertOpen({ manager }: Tx, plan: PlanEntity, year: number): Promise<void> {
  if ((await finalOf(manager, plan.id)) !== null) throw refused('execution.closed', []);
  const last = await newestReport(manager, plan.id, year);
  const check = last === null ? null : await newestCheck(manager, last.id);
  if (last !== null && check?.verdict === 'accepted')
    throw refused('execution.report.accepted', ['return'], { year: String(year), no: last.no });
}

/** The parts as they are kept; null where there are none. */
function detailsOf({ subProjects, sites }: YearlyReportContent): ReportDetails | null {
  if (subProjects === undefined && sites === undefined) return null;
  return {
    ...(subProjects === undefined
      ? {}
      : {
          subProjects: subProjects.map(({ spent, bySource, ...rest }) => ({
            ...rest,
            spent: String(spent),
            ...(bySource && { bySource: bySource.map((part) => ({ ...part, spent: String(part.spent) })) }),
          })),
        }),
    ...(sites === undefined ? {} : { sites }),
  };
}

/** The current results of the year become those of this report, whole. */
async function replaceResults(tx: Tx, plan: PlanEntity, reportNo: number, content: YearlyReportContent): Promise<void> {
  const of = { planId: plan.id, year: content.year };
  const common = () => ({ ...of, id: tx.newId(), roundId: plan.roundId, provinceId: plan.provinceId, reportNo });
  await tx.manager.delete(IndicatorResultEntity, of);
  await tx.manager.delete(SubProjectResultEntity, of);
  await tx.manager.insert(
    IndicatorResultEntity,
    placedResults(content).map(({ site, code, value }) => ({ ...common(), siteKey: site, code, value })),
  );
  const subProjects = content.subProjects ?? [];
  if (subProjects.length > 0)
    await tx.manager.insert(
      SubProjectResultEntity,
      subProjects.map(({ key, progress, spent, state }) => ({
        ...common(),
        subProjectKey: key,
        progress,
        spent,
        state,
      })),
    );
}
