import {
  changeAt,
  columnsOf,
  IdempotencyRecordEntity,
  insertRecord,
  listRows,
  listValue,
  prepared,
} from '@daegaejo/platform';
import { PersonEntity } from '@daegaejo/identity';
import type { EntityManager } from 'typeorm';
import { describeOnBoth, openTestStore, type TestStore } from '../support/stores.js';

const record = (id: string, answer: string | null = '{"a":1}'): IdempotencyRecordEntity => ({
  id,
  operation: 'test',
  requestHash: 'hash',
  answer: answer as string,
  createdAt: '2020-05-07T05:00:00.000Z',
});
const KEPT = `SELECT "id" FROM "idempotency_record" WHERE "operation" = ? ORDER BY "id"`;
const idsIn = async (manager: EntityManager): Promise<string[]> =>
  (await prepared<{ id: string }>(manager, KEPT, ['test'])).rows.map(({ id }) => id);

describeOnBoth('a statement that is kept prepared', (dialect) => {
  let database: TestStore;
  beforeAll(async () => {
    database = await openTestStore(dialect);
  });
  afterAll(() => database.drop());

  it('belongs to the transaction it is asked in, and is undone with it', async () => {
    const { store } = database;
    const failed = store.write(async ({ manager }) => {
      await insertRecord(manager, IdempotencyRecordEntity, record('undone'));
      expect(await idsIn(manager)).toEqual(['undone']);
      expect(await idsIn(store.reader)).toEqual([]);
      throw new Error('on purpose');
    });
    await expect(failed).rejects.toThrow('on purpose');
    expect(await idsIn(store.reader)).toEqual([]);
    await store.write(({ manager }) => insertRecord(manager, IdempotencyRecordEntity, record('kept')));
    expect(await idsIn(store.reader)).toEqual(['kept']);
  });

  it('fails once its transaction is over, instead of joining the next one', async () => {
    let late: EntityManager | undefined;
    await database.store.write(async ({ manager }) => {
      late = manager;
    });
    await expect(insertRecord(late as EntityManager, IdempotencyRecordEntity, record('late'))).rejects.toThrow();
    expect(await idsIn(database.store.reader)).toEqual(['kept']);
  });

  it('leaves the transaction as the database does when it is refused', async () => {
    const refused = database.store.write(({ manager }) =>
      insertRecord(manager, IdempotencyRecordEntity, record('kept')),
    );
    // the driver's error may come from another realm of the test runner, where it is no Error of this one
    await expect(refused).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });
    const unknown = database.store.write(({ manager }) =>
      insertRecord(manager, IdempotencyRecordEntity, { ...record('x'), nothing: 1 } as never),
    );
    await expect(unknown).rejects.toThrow(RangeError);
  });

  it('takes a list as one value, however long', async () => {
    const statement = `SELECT "id" FROM "idempotency_record" WHERE "id" IN (${listRows(dialect)})`;
    for (const ids of [[], ['kept'], Array.from({ length: 40_000 }, (_, no) => `k${no}`).concat('kept')]) {
      const { rows } = await prepared<{ id: string }>(database.store.reader, statement, [listValue(dialect, ids)]);
      expect(rows.map(({ id }) => id)).toEqual(ids.includes('kept') ? ['kept'] : []);
    }
  });

  it('reads and changes a record as the rest of the programme does', async () => {
    const { store } = database;
    const person = {
      id: 'person-1',
      username: 'somebody',
      displayName: '아무개',
      email: 'somebody@example.invalid',
      passwordHash: 'none',
      mustChangePassword: true,
      fictional: false,
      createdAt: '2020-05-07T05:00:00.000Z',
      version: 1,
    };
    await store.write(({ manager }) => insertRecord(manager, PersonEntity, person));
    const columns = columnsOf(store.reader, PersonEntity, 'p');
    const read = async () => {
      const { rows } = await prepared<object>(store.reader, `SELECT ${columns.list} FROM "person" p WHERE p."id" = ?`, [
        'person-1',
      ]);
      return columns.read(rows[0] ?? {});
    };
    const whole = () => store.reader.findOneByOrFail(PersonEntity, { id: 'person-1' });
    expect(await read()).toEqual({ ...(await whole()) });
    const change = { mustChangePassword: false, institution: '가상대학교', version: 2 };
    const at = (version: number) =>
      store.write(({ manager }) => changeAt(manager, PersonEntity, { id: 'person-1', version }, change));
    expect([await at(2), await at(1), await at(1)]).toEqual([false, true, false]);
    expect(await read()).toEqual({ ...(await whole()) });
    expect(await read()).toMatchObject({ ...person, ...change });
  });
});
