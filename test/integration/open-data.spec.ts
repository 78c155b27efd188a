import { DATASETS, rowFaults } from '@daegaejo/results/rules';
import { TestApp } from '../support/app.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

type Row = Record<string, string | number | boolean | null>;

describeOnBoth('open data and the results conference', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  const early = new Map<string, Row[]>();
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '예비선정 공표');
    for (const { id } of DATASETS) early.set(id, await rowsOf(id));
    await play.stretch(2020, '2021년 집행', '예비선정 공표');
    // a round that nobody outside knows of
    const policy = (await app.ask('GET', `/rounds/${play.rounds[0]?.id}/policies`)).body.items[0].policy;
    await act('molit-officer', 'POST', '/rounds', { year: 2022, title: 'CANARY-DRAFT', policy });
  }, 240_000);
  afterAll(() => app.close());
  const { act, list } = speakingTo(() => app);
  const rowsOf = async (id: string): Promise<Row[]> => (await app.ask('GET', `/open-data/${id}`)).body.rows;

  it('shows nothing of a round before its moment: no region, no figure, no announcement', async () => {
    expect(early.get('rounds')).toHaveLength(1);
    expect(early.get('rounds')?.[0]).toMatchObject({ roundYear: 2020, publishedAt: null, quota: 5 });
    for (const { id } of DATASETS.filter((one) => one.id !== 'rounds')) expect([id, early.get(id)]).toEqual([id, []]);
  });

  it('lists every set with its words, hash and addresses, and keeps to its own dictionary', async () => {
    const { body } = await app.ask('GET', '/open-data');
    expect(body.datasets.map(({ id }: { id: string }) => id)).toEqual(DATASETS.map(({ id }) => id));
    for (const frame of DATASETS) {
      const { links, hash, rows: count } = body.datasets.find(({ id }: { id: string }) => id === frame.id);
      const json = await app.ask('GET', `/${links.json}`);
      expect(json.headers['etag']).toBe(`"${hash}"`);
      expect(json.body.rows).toHaveLength(count);
      expect(rowFaults(frame, json.body.rows)).toEqual([]);
      const schema = JSON.parse((await app.ask('GET', `/${links.schema}`)).text);
      expect(schema.items.required).toEqual(frame.columns.map(({ code }) => code));
      expect((await app.ask('GET', `/${links.dictionary}`)).text.split('\r\n')).toHaveLength(frame.columns.length + 2);
    }
    expect((await app.ask('GET', '/open-data/nothing')).status).toBe(404);
  });

  it('answers the same bytes for the same content, and 304 to whoever has them', async () => {
    const csv = await app.ask('GET', '/open-data/regions/csv');
    expect(csv.raw.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await app.ask('GET', '/open-data/regions/csv', { as: 'auditor' })).text).toBe(csv.text);
    const tag = String(csv.headers['etag']);
    const again = await app.ask('GET', '/open-data/regions/csv', { headers: { 'if-none-match': tag } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('names the designated regions as they were called, with the codes of the day, in three systems', async () => {
    const rows = await rowsOf('regions');
    expect([...new Set(rows.map(({ province }) => province))]).toEqual([
      'DAEGU',
      'GWANGJU',
      'GYEONGBUK',
      'INCHEON',
      'JEONNAM',
    ]);
    const jeonnam = rows.find(({ province, role }) => province === 'JEONNAM' && role === 'hub');
    expect(jeonnam).toMatchObject({
      provinceName: '전라남도',
      mois: '46',
      kostat: '36',
      iso: 'KR-46',
      siteName: '여수국가산업단지',
      noticeNumber: '산업통상자원부고시 제2021-46호',
      noticeDate: '2021-03-31',
      revoked: false,
    });
    // areas outside a complex were in no notice of 2021
    expect(rows.some(({ role }) => role === 'linked-area')).toBe(false);
  });

  it('has every published figure of the cohort out of a query, and says from which records', async () => {
    const rows = await rowsOf('published-figures');
    const figures = Object.fromEntries(rows.map(({ code, value, unit }) => [code, `${value}${unit}`]));
    expect(figures).toMatchObject({
      'announced-jobs': '60000명',
      'announced-output': '48000000000000원',
      'announced-next-year-budget': '1000000000000원',
      'announced-ministries': '11개',
      'designated-regions': '5곳',
      'confirmed-jobs': '15472명',
      'confirmed-facilities': '178개',
      'confirmed-supports': '883건',
      'secured-first-year': '256200000000원',
      'confirmed-jobs-share': '2579만분율',
      'confirmed-jobs-percent': '26%',
    });
    expect(rows.every(({ query }) => query !== '')).toBe(true);
  });

  it('lets the parts sum to the whole: money and targets by region are those of the nation', async () => {
    const [budget, indicators, figures] = [
      await rowsOf('budget'),
      await rowsOf('indicators'),
      await rowsOf('published-figures'),
    ];
    const planned = budget
      .filter(({ stage }) => stage === 'planned')
      .reduce((sum, { amount }) => sum + BigInt(String(amount)), 0n);
    expect(String(planned)).toBe(figures.find(({ code }) => code === 'confirmed-total')?.value);
    const jobs = indicators.filter(
      ({ quantity, indicator, year }) => quantity === 'confirmed' && indicator === 'direct-hires' && year === null,
    );
    expect(jobs.reduce((sum, { value }) => sum + Number(value), 0)).toBe(15_472);
    expect(indicators.filter(({ quantity }) => quantity === 'announced').length).toBeGreaterThan(3);
  });

  it('leaks no mark, no loser, no evaluator and no draft', async () => {
    const texts: string[] = [];
    for (const { id } of DATASETS)
      for (const part of ['', '/csv', '/schema', '/dictionary'])
        texts.push((await app.ask('GET', `/open-data/${id}${part}`)).text);
    const all = texts.join('\n');
    expect(all).not.toContain('CANARY-DRAFT');
    const announced = await rowsOf('announcements');
    expect(announced).toHaveLength(5);
    expect(announced.every(({ total }) => total === null)).toBe(true); // the policy of 2020 discloses no totals
    const { body } = await app.ask('GET', `/rounds/${play.rounds[0]?.id}/announcement`);
    const evaluators: string[] = body.evaluators;
    expect(evaluators.length).toBeGreaterThan(0);
    expect(evaluators.filter((name) => all.includes(name))).toEqual([]);
    const losers = play.rounds[0]?.cohort.applicants.filter(({ outcome }) => outcome === 'not-selected') ?? [];
    expect(losers.map(({ title }) => title).filter((title) => all.includes(title))).toEqual([]);
  });

  it('tells everybody a conference as it was on the day, with a hash for every figure', async () => {
    const [told] = (await app.ask('GET', '/conferences')).body.items;
    expect(told).toMatchObject({ state: 'published', no: 1, heldOn: '2021-10-15', supersededBy: null });
    const figures = Object.fromEntries(
      told.cohorts[0].figures.map(({ code, value }: { code: string; value: string }) => [code, value]),
    );
    expect(figures).toEqual({
      'confirmed-jobs': '15472',
      'confirmed-facilities': '178',
      'confirmed-supports': '883',
      'secured-first-year': '256200000000',
    });
    expect(told.cases.map(({ provinceName }: { provinceName: string }) => provinceName)).toEqual([
      '전라남도',
      '경상북도',
      '인천광역시',
      '광주광역시',
      '대구광역시',
    ]);
    expect(told.cases[0].figures[0].hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('never changes a conference: a correction is a new version, and one at a time', async () => {
    const [told] = await list('auditor', '/conferences');
    const path = `/conferences/${told.id}`;
    const answers = await Promise.all(
      [0, 1, 2].map(() => app.ask('POST', `${path}/corrections`, { as: 'kicox-secretary' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const draft = answers.find(({ status }) => status === 201)?.body;
    expect((await app.ask('GET', `/conferences/${draft.id}`)).status).toBe(404);
    const body = {
      title: '정정판 (가상)',
      heldOn: told.heldOn,
      place: told.place,
      hosts: told.hosts,
      cohorts: [],
      cases: [],
    };
    const over = await app.ask('PUT', path, {
      as: 'kicox-secretary',
      body,
      headers: { 'if-match': `"${told.version}"` },
    });
    expect(over.body).toMatchObject({ status: 409, code: 'conference.not-now', allowed: ['correct'] });
    const saved = await app.ask('PUT', `/conferences/${draft.id}`, {
      as: 'kicox-secretary',
      body,
      headers: { 'if-match': `"${draft.version}"` },
    });
    expect(saved.status).toBe(200);
    const stale = await app.ask('PUT', `/conferences/${draft.id}`, {
      as: 'kicox-secretary',
      body,
      headers: { 'if-match': `"${draft.version}"` },
    });
    expect(stale.status).toBe(412);
    await act('molit-officer', 'POST', `/conferences/${draft.id}/publication`);
    expect((await app.ask('GET', path)).body.supersededBy).toBe(draft.id);
    await expect(
      app.database.store.write(({ manager }) =>
        manager.query(`UPDATE "results_conference" SET "no" = 9 WHERE "id" = '${told.id}'`),
      ),
    ).rejects.toThrow(/what was told is not changed/);
  });

  it('names in a conference no figure that does not exist, and no plan that was not designated', async () => {
    const roundId = play.rounds[0]?.id;
    const body = {
      title: '가상',
      heldOn: '2021-10-15',
      place: '가상',
      hosts: [],
      cohorts: [{ roundId, figures: ['confirmed-jobs', 'confirmed-jobs'] }],
      cases: [{ planId: play.rounds[0]?.plan('BUSAN').id, title: '가상', text: '가상', figures: [] }],
    };
    const answer = await app.ask('POST', '/conferences', { as: 'kicox-secretary', body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'cohorts[0].figures[1]',
      'cases[0].planId',
    ]);
    expect((await app.ask('POST', '/conferences', { as: 'gyeongbuk-approver', body })).status).toBe(403);
  });
});
