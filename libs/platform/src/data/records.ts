import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { prepared } from './prepared.js';

/** How a record is read by a statement that is written out. */
export interface RecordColumns<T> {
  /** Its columns, each under a name of its own. */
  readonly list: string;
  /** The record in a row of that statement. */
  read(row: object): T;
}

/** The columns of a record in a table that goes by `alias`. */
export function columnsOf<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  alias: string,
): RecordColumns<T> {
  const { driver } = manager.dataSource;
  const columns = manager.dataSource
    .getMetadata(target)
    .columns.filter(({ isSelect }) => isSelect)
    .map((column) => ({ column, as: `${alias}_${column.propertyName}` }));
  return {
    list: columns.map(({ column, as }) => `${alias}."${column.databaseName}" AS "${as}"`).join(', '),
    read: (row) =>
      Object.fromEntries(
        columns.map(({ column, as }) => [
          column.propertyName,
          driver.prepareHydratedValue((row as Record<string, unknown>)[as], column),
        ]),
      ) as T,
  };
}

/** The columns a record is written to, with their values; what is undefined stays as it is. */
function writtenTo<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  record: object,
): { readonly table: string; readonly names: readonly string[]; readonly values: readonly unknown[] } {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(target);
  const given = Object.entries(record).filter(([, value]) => value !== undefined);
  const columns = given.map(([property, value]) => {
    const column = metadata.findColumnWithPropertyName(property);
    if (column === undefined) throw new RangeError(`${metadata.tableName} has no ${property}`);
    return { name: column.databaseName, value: driver.preparePersistentValue(value, column) as unknown };
  });
  return {
    table: metadata.tableName,
    names: columns.map(({ name }) => name),
    values: columns.map(({ value }) => value),
  };
}

/** Adds a record without reading it back: a column it does not name gets its default. */
export async function insertRecord<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  record: Partial<T>,
): Promise<void> {
  const { table, names, values } = writtenTo(manager, target, record);
  const columns = names.map((name) => `"${name}"`).join(', ');
  await prepared(manager, `INSERT INTO "${table}" (${columns}) VALUES (${names.map(() => '?').join(', ')})`, values);
}

/** Changes the record with this id as long as its version is that one; answers whether it was. */
export async function changeAt<T extends ObjectLiteral>(
  manager: EntityManager,
  target: EntityTarget<T>,
  { id, version }: { readonly id: string; readonly version: number },
  change: object,
): Promise<boolean> {
  const { table, names, values } = writtenTo(manager, target, change);
  const set = names.map((name) => `"${name}" = ?`).join(', ');
  const { affected } = await prepared(manager, `UPDATE "${table}" SET ${set} WHERE "id" = ? AND "version" = ?`, [
    ...values,
    id,
    version,
  ]);
  return affected === 1;
}
