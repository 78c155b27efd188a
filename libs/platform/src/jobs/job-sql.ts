import type { EntityManager } from 'typeorm';

type Dialect = 'sqlite' | 'postgres';

/**
 * SQL for the database's own clock, `ms` from now, in the one form of an instant (24 characters, UTC). It stands still within
 * a statement, so that an index can answer what is due.
 */
export function databaseTime(dialect: Dialect, ms = 0): string {
  if (!Number.isSafeInteger(ms)) throw new RangeError('a delay is a whole number of milliseconds');
  if (dialect === 'sqlite') {
    const shift = ms === 0 ? '' : `, '${ms < 0 ? '-' : '+'}${(Math.abs(ms) / 1000).toFixed(3)} seconds'`;
    return `strftime('%Y-%m-%dT%H:%M:%fZ', 'now'${shift})`;
  }
  const shift = ms === 0 ? '' : ` + interval '${ms} milliseconds'`;
  return `to_char((statement_timestamp()${shift}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Runs a statement written with `?` on either store and answers its rows. */
export async function rowsOf<T>(
  manager: EntityManager,
  dialect: Dialect,
  statement: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  let place = 0;
  const text = dialect === 'postgres' ? statement.replace(/\?/g, () => `$${(place += 1)}`) : statement;
  const answer: unknown = await manager.query(text, [...values]);
  // PostgreSQL's driver answers UPDATE … RETURNING as [rows, count].
  if (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number')
    return answer[0] as T[];
  return Array.isArray(answer) ? (answer as T[]) : [];
}
