import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type Page, type PageQuery, pageOf, readCursor } from '../http/paging.js';

/** One page of a query in the order of ids, for lists that have no order of their own. The scope is already in `select`. */
export async function pageById<T extends ObjectLiteral & { id: string }, V>(
  select: SelectQueryBuilder<T>,
  alias: string,
  query: PageQuery,
  show: (row: T) => V,
): Promise<Page<V>> {
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 1);
  if (after !== null) select.andWhere(`${alias}.id > :after`, { after: after[0] });
  const rows = await select
    .orderBy(`${alias}.id`)
    .limit(limit + 1)
    .getMany();
  return pageOf(rows, limit, (row) => [row.id], show);
}
