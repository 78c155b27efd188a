import { setTimeout as sleep } from 'node:timers/promises';
import { UnitOfWork } from '@daegaejo/platform';
import { atSeoul } from '@daegaejo/platform/rules';
import { loadDemoPeople, prepareDemoPeople } from '@daegaejo/rehearsal';
import type { INestApplicationContext } from '@nestjs/common';
import { TestApp } from '../support/app.js';
import { header, MailServer, speakingTo, workerFor } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';
import { NOBODY } from '../support/unit-of-work.js';

describeOnBoth('inbox, wishes, webhooks and calendar in a rehearsal', (dialect) => {
  const server = new MailServer();
  let app: TestApp;
  let worker: INestApplicationContext;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    await server.up();
    app = await TestApp.boot(dialect);
    worker = await workerFor(app, { SMTP_URL: server.url });
    play = playIn(app);
    // Eleven plans that were not filed by the extended deadline: their people and the secretaries have been told so.
    await play.stretch(2020, '본접수');
    await app.clock(atSeoul('2020-04-09', 12));
    await act('molit-officer', 'POST', `${roundPath()}/extensions`, {
      step: 'intake',
      deadline: atSeoul('2020-04-16', 18),
      reason: '접수 장애로 모두에게 연장',
    });
    await settled(app);
    await app.clock(atSeoul('2020-04-17', 9, 30));
    await settled(app);
  }, 60_000);
  afterAll(async () => {
    await worker.close();
    await app.close();
    await server.down();
  });

  const { act, list } = speakingTo(() => app);
  const roundPath = () => `/rounds/${play.rounds[0]?.id}`;

  it('marks as read what is one’s own, once, and nothing else', async () => {
    const [first, second] = await list('daegu-writer', '/notices');
    const unread = async (as: string) => (await app.ask('GET', '/notices?unread=true&limit=200', { as })).body.items;
    const count = (await unread('daegu-writer')).length;
    const others = (await unread('daegu-approver')).length;
    const read = await act('daegu-writer', 'POST', `/notices/${first.id}/reading`);
    expect(read.readAt).not.toBeNull();
    expect((await act('daegu-writer', 'POST', `/notices/${first.id}/reading`)).readAt).toBe(read.readAt);
    for (const as of ['daegu-approver', 'kicox-secretary', 'admin'])
      expect((await app.ask('POST', `/notices/${second.id}/reading`, { as })).status).toBe(404);
    expect((await unread('daegu-writer')).length).toBe(count - 1);
    expect((await unread('daegu-approver')).length).toBe(others);
  });

  it('takes one of many wishes that were made at once of the same version, and no sixth system', async () => {
    const wish = { mail: 'immediate', quietFrom: null, quietTo: null, digestAt: '10:00', language: 'ko' };
    const first = await app.ask('PUT', '/channel-preference', { as: 'incheon-writer', body: wish });
    expect([first.status, first.body.version, first.headers['etag']]).toEqual([200, 1, '"1"']);
    const headers = { 'if-match': '"1"' };
    const set = () => app.ask('PUT', '/channel-preference', { as: 'incheon-writer', headers, body: wish });
    const answers = await Promise.all(Array.from({ length: 8 }, set));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(412)]);
    const add = (no: number) =>
      app.ask('POST', '/webhooks', { as: 'incheon-writer', body: { url: `https://hooks.example.com/${no}` } });
    const added = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(add));
    expect(added.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(await list('incheon-writer', '/webhooks')).toHaveLength(5);
  });

  it('pages through an inbox, newest first, nothing twice and nothing lost', async () => {
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await app.ask('GET', `/notices?limit=3${cursor}`, { as: 'kicox-secretary' });
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(paged).toEqual((await list('kicox-secretary', '/notices')).map(({ id }: { id: string }) => id));
    expect(new Set(paged).size).toBe(paged.length);
    expect(paged.length).toBeGreaterThan(6);
  });

  it('keeps what a webhook would be told in a rehearsal, and shows its key once', async () => {
    const made = await act('ulsan-writer', 'POST', '/webhooks', { url: 'https://hooks.example.com/ulsan' });
    expect(made.secret).toMatch(/^[\w-]{43}$/);
    expect(await list('ulsan-writer', '/webhooks')).toMatchObject([{ id: made.id, secret: null, lastError: null }]);
    await act('kicox-secretary', 'POST', `${roundPath()}/requests`, {
      organisationId: await app.organisation('ULSAN'),
      kind: 'other',
      title: '시스템에도 알리는 요청',
      text: '회신해 주십시오. (가상)',
      dueAt: atSeoul('2020-05-29', 18),
    });
    await settled(app);
    const personId = await app.person('ulsan-writer');
    const newest = (await list('kicox-secretary', `${roundPath()}/reminders`)).find(
      (one: { personId: string }) => one.personId === personId,
    );
    expect(newest.deliveries.toSorted()).toEqual(['mail:kept', 'webhook:kept']);
    for (let more = 1; more < 5; more += 1)
      await act('ulsan-writer', 'POST', '/webhooks', { url: `https://hooks.example.com/${more}` });
    const most = await app.ask('POST', '/webhooks', {
      as: 'ulsan-writer',
      body: { url: 'https://hooks.example.com/6' },
    });
    expect([most.status, most.body.code, most.body.allowed]).toEqual([
      409,
      'notification.webhook.most',
      ['removeWebhook'],
    ]);
    const inside = await app.ask('POST', '/webhooks', { as: 'busan-writer', body: { url: 'https://10.0.0.1/' } });
    expect([inside.status, inside.body.errors]).toMatchObject([
      422,
      [{ field: 'url', code: 'notification.webhook.address' }],
    ]);
  });

  it('carries one’s deadlines into a calendar whose address is the key, as long as he has rights and wants it', async () => {
    const headers = { 'idempotency-key': 'calendar-of-daegu' };
    const open = () => app.ask('POST', '/calendar-feed', { as: 'daegu-writer', headers });
    const pathOf = ({ body }: { body: { url: string } }) => new URL(body.url).pathname.replace('/api/v1', '');
    const [first, second] = [pathOf(await open()), pathOf(await open())];
    expect(first).not.toBe(second);
    expect((await app.ask('GET', first)).status).toBe(404);
    const feed = await app.ask('GET', second);
    expect(feed.headers['content-type']).toContain('text/calendar');
    const lines = feed.text.replaceAll('\r\n ', '').split('\r\n');
    const duties = (await list('daegu-writer', '/duties')).filter(
      ({ clock }: { clock: string }) => clock === 'deadline',
    );
    expect(lines.filter((line) => line.startsWith('UID:')).toSorted()).toEqual(
      duties.map(({ key }: { key: string }) => `UID:${key}@daegaejo`).toSorted(),
    );
    expect(lines).toContain('DTEND:20200416T090000Z');
    expect(lines.some((line) => line.startsWith('SUMMARY:[모의 운영] 혁신계획 본접수'))).toBe(true);
    const kept = await app.database.store.reader.query('SELECT "answer" FROM "idempotency_record"');
    expect(JSON.stringify(kept)).not.toContain(second.split('/').at(-1));
    await act('daegu-writer', 'DELETE', '/calendar-feed');
    expect((await app.ask('GET', second)).status).toBe(404);
    const third = pathOf(await open());
    expect((await app.ask('GET', third)).status).toBe(200);
    await act('admin', 'POST', `/people/${await app.person('daegu-writer')}/disablement`, { reason: '전출 (가상)' });
    expect((await app.ask('GET', third)).status).toBe(404);
  });
});

