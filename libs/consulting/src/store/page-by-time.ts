import { type Page, type PageQuery, pageOf, readCursor } from '@daegaejo/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** One page of a query in the order of a day or moment, then of ids. The scope is already in `select`. */
export async function pageByTime<K extends string, T extends ObjectLiteral & { id: string } & Record<K, string>>(
  select: SelectQueryBuilder<T>,
  column: K,
  query: PageQuery,
): Promise<Page<T>> {
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 2);
  const { alias } = select;
  select
    .orderBy(`${alias}.${column}`)
    .addOrderBy(`${alias}.id`)
    .limit(limit + 1);
  if (after !== null)
    select.andWhere(`(${alias}.${column} > :at OR (${alias}.${column} = :at AND ${alias}.id > :id))`, {
      at: after[0],
      id: after[1],
    });
  return pageOf(
    await select.getMany(),
    limit,
    (row) => [row[column], row.id],
    (row) => row,
  );
}
