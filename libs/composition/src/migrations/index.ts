import { Agreement1796800000000 as PostgresAgreement } from './postgres/agreement.js';
import { Attachments1796300000000 as PostgresAttachments } from './postgres/attachments.js';
import { Baseline1795500000000 as PostgresBaseline } from './postgres/baseline.js';
import { BudgetOpinion1797250000000 as PostgresBudgetOpinion } from './postgres/budget-opinion.js';
import { BudgetStages1796700000000 as PostgresBudgetStages } from './postgres/budget-stages.js';
import { Committee1796500000000 as PostgresCommittee } from './postgres/committee.js';
import { ConflictIndexes1797210000000 as PostgresConflictIndexes } from './postgres/conflict-indexes.js';
import { ConsultingLedger1796200000000 as PostgresConsultingLedger } from './postgres/consulting-ledger.js';
import { DraftSections1796000000000 as PostgresDraftSections } from './postgres/draft-sections.js';
import { Execution1796900000000 as PostgresExecution } from './postgres/execution.js';
import { Handover1797100000000 as PostgresHandover } from './postgres/handover.js';
import { ItemResolutions1797230000000 as PostgresItemResolutions } from './postgres/item-resolutions.js';
import { JobsAndNotices1795600000000 as PostgresJobsAndNotices } from './postgres/jobs-and-notices.js';
import { NewPanels1797240000000 as PostgresNewPanels } from './postgres/new-panels.js';
import { PanelAndCorrections1795700000000 as PostgresPanel } from './postgres/panel-and-corrections.js';
import { PlanReturns1796100000000 as PostgresPlanReturns } from './postgres/plan-returns.js';
import { Publication1796600000000 as PostgresPublication } from './postgres/publication.js';
import { Results1797000000000 as PostgresResults } from './postgres/results.js';
import { ReviewsAndSearch1796400000000 as PostgresReviewsAndSearch } from './postgres/reviews-and-search.js';
import { SheetFigures1797220000000 as PostgresSheetFigures } from './postgres/sheet-figures.js';
import { YearlyReports1795800000000 as PostgresYearlyReports } from './postgres/yearly-reports.js';
import { Agreement1796800000000 as SqliteAgreement } from './sqlite/agreement.js';
import { Attachments1796300000000 as SqliteAttachments } from './sqlite/attachments.js';
import { Baseline1795500000000 as SqliteBaseline } from './sqlite/baseline.js';
import { BudgetOpinion1797250000000 as SqliteBudgetOpinion } from './sqlite/budget-opinion.js';
import { BudgetStages1796700000000 as SqliteBudgetStages } from './sqlite/budget-stages.js';
import { Committee1796500000000 as SqliteCommittee } from './sqlite/committee.js';
import { ConflictIndexes1797210000000 as SqliteConflictIndexes } from './sqlite/conflict-indexes.js';
import { ConsultingLedger1796200000000 as SqliteConsultingLedger } from './sqlite/consulting-ledger.js';
import { DraftSections1796000000000 as SqliteDraftSections } from './sqlite/draft-sections.js';
import { Execution1796900000000 as SqliteExecution } from './sqlite/execution.js';
import { Handover1797100000000 as SqliteHandover } from './sqlite/handover.js';
import { ItemResolutions1797230000000 as SqliteItemResolutions } from './sqlite/item-resolutions.js';
import { JobsAndNotices1795600000000 as SqliteJobsAndNotices } from './sqlite/jobs-and-notices.js';
import { NewPanels1797240000000 as SqliteNewPanels } from './sqlite/new-panels.js';
import { PanelAndCorrections1795700000000 as SqlitePanel } from './sqlite/panel-and-corrections.js';
import { PlanReturns1796100000000 as SqlitePlanReturns } from './sqlite/plan-returns.js';
import { Publication1796600000000 as SqlitePublication } from './sqlite/publication.js';
import { Results1797000000000 as SqliteResults } from './sqlite/results.js';
import { ReviewsAndSearch1796400000000 as SqliteReviewsAndSearch } from './sqlite/reviews-and-search.js';
import { SheetFigures1797220000000 as SqliteSheetFigures } from './sqlite/sheet-figures.js';
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
    SqliteCommittee,
    SqlitePublication,
    SqliteBudgetStages,
    SqliteAgreement,
    SqliteExecution,
    SqliteResults,
    SqliteHandover,
    SqliteConflictIndexes,
    SqliteSheetFigures,
    SqliteItemResolutions,
    SqliteNewPanels,
    SqliteBudgetOpinion,
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
    PostgresCommittee,
    PostgresPublication,
    PostgresBudgetStages,
    PostgresAgreement,
    PostgresExecution,
    PostgresResults,
    PostgresHandover,
    PostgresConflictIndexes,
    PostgresSheetFigures,
    PostgresItemResolutions,
    PostgresNewPanels,
    PostgresBudgetOpinion,
  ],
};