describe('mails of a database that counts', () => {
  const server = new MailServer();
  let app: TestApp;
  let worker: INestApplicationContext;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    await server.up();
    app = await TestApp.boot('sqlite', 'off');
    worker = await workerFor(app, { SMTP_URL: server.url, DEMO: 'off', MAIL_FROM: 'daegaejo@example.go.kr' });
    // The people of the demo without its administrator: the first start made one.
    const people = (await prepareDemoPeople()).filter(({ person }) => person.username !== 'admin');
    await app.app.get(UnitOfWork).run(NOBODY, (tx) => loadDemoPeople(tx, people));
    play = playIn(app);
    await play.rounds[0]?.open();
    await play.rounds[0]?.advance('motie-officer', 'announce');
    await settled(app);
  }, 60_000);
  afterAll(async () => {
    await worker.close();
    await app.close();
    await server.down();
  });

  const WRITER = 'busan-writer@example.invalid';
  const ask = async (title: string): Promise<void> => {
    const { status, text } = await app.ask('POST', `/rounds/${play.rounds[0]?.id}/requests`, {
      as: 'kicox-secretary',
      body: {
        organisationId: await app.organisation('BUSAN'),
        kind: 'supplement',
        title,
        text: '보완해 주십시오.',
        dueAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      },
    });
    if (status !== 201) throw new Error(text);
  };
  const mails = async () => (await app.ask('GET', '/mails', { as: 'busan-writer' })).body.items;
  const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
    for (const started = performance.now(); !(await holds()); await sleep(50))
      if (performance.now() - started > 30_000) throw new Error(`not in time: ${holds}`);
  };

  it('given a notice, then its mail arrives once, in Korean, under the id of its delivery', async () => {
    await ask('재원 확약서 보완');
    await settled(app);
    const [kept] = await mails();
    expect(kept).toMatchObject({ state: 'sent', to: WRITER, error: null, sentAt: expect.any(String) });
    const [mail, ...more] = server.mailsTo(WRITER);
    expect(more).toEqual([]);
    expect(header(String(mail), 'Message-ID')).toBe(`<${kept.id}@daegaejo>`);
    expect(header(String(mail), 'Subject')).toBe('[대개조] 자료 요청: 재원 확약서 보완');
    expect(header(String(mail), 'From')).toContain('<daegaejo@example.go.kr>');
    expect(header(String(mail), 'X-Daegaejo-Rehearsal')).toBeUndefined();
    expect(kept.subject).toBe('[대개조] 자료 요청: 재원 확약서 보완');
  });

  it('given a mail server that is away, then the mail waits while everything else goes on, and arrives once it is back', async () => {
    const before = server.mailsTo(WRITER).length;
    await server.down();
    await ask('서버가 없는 동안');
    const failing = () =>
      app.database.store.reader.query(
        `SELECT "id" FROM "outbox_job" WHERE "name" = 'send-mail' AND "state" = 'waiting' AND "failures" > 0`,
      );
    await until(async () => (await failing()).length > 0);
    expect((await mails())[0]).toMatchObject({ state: 'queued', sentAt: null });
    expect((await app.ask('GET', '/notices', { as: 'busan-writer' })).body.items[0].subject).toContain(
      '서버가 없는 동안',
    );
    const health = await app.ask('GET', '//health/ready');
    expect([health.status, health.body.status]).toEqual([200, 'degraded']);
    expect(health.body.parts).toContainEqual(expect.objectContaining({ name: 'mail', status: 'degraded' }));
    await server.up();
    await until(() => server.mailsTo(WRITER).length > before);
    await until(async () => (await mails())[0].state === 'sent');
    await until(async () => (await failing()).length === 0);
    await settled(app);
    expect(server.mailsTo(WRITER).length).toBe(before + 1);
    expect((await app.ask('GET', '//health/ready')).body.parts).toContainEqual({
      name: 'mail',
      status: 'up',
      detail: null,
    });
  }, 60_000);

  it('given somebody who left, then no mail goes after him', async () => {
    const before = server.mails.length;
    await app.database.store.write(({ manager }) =>
      manager.query(`UPDATE "person" SET "disabledAt" = '2026-01-01T00:00:00.000Z' WHERE "username" = 'busan-writer'`),
    );
    await ask('떠난 뒤');
    await settled(app);
    expect(server.mailsTo(WRITER).filter((mail) => header(mail, 'Subject')?.includes('떠난 뒤'))).toEqual([]);
    expect(server.mails.length).toBe(before + 1); // to the approver
  });
});
