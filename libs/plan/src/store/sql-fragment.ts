import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Part of a statement, with `?` for its values in their order, as rowsOf of the platform takes it. */
export interface Fragment {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A built query as part of a larger statement. PostgreSQL's numbered places may come back, so each gets its value anew. */
export function fragmentOf<T extends ObjectLiteral>(
  dialect: 'sqlite' | 'postgres',
  select: SelectQueryBuilder<T>,
): Fragment {
  const [sql, given] = select.getQueryAndParameters();
  if (dialect === 'sqlite') return { sql, values: given };
  const values: unknown[] = [];
  const text = sql.replaceAll(/\$(\d+)/g, (_place, no: string) => {
    values.push(given[Number(no) - 1]);
    return '?';
  });
  return { sql: text, values };
}
