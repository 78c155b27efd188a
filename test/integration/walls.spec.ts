import { ENTITIES } from '@daegaejo/composition';
import { sqliteFile } from '@daegaejo/platform';
import { RoundQuotaEntity } from '@daegaejo/designation';
import { DataSource } from 'typeorm';
import { describeOnBoth, openTestStore, type TestStore } from '../support/stores.js';
import { NOBODY, unitOfWorkOn } from '../support/unit-of-work.js';

describeOnBoth('the last wall, in the database itself', (dialect) => {
  let database: TestStore;
  beforeAll(async () => {
    database = await openTestStore(dialect);
    const unitOfWork = await unitOfWorkOn(database.store);
    await unitOfWork.run(NOBODY, (tx) => tx.record({ type: 'Tested', subject: { kind: 'test', id: tx.newId() } }));
  });
  afterAll(() => database.drop());

  const attempt = (sql: string): Promise<unknown> => database.store.write(({ manager }) => manager.query(sql));

  it.each([
    ['a history entry is changed', `UPDATE "history_entry" SET "type" = 'Else'`, /append-only/],
    ['a history entry is deleted', 'DELETE FROM "history_entry"', /append-only/],
    [
      'a database stops being what it is',
      dialect === 'sqlite'
        ? 'UPDATE "installation" SET "rehearsal" = 1'
        : 'UPDATE "installation" SET "rehearsal" = true',
      /permanent/,
    ],
    ['the clock of a real database is moved', `UPDATE "installation" SET "offsetMs" = '1000'`, /permanent/],
    ['the mark is removed', 'DELETE FROM "installation"', /permanent/],
    [
      'a plan belongs to nobody',
      `INSERT INTO "plan_ministry" ("id", "planId", "ministryId") VALUES ('a', 'b', 'c')`,
      /foreign key/i,
    ],
  ])('holds when %s', async (_what, sql, message) => {
    await expect(attempt(sql)).rejects.toThrow(message);
  });

  it('holds when a round is given one region too many', async () => {
    await database.store.write(({ manager }) => manager.insert(RoundQuotaEntity, { id: 'r', quota: 5, used: 5 }));
    await expect(attempt(`UPDATE "round_quota" SET "used" = "used" + 1`)).rejects.toThrow(/round_quota_kept|CHECK/i);
    expect(await database.store.reader.query('SELECT "used" FROM "round_quota"')).toEqual([{ used: 5 }]);
  });

  it('is the schema the entities describe, with nothing left to migrate', async () => {
    const source = new DataSource(
      database.databaseUrl === null
        ? { type: 'better-sqlite3', database: sqliteFile(database.dataDir), entities: ENTITIES, readonly: true }
        : { type: 'postgres', url: database.databaseUrl, entities: ENTITIES },
    );
    await source.initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
