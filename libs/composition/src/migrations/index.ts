import { Baseline1795500000000 as PostgresBaseline } from './postgres/baseline.js';
import { JobsAndNotices1795600000000 as PostgresJobsAndNotices } from './postgres/jobs-and-notices.js';
import { Baseline1795500000000 as SqliteBaseline } from './sqlite/baseline.js';
import { JobsAndNotices1795600000000 as SqliteJobsAndNotices } from './sqlite/jobs-and-notices.js';

/** Migrations by dialect, oldest first. Listed by hand: a glob would run whatever lies about. */
export const MIGRATIONS = {
  sqlite: [SqliteBaseline, SqliteJobsAndNotices],
  postgres: [PostgresBaseline, PostgresJobsAndNotices],
};
