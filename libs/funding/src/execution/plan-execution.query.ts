import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { In } from 'typeorm';
import { plansIn, readPlan } from '@daegaejo/plan';
import { ALL_INDICATORS } from '@daegaejo/plan/rules';
import { policyOf, readRound } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import type { ExecutionYearView, PlanExecutionView } from './http/execution.dto.js';
import {
  attainmentBp,
  definitionOf,
  heldBy,
  type Level,
  proposeReview,
  reductionOf,
  stopReviewDueAt,
  upTo,
} from '../rules/index.js';
import { forecastsOf } from './forecasts.js';
import { type Dossier, dossiersOf } from './store/dossiers.js';
import { isReviewOpen, type JudgedPlan, judgementsOf } from './store/judgements.js';
import { differencesOf } from './store/executed.js';
import { YearlyReportEntity } from './store/report.entity.js';
import { correctiveView, filingsOf, finalView, reviewView } from './views.js';
import { differenceView } from './yearly-reports.query.js';
import { regionLevel, yearMoney, yearParts } from './year-parts.js';

/** What became of a region's three years: money, progress and indicators year by year, what was said of them, and where it is heading. */
export async function getPlanExecution({ manager }: Reading, actor: Actor, planId: string): Promise<PlanExecutionView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getPlanExecution', plan);
  const round = await readRound(manager, actor, plan.roundId);
  const policy = await policyOf(manager, round);
  const years = policy.fundingYears;
  const cohort = await dossiersOf(manager, await plansIn(manager, round.id, ['designated', 'revoked']));
  const dossier = cohort.find((found) => found.plan.id === plan.id) ?? (await dossiersOf(manager, [plan]))[0];
  if (dossier === undefined) throw new RangeError('a plan has a dossier');
  const level = regionLevel(dossier, years);
  const levels = cohort.map((other) => regionLevel(other, years));
  const newest = await manager.findBy(YearlyReportEntity, { id: In(dossier.reports.map((report) => report.id)) });
  const differences = await differencesOf(manager, newest);
  const filings = await filingsOf(manager, dossier.correctives);
  return {
    planId,
    state: dossier.final === null ? 'open' : 'closed',
    years: years.map((year): ExecutionYearView => {
      const parts = yearParts(dossier, year, level);
      const corrective = dossier.correctives.find((found) => found.year === year);
      const reported = dossier.reports.some((report) => report.year === year);
      const before = dossier.reviews.findLast((review) => review.year === year - 1)?.light ?? null;
      const proposal =
        policy.execution === undefined || !reported ? null : proposeReview(parts, policy.execution, before);
      return {
        ...yearFacts(dossier, year, level),
        progressBp: parts.progressBp,
        spendingDifferences: (differences[newest.findIndex((report) => report.year === year)] ?? []).map(
          differenceView,
        ),
        proposal,
        reviews: dossier.reviews.filter((review) => review.year === year).map(reviewView),
        corrective: corrective === undefined ? null : correctiveView(corrective, filings),
      };
    }),
    indicators: level.map((found) => ({ ...found, definition: definitionOf(found.code), byYear: [...found.byYear] })),
    forecasts: forecastsOf(dossier, level, cohort, levels),
    ...consequencesOf((await judgementsOf(manager, [planId])).get(planId), policy),
    final: dossier.final === null ? null : finalView(dossier.final),
  };
}

/** The judgement that holds, and what follows from it and from reductions by the policy. */
function consequencesOf(
  judged: JudgedPlan | undefined,
  { execution, fundingYears }: RoundPolicy,
): Pick<PlanExecutionView, 'standing' | 'reductions'> {
  const consequences = execution?.consequences;
  const { standing = null, judgements = [] } = judged ?? {};
  const due = judged !== undefined && isReviewOpen(judged) ? stopReviewDueAt(standing, consequences) : null;
  return {
    standing: standing && {
      ...standing,
      heldPayments: heldBy('grant', standing, consequences) && (consequences?.heldPayments ?? null),
      reviewDueAt: due,
    },
    reductions: fundingYears.flatMap((year) => {
      const reduction = reductionOf(year, judgements, consequences);
      return reduction === null ? [] : [{ year, ...reduction }];
    }),
  };
}

/** The money and the attainment of one year, and what its report is at. */
export function yearFacts(dossier: Dossier, year: number, level: Level) {
  const money = yearMoney(dossier, year);
  const report = dossier.reports.find((found) => found.year === year);
  const check = report === undefined ? undefined : dossier.checks.get(report.id);
  return {
    year,
    report: report === undefined ? ('none' as const) : (check?.verdict ?? ('submitted' as const)),
    reportNo: report?.no ?? null,
    spent: report === undefined ? null : String(money.spent),
    granted: String(money.granted),
    grantBasis: money.basis,
    executionBp: report === undefined ? null : money.rateBp,
    attainment: ALL_INDICATORS.map((code) => ({
      code,
      ...upTo(level, code, year),
      attainmentBp: report === undefined ? null : attainmentBp(level, code, year),
    })),
  };
}
