import { Baseline1795500000000 as PostgresBaseline } from './postgres/baseline.js';
import { JobsAndNotices1795600000000 as PostgresJobsAndNotices } from './postgres/jobs-and-notices.js';
import { PanelAndCorrections1795700000000 as PostgresPanel } from './postgres/panel-and-corrections.js';
import { YearlyReports1795800000000 as PostgresYearlyReports } from './postgres/yearly-reports.js';
import { Baseline1795500000000 as SqliteBaseline } from './sqlite/baseline.js';
import { JobsAndNotices1795600000000 as SqliteJobsAndNotices } from './sqlite/jobs-and-notices.js';
import { PanelAndCorrections1795700000000 as SqlitePanel } from './sqlite/panel-and-corrections.js';
import { YearlyReports1795800000000 as SqliteYearlyReports } from './sqlite/yearly-reports.js';

/** Migrations by dialect, oldest first. Listed by hand: a glob would run whatever lies about. */
export const MIGRATIONS = {
  sqlite: [SqliteBaseline, SqliteJobsAndNotices, SqlitePanel, SqliteYearlyReports],
  postgres: [PostgresBaseline, PostgresJobsAndNotices, PostgresPanel, PostgresYearlyReports],
};
