import { randomUUID } from 'node:crypto';
import { databaseTime, JobCatalogue, JobRefused, JobRunner, rowsOf } from '@daegaejo/platform';
import { SCRAPE_TOKEN, TestApp } from '../support/app.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const RUN = { pollMs: 50, batch: 50 };
const UNKNOWN = '11111111-1111-4111-8111-111111111111';

interface Row {
  readonly name: string;
  readonly payload?: string;
  readonly state?: string;
  readonly failures?: number;
  readonly leases?: number;
  readonly dedupeKey?: string;
  /** Seconds until it is due; negative = it is overdue. */
  readonly dueIn?: number;
}

describeOnBoth('the administrator over the jobs', (dialect) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    await settled(app);
  });
  afterAll(() => app.close());
  afterEach(() => jest.restoreAllMocks());

  /** Puts a job into the outbox as it may lie there after an update, a fault or a hand in the database. */
  async function put({ name, payload = '{}', state = 'waiting', failures = 0, leases = 0, dedupeKey, dueIn = 0 }: Row) {
    const id = randomUUID();
    const dueAt = databaseTime(dialect, dueIn * 1_000);
    await app.database.store.write(({ manager }) =>
      rowsOf(
        manager,
        dialect,
        `INSERT INTO "outbox_job" ("id", "name", "queue", "payload", "dedupeKey", "state", "failures", "leases", "dueAt", "enqueuedAt")
         VALUES (?, ?, 'test', ?, ?, ?, ?, ?, ${dueAt}, ${dueAt})`,
        [id, name, payload, dedupeKey ?? null, state, failures, leases],
      ),
    );
    return id;
  }

  const job = async (id: string, language = 'ko', as = 'admin') =>
    (await app.ask('GET', `/jobs/${id}`, { as, headers: { 'accept-language': language } })).body;
  const retry = (id: string, as = 'admin') => app.ask('POST', `/jobs/${id}/retry`, { as });
  const until = async (id: string, state: string): Promise<void> => {
    for (let tries = 0; (await job(id)).state !== state; tries += 1) {
      if (tries > 200) throw new Error(`${JSON.stringify(await job(id))} is not ${state}`);
      await new Promise((done) => setTimeout(done, 25));
    }
  };
  const handler = (name: string) => app.app.get(JobCatalogue).handlerOf(name);
  const runner = () => app.app.get(JobRunner);

  it.each<[what: string, row: Row, error: RegExp, ko: RegExp, en: RegExp]>([
    [
      'a payload that is no JSON',
      { name: 'send-mail', payload: '{"deliveryId":' },
      /^PayloadError: .*not JSON/,
      /형식에 맞지 않거나/,
      /does not fit its schema/,
    ],
    [
      'a payload that does not fit',
      { name: 'remind', payload: '{"roundId":7}' },
      /^PayloadError: .*\/roundId must be string/,
      /형식에 맞지 않거나/,
      /does not fit its schema/,
    ],
    [
      'a name this version does not know',
      { name: 'from-tomorrow' },
      /^PayloadError: there is no job from-tomorrow/,
      /모르는 작업/,
      /does not know the job/,
    ],
    [
      'sixty leases without an end',
      { name: 'send-mail', payload: `{"deliveryId":"${UNKNOWN}"}`, leases: 60 },
      /^JobRefused: taken 60 times/,
      /거절해/,
      /refused for good/,
    ],
  ])('given %s, then it is given up at once, with the reason in both languages', async (_what, row, error, ko, en) => {
    const id = await put(row);
    await until(id, 'dead');
    const dead = await job(id);
    expect(dead.error).toMatch(error);
    expect(dead.explanation).toMatch(ko);
    expect((await job(id, 'en')).explanation).toMatch(en);
    expect([dead.allowed, dead.finishedAt]).toEqual([['retry'], expect.any(String)]);
    expect((await app.ask('GET', '/jobs?state=dead', { as: 'admin' })).body.items).toContainEqual(dead);
  });

  it('given a handler that fails, then it waits longer and longer, and is a dead letter after its last attempt', async () => {
    const { attempts } = (await kind('prune-jobs')) as { attempts: number };
    jest.spyOn(handler('prune-jobs'), 'store').mockRejectedValue(new Error('the shelf is locked'));
    const id = await put({ name: 'prune-jobs' });
    for (let failures = 1; failures < attempts; failures += 1) {
      while ((await job(id)).failures < failures) await new Promise((done) => setTimeout(done, 25));
      const waits = await job(id);
      expect(waits).toMatchObject({ state: 'waiting', error: 'Error: the shelf is locked', allowed: [] });
      expect(waits.explanation).toBe(`${failures}번 실패했고 다시 시도합니다.`);
      expect(Date.parse(waits.dueAt) - Date.now()).toBeGreaterThan(50_000 * failures);
      await due(id);
    }
    await until(id, 'dead');
    expect((await job(id)).explanation).toContain(`${attempts}번 실패해 포기했습니다`);
    expect((await job(id, 'en')).explanation).toContain(`failed ${attempts} times`);
  });

  it('given a job that can never succeed, then it is not tried again', async () => {
    jest.spyOn(handler('send-mail'), 'perform').mockRejectedValueOnce(new JobRefused('no such town'));
    const id = await put({ name: 'send-mail', payload: `{"deliveryId":"${UNKNOWN}"}` });
    await until(id, 'dead');
    expect(await job(id)).toMatchObject({ failures: 1, error: 'JobRefused: no such town' });
  });

  it('given dead letters and one that hangs, then other jobs go on: of the same name, and of others', async () => {
    let release = (): void => undefined;
    jest
      .spyOn(handler('post-webhook'), 'perform')
      .mockImplementation(() => new Promise((done) => void (release = () => done(undefined))));
    jest.spyOn(handler('post-webhook'), 'store').mockResolvedValue(undefined);
    const hangs = await put({ name: 'post-webhook', payload: `{"deliveryId":"${UNKNOWN}"}`, dueIn: -60 });
    const bad = await Promise.all([1, 2, 3].map(() => put({ name: 'send-mail', payload: '[]', dueIn: -30 })));
    const unknown = await put({ name: 'from-tomorrow', dueIn: -30 });
    const good = await put({ name: 'send-mail', payload: `{"deliveryId":"${UNKNOWN}"}` });
    const other = await put({ name: 'catch-up-scores' });
    await Promise.all([...bad, unknown].map((id) => until(id, 'dead')));
    await until(good, 'done');
    await until(other, 'done');
    expect((await job(hangs)).state).toBe('running');
    release();
    await until(hangs, 'done');
  });

  it('retries a dead letter on the administrator’s word, as if it had never failed, and keeps that it did', async () => {
    const fault = jest.spyOn(handler('prune-jobs'), 'store').mockRejectedValue(new Error('once more'));
    const id = await put({ name: 'prune-jobs', failures: 2 });
    await until(id, 'dead');
    fault.mockRestore();
    const again = await retry(id);
    expect([again.status, again.body.failures, again.body.finishedAt]).toEqual([200, 0, null]);
    await until(id, 'done');
    const { body: history } = await app.ask('GET', `/history?subjectId=${id}`, { as: 'admin' });
    expect(history.items).toMatchObject([
      { type: 'JobRetried', from: 'dead', to: 'waiting', data: { name: 'prune-jobs' } },
    ]);
    expect((await app.ask('GET', `/history?subjectId=${id}`, { as: 'kicox-secretary' })).body.items).toEqual([]);
    const over = await retry(id);
    expect([over.status, over.body.code, over.body.allowed]).toEqual([409, 'job.not-dead', []]);
    expect((await retry(UNKNOWN)).status).toBe(404);
    const twice = await put({ name: 'prune-jobs', state: 'dead', failures: 3 });
    const both = await Promise.all([retry(twice), retry(twice)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await until(twice, 'done');
  });

  it.each<[state: string, word: string, row: Row]>([
    ['waiting', '대기', { name: 'prune-jobs', dueIn: 3_600 }],
    ['done', '완료', { name: 'prune-jobs', state: 'done' }],
    ['superseded', '대체', { name: 'prune-jobs', state: 'superseded' }],
  ])('does not retry one that is %s: 409, and no action is open', async (state, word, row) => {
    const id = await put(row);
    const refused = await retry(id);
    expect([refused.status, refused.body.code, refused.body.allowed]).toEqual([409, 'job.not-dead', []]);
    expect(refused.body.detail).toContain(`"${word}"`);
    expect((await job(id)).state).toBe(state);
  });

  it('does not retry one that a younger job covers', async () => {
    const dedupeKey = `aggregate-scores:${UNKNOWN}`;
    const payload = `{"roundId":"${UNKNOWN}"}`;
    const id = await put({ name: 'aggregate-scores', payload, state: 'dead', dedupeKey });
    const younger = await put({ name: 'aggregate-scores', payload, dedupeKey, dueIn: 3_600 });
    const refused = await retry(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'job.covered']);
    await due(younger);
    await until(younger, 'done');
    expect((await retry(id)).status).toBe(200);
    await until(id, 'done');
  });

  it('lists jobs by state and name, page by page, nothing twice and nothing lost', async () => {
    const ids: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await app.ask('GET', `/jobs?name=send-mail&limit=2${cursor}`, { as: 'admin' });
      expect(new Set(body.items.map(({ name }: { name: string }) => name))).toEqual(new Set(['send-mail']));
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    const { body: whole } = await app.ask('GET', '/jobs?name=send-mail&limit=200', { as: 'admin' });
    expect(ids).toEqual(whole.items.map(({ id }: { id: string }) => id));
    expect(ids.length).toBeGreaterThan(4);
    const wrong = await app.ask('GET', '/jobs?state=lost', { as: 'admin' });
    expect([wrong.status, wrong.body.errors[0].field]).toEqual([422, 'state']);
  });

  it('shows the catalogue with what waits, in the language of the reader', async () => {
    await runner().stop();
    await put({ name: 'send-mail', payload: `{"deliveryId":"${UNKNOWN}"}`, dueIn: -90 });
    await put({ name: 'send-mail', payload: `{"deliveryId":"${UNKNOWN}"}`, dueIn: -30 });
    const mail = await kind('send-mail');
    expect(mail).toMatchObject({ queue: 'deliveries', counts: { waiting: 2, dead: expect.any(Number) } });
    expect(Date.now() - Date.parse(mail['oldestDueAt'] as string)).toBeGreaterThan(85_000);
    expect(mail['summary']).toMatch(/[가-힣]/);
    const english = await app.ask('GET', '/job-kinds', { as: 'admin', headers: { 'accept-language': 'en' } });
    for (const { summary } of english.body.items) expect(summary).not.toMatch(/[가-힣]/);
  });

  it('gives metrics in the text format of Prometheus: backlog, oldest age, runs and durations', async () => {
    const metrics = await scrape();
    const samples = parse(metrics.text);
    expect(metrics.headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(samples.get('daegaejo_jobs{name="send-mail",state="waiting"}')).toBe(2);
    expect(samples.get('daegaejo_jobs{name="from-tomorrow",state="dead"}')).toBe(2);
    const oldest = Number(samples.get('daegaejo_job_oldest_due_seconds{name="send-mail"}'));
    expect([oldest > 85, oldest < 300]).toEqual([true, true]);
    expect(samples.get('daegaejo_job_runs_total{name="send-mail",outcome="dead"}')).toBeGreaterThanOrEqual(5);
    expect(samples.get('daegaejo_job_runs_total{name="prune-jobs",outcome="failed"}')).toBeGreaterThanOrEqual(2);
    const runs = [...samples].filter(([key]) => key.startsWith('daegaejo_job_runs_total{name="prune-jobs"'));
    expect(samples.get('daegaejo_job_duration_seconds_count{name="prune-jobs"}')).toBe(
      runs.reduce((sum, [, value]) => sum + value, 0),
    );
    expect(samples.get('daegaejo_process_start_time_seconds')).toBeGreaterThan(0);
    expect(metrics.text).not.toMatch(/daegaejo-demo|Bearer|@/);
    runner().start(RUN);
    await settled(app);
    const after = parse((await scrape()).text);
    expect([
      after.get('daegaejo_jobs{name="send-mail",state="waiting"}') ?? 0,
      after.get('daegaejo_job_oldest_due_seconds{name="send-mail"}') ?? 0,
    ]).toEqual([0, 0]);
  });

  it('opens the metrics, and nothing else, to whoever collects them', async () => {
    const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    expect((await scrape()).status).toBe(200);
    for (const path of ['/jobs', '/job-kinds', '/auth/session', '/notices', `/jobs/${UNKNOWN}`]) {
      const refused = await app.ask('GET', path, bearer(SCRAPE_TOKEN));
      expect([path, refused.status, refused.body.code]).toEqual([path, 401, 'access.token']);
    }
    expect((await app.ask('POST', `/jobs/${UNKNOWN}/retry`, bearer(SCRAPE_TOKEN))).status).toBe(401);
    for (const wrong of [`${SCRAPE_TOKEN}x`, SCRAPE_TOKEN.slice(1), 'x'.repeat(SCRAPE_TOKEN.length), 'short'])
      expect([wrong, (await app.ask('GET', '//metrics', bearer(wrong))).status]).toEqual([wrong, 401]);
    expect((await app.ask('GET', '//metrics')).status).toBe(401);
    expect((await app.ask('GET', '//metrics', { as: 'auditor' })).status).toBe(403);
    expect((await app.ask('GET', '//metrics', { as: 'admin' })).status).toBe(200);
  });

  const scrape = () => app.ask('GET', '//metrics', { headers: { authorization: `Bearer ${SCRAPE_TOKEN}` } });

  async function kind(name: string): Promise<Record<string, unknown>> {
    const { body } = await app.ask('GET', '/job-kinds', { as: 'admin' });
    return body.items.find((item: { name: string }) => item.name === name);
  }

  async function due(id: string): Promise<void> {
    const now = databaseTime(dialect);
    await app.database.store.write(({ manager }) =>
      rowsOf(manager, dialect, `UPDATE "outbox_job" SET "dueAt" = ${now} WHERE "id" = ?`, [id]),
    );
  }
});

/** A value is what Go's ParseFloat takes, which reads "Nan" as well. */
const SAMPLE = /^([a-z_:][\w:]*)(\{(?:[a-z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})? (-?[\d.]+(?:e[+-]?\d+)?|[+-]Inf|NaN)$/i;

/** Reads the text format strictly: every sample after the one HELP and TYPE of its metric, no sample twice. */
function parse(text: string): Map<string, number> {
  const types = new Map<string, string>();
  const samples = new Map<string, number>();
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, name, type] = /^# TYPE (\S+) (counter|gauge|histogram|summary)$/.exec(line) ?? [];
    if (name !== undefined) {
      expect(types.has(name)).toBe(false);
      types.set(name, String(type));
      continue;
    }
    if (line.startsWith('# HELP ')) continue;
    const [, metric = '', labels = '', value] = SAMPLE.exec(line) ?? [];
    expect([line, metric === '']).toEqual([line, false]);
    const base = types.has(metric) ? metric : metric.replace(/_(bucket|sum|count)$/, '');
    expect([line, types.has(base), samples.has(metric + labels)]).toEqual([line, true, false]);
    samples.set(metric + labels, Number(String(value).replace('Inf', 'Infinity')));
  }
  return samples;
}
