import type { TestApp } from '../support/app.js';

/** A record as a list shows it. */
export type Item = Readonly<Record<string, string>> & {
  readonly grants?: readonly { readonly id: string; readonly role: string }[];
};

/** Id of the item whose `key` is `value`. */
export const by = (items: readonly Item[], key: string, value: string): string =>
  String(items.find((item) => item[key] === value)?.['id']);

/** Puts rows into tables in one transaction, as they would be if the programme had written them. */
export const insertInto = (app: TestApp, rows: readonly (readonly [table: string, row: object])[]): Promise<void> =>
  app.database.store.write(async ({ manager }) => {
    for (const [table, row] of rows) await manager.insert(manager.connection.getMetadata(table).target, row as never);
  });
