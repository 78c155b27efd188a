import { Baseline1795500000000 as PostgresBaseline } from './postgres/baseline.js';
import { Baseline1795500000000 as SqliteBaseline } from './sqlite/baseline.js';

/** Migrations by dialect, oldest first. Listed by hand: a glob would run whatever lies about. */
export const MIGRATIONS = { sqlite: [SqliteBaseline], postgres: [PostgresBaseline] };
