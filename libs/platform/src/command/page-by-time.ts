import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type Page, type PageQuery, pageOf, readCursor } from '../http/paging.js';

/**
 * One page of a query in the order of a day or moment, then of ids; the oldest first, unless told. The scope is already in `select`.
 */
export async function pageByTime<K extends string, T extends ObjectLiteral & { id: string } & Record<K, string>>(
  select: SelectQueryBuilder<T>,
  column: K,
  query: PageQuery,
  first: 'oldest' | 'newest' = 'oldest',
): Promise<Page<T>> {
  const limit = query.limit ?? 50;
  const last = readCursor(query.cursor, 2);
  const { alias } = select;
  const [order, beyond] = first === 'oldest' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
  select
    .orderBy(`${alias}.${column}`, order)
    .addOrderBy(`${alias}.id`, order)
    .limit(limit + 1);
  if (last !== null)
    select.andWhere(
      `(${alias}.${column} ${beyond} :lastAt OR (${alias}.${column} = :lastAt AND ${alias}.id ${beyond} :lastId))`,
      { lastAt: last[0], lastId: last[1] },
    );
  return pageOf(
    await select.getMany(),
    limit,
    (row) => [row[column], row.id],
    (row) => row,
  );
}
