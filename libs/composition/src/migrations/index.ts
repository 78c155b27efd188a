import { Attachments1796300000000 as PostgresAttachments } from './postgres/attachments.js';
import { Baseline1795500000000 as PostgresBaseline } from './postgres/baseline.js';
import { ConsultingLedger1796200000000 as PostgresConsultingLedger } from './postgres/consulting-ledger.js';
import { DraftSections1796000000000 as PostgresDraftSections } from './postgres/draft-sections.js';
import { JobsAndNotices1795600000000 as PostgresJobsAndNotices } from './postgres/jobs-and-notices.js';
import { PanelAndCorrections1795700000000 as PostgresPanel } from './postgres/panel-and-corrections.js';
import { PlanReturns1796100000000 as PostgresPlanReturns } from './postgres/plan-returns.js';
import { ReviewsAndSearch1796400000000 as PostgresReviewsAndSearch } from './postgres/reviews-and-search.js';
import { YearlyReports1795800000000 as PostgresYearlyReports } from './postgres/yearly-reports.js';
import { Attachments1796300000000 as SqliteAttachments } from './sqlite/attachments.js';
import { Baseline1795500000000 as SqliteBaseline } from './sqlite/baseline.js';
import { ConsultingLedger1796200000000 as SqliteConsultingLedger } from './sqlite/consulting-ledger.js';
import { DraftSections1796000000000 as SqliteDraftSections } from './sqlite/draft-sections.js';
import { JobsAndNotices1795600000000 as SqliteJobsAndNotices } from './sqlite/jobs-and-notices.js';
import { PanelAndCorrections1795700000000 as SqlitePanel } from './sqlite/panel-and-corrections.js';
import { PlanReturns1796100000000 as SqlitePlanReturns } from './sqlite/plan-returns.js';
import { ReviewsAndSearch1796400000000 as SqliteReviewsAndSearch } from './sqlite/reviews-and-search.js';
import { YearlyReports1795800000000 as SqliteYearlyReports } from './sqlite/yearly-reports.js';

/** Migrations by dialect, oldest first. Listed by hand: a glob would run whatever lies about. */
export const MIGRATIONS = {
  sqlite: [
    SqliteBaseline,
    SqliteJobsAndNotices,
    SqlitePanel,
    SqliteYearlyReports,
    SqliteDraftSections,
    SqlitePlanReturns,
    SqliteConsultingLedger,
    SqliteAttachments,
    SqliteReviewsAndSearch,
  ],
  postgres: [
    PostgresBaseline,
    PostgresJobsAndNotices,
    PostgresPanel,
    PostgresYearlyReports,
    PostgresDraftSections,
    PostgresPlanReturns,
    PostgresConsultingLedger,
    PostgresAttachments,
    PostgresReviewsAndSearch,
  ],
};
