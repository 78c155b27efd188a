import type { EntityManager } from 'typeorm';

type Dialect = 'sqlite' | 'postgres';

/** The store behind a manager, for a statement that is written out. */
export const dialectOf = (manager: EntityManager): Dialect =>
  manager.dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';

/** A list of texts as one parameter of a statement: the rows of `listRows` are what `listValue` was bound to its `?`. */
export const listRows = (dialect: Dialect): string =>
  dialect === 'postgres' ? 'SELECT unnest(?::text[])' : 'SELECT "value" FROM json_each(?)';
export const listValue = (dialect: Dialect, values: readonly string[]): unknown =>
  dialect === 'postgres' ? [...values] : JSON.stringify(values);
