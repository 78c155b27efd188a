import { ENTITIES, MIGRATIONS } from '@daegaejo/composition';
import { draftOf, currentSections, PlanEntity } from '@daegaejo/plan';
import { openStore, type Store } from '@daegaejo/platform';
import { describeOnBoth, openTestStore, type TestStore } from '../support/stores.js';

const STEP = 1_796_000_000_000;
const AT = '2020-03-11T05:00:00.000Z';
const DRAFT = {
  title: '옛 계획',
  theme: '전기차',
  sites: [{ key: 'hub', name: '구미국가' }],
  subProjects: [],
  budget: [{ subProject: 'p1', year: 2021, source: 'national', amount: '100' }],
  indicators: [],
  reportedFigures: [],
  narrative: { status: '현황', 'yearly-plan': '', financing: '재원 "확보"' },
  consultations: [],
};

describeOnBoth('a database of before drafts were kept by section', (dialect) => {
  let old: TestStore;
  let store: Store;
  beforeAll(async () => {
    const before = (migrations: typeof MIGRATIONS.sqlite) =>
      migrations.filter(({ name }) => Number(/\d+$/.exec(name)?.[0]) < STEP);
    old = await openTestStore(dialect, undefined, {
      sqlite: before(MIGRATIONS.sqlite),
      postgres: before(MIGRATIONS.postgres),
    });
    const plans = [
      ['full', DRAFT],
      ['empty', {}],
    ] as const;
    const inserts = [
      `INSERT INTO "organisation" ("id", "code", "kind", "shortName", "position") VALUES ('o', 'BUSAN', 'province', '부산', 1)`,
      `INSERT INTO "person" ("id", "username", "displayName", "email", "passwordHash", "mustChangePassword", "fictional", "createdAt", "version")
       VALUES ('w', 'writer', '작성자', 'w@example.invalid', '-', false, true, '${AT}', 1)`,
      ...plans.flatMap(([id, draft]) => [
        `INSERT INTO "round" ("id", "year", "title", "state", "policyVersion", "createdAt", "version") VALUES ('r-${id}', 2020, '회차', 'pre-intake', 1, '${AT}', 1)`,
        `INSERT INTO "plan" ("id", "roundId", "provinceId", "state", "draft", "versionNo", "createdBy", "createdAt", "updatedAt", "version")
         VALUES ('${id}', 'r-${id}', 'o', 'draft', '${JSON.stringify(draft)}', 0, 'w', '${AT}', '${AT}', 7)`,
      ]),
    ];
    await old.store.write(async ({ manager }) => {
      for (const statement of inserts) await manager.query(statement);
    });
    await old.store.close();
    const { databaseUrl, dataDir } = old;
    store = await openStore({ databaseUrl, dataDir, entities: ENTITIES, migrations: MIGRATIONS });
  });
  afterAll(async () => {
    await store.close();
    await old.drop();
  });

  it('has its drafts moved, whole and under the name of whoever opened the plan', async () => {
    const { 'yearly-plan': _blank, ...narrative } = DRAFT.narrative;
    expect(await draftOf(store.reader, { id: 'full' })).toEqual({ ...DRAFT, narrative });
    const rows = await currentSections(store.reader, 'full');
    expect(rows.map(({ section }) => section).sort()).toEqual([
      'basics',
      'budget',
      'narrative.financing',
      'narrative.status',
      'sites',
    ]);
    for (const row of rows) expect(row).toMatchObject({ version: 1, savedBy: 'w', savedAt: AT });
    expect(await store.reader.findOneBy(PlanEntity, { id: 'full' })).toMatchObject({
      draftTitle: '옛 계획',
      startedFromId: null,
      version: 7,
    });
  });

  it('has an empty draft stay empty', async () => {
    expect(await currentSections(store.reader, 'empty')).toEqual([]);
    expect(await draftOf(store.reader, { id: 'empty' })).toMatchObject({ title: '', sites: [], narrative: {} });
  });
});
