import { checkRound } from '@daegaejo/rehearsal/demo';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';

const here = process.env.TEST_REDIS === '1' && process.env.TEST_POSTGRES === '1';

/** The same product with Redis carrying the news: the same story, and a window into the queues for administrators. */
(here ? describe : describe.skip)('the product on PostgreSQL, carried by BullMQ', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot('postgres', 'people', process.env.REDIS_URL ?? null);
  });
  afterAll(() => app.close());

  it('plays every round to the same figures', async () => {
    const play = playIn(app);
    await play.all(() => undefined);
    for (const round of play.rounds) {
      const { checks } = await checkRound(play.stage, round);
      expect(checks.filter((check) => !check.ok)).toEqual([]);
    }
  }, 600_000);

  it('opens the window into the queues to administrators alone, and lets nobody press a button in it', async () => {
    expect(await app.ask('GET', '//admin/queues')).toMatchObject({ status: 401, body: { code: 'access.sign-in' } });
    for (const as of ['busan-writer', 'kicox-secretary', 'molit-officer', 'auditor'])
      expect(await app.ask('GET', '//admin/queues', { as })).toMatchObject({
        status: 403,
        body: { code: 'access.forbidden' },
      });
    const page = await app.ask('GET', '//admin/queues', { as: 'admin' });
    expect([page.status, page.text.includes('<div id="root">')]).toEqual([200, true]);
    const { body } = await app.ask('GET', '//admin/queues/api/queues', { as: 'admin' });
    expect(body.queues.map(({ name }: { name: string }) => name).toSorted()).toEqual([
      'deliveries',
      'files',
      'maintenance',
      'plans',
      'reminders',
      'rounds',
      'scores',
    ]);
    expect(body.queues.every(({ readOnlyMode }: { readOnlyMode: boolean }) => readOnlyMode)).toBe(true);
    const cleaned = await app.ask('PUT', '//admin/queues/api/queues/scores/clean/completed', { as: 'admin' });
    expect(cleaned.status).toBeGreaterThanOrEqual(400);
    const document = await app.ask('GET', '//openapi.json');
    expect(document.body.paths['/admin/queues'].get).toMatchObject({
      operationId: 'getQueueBoard',
      'x-roles': ['admin'],
    });
  });
});
