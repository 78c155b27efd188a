import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { carryJobs, ProgrammeModule, programmeOf } from '@daegaejo/composition';
import { readEnv } from '@daegaejo/config';
import { DEFAULT_REMINDERS } from '@daegaejo/notification/rules';
import { InstallationEntity, JobRunner, UnitOfWork } from '@daegaejo/platform';
import { atSeoul } from '@daegaejo/platform/rules';
import { loadDemoPeople, prepareDemoPeople } from '@daegaejo/rehearsal';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SMTPServer } from 'smtp-server';
import { settled, told } from '../access/settled.js';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';
import { NOBODY } from '../support/unit-of-work.js';

@Module({})
class WorkerModule {}

/** The application only promises jobs from now on; a worker beside it, with settings of its own, does them. */
async function workerFor(app: TestApp, settings: Record<string, string>): Promise<INestApplicationContext> {
  await app.app.get(JobRunner).stop();
  const { store } = app.database;
  const { rehearsal } = await store.reader.findOneByOrFail(InstallationEntity, { id: 1 });
  const programme = programmeOf(readEnv(settings), store, rehearsal);
  const worker = await NestFactory.createApplicationContext(
    { module: WorkerModule, imports: [ProgrammeModule.with(programme)] },
    { logger: false },
  );
  await carryJobs(worker, { role: 'worker', redisUrl: null, pollMs: 50 });
  return worker;
}

/** A mail server in this process: what it took, and how often anybody came. */
class MailServer {
  readonly mails: string[] = [];
  connections = 0;
  private server: SMTPServer | null = null;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async up(): Promise<this> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onConnect: (_session, callback) => {
        this.connections += 1;
        callback();
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
          this.mails.push(`X-Envelope-To: ${to}\r\n${Buffer.concat(chunks).toString('latin1')}`);
          callback();
        });
      },
    });
    this.server.on('error', () => undefined); // a client that gave up is no fault of the server
    await new Promise<void>((done) => void this.server?.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.server.address() as AddressInfo).port;
    return this;
  }

  async down(): Promise<void> {
    await new Promise<void>((done) => void this.server?.close(done));
  }

  mailsTo(address: string): string[] {
    return this.mails.filter((mail) => header(mail, 'X-Envelope-To') === address);
  }
}

/** A header as a mail program shows it. */
function header(mail: string, name: string): string | undefined {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((text) => text.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line
    ?.slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(=\?UTF-8\?[BQ]\?[^?]*\?=)+/gi, (words) =>
      Buffer.concat(
        [...words.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind = '', text = '']) =>
          kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    );
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** "daegu-writer D-1" and "daegu-approver D-1" of each province. */
const bothOf = (provinces: readonly string[], step: string): string[] =>
  provinces.flatMap((province) => [`${province}-approver ${step}`, `${province}-writer ${step}`]).sort();

describeOnBoth('reminders, by the calendar of 2020', (dialect) => {
  const server = new MailServer();
  const heard = new Map<string, string[]>();
  let app: TestApp;
  let worker: INestApplicationContext;
  let play: ReturnType<typeof playIn>;
  let provinces: string[];
  beforeAll(async () => {
    await server.up();
    app = await TestApp.boot(dialect);
    worker = await workerFor(app, { SMTP_URL: server.url });
    play = playIn(app);
    await play.stretch(2020, '예비접수 (11개 시·도)');
    provinces = (play.rounds[0]?.cohort.applicants ?? []).map(({ province }) => province.toLowerCase());
    await act('gangwon-writer', 'POST', '/plans', {
      roundId: play.rounds[0]?.id,
      provinceId: await app.organisation('GANGWON'),
      title: '강원 계획',
    });
  }, 60_000);
  afterAll(async () => {
    await worker.close();
    await app.close();
    await server.down();
  });

  const roundPath = () => `/rounds/${play.rounds[0]?.id}`;
  const act = async (as: string, method: string, path: string, body?: object) => {
    const answer = await app.ask(method, path, { as, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 300) throw new Error(`${as} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const list = async (as: string, path: string) => (await app.ask('GET', `${path}?limit=200`, { as })).body.items;
  const mailsOf = async (as: string): Promise<{ id: string; state: string; subject: string; text: string }[]> =>
    list(as, '/mails');
  const wants = (as: string, change: object) =>
    act(as, 'PUT', '/channel-preference', {
      mail: 'immediate',
      quietFrom: null,
      quietTo: null,
      digestAt: '09:30',
      language: 'ko',
      ...change,
    });

  /** What people were told of this since the last look. */
  async function news(kind: string): Promise<string[]> {
    await settled(app);
    const known = new Map<string, number>();
    for (const line of heard.get(kind) ?? []) known.set(line, (known.get(line) ?? 0) + 1);
    const all = await told(app, [kind]);
    heard.set(kind, all);
    return all.filter((line) => {
      const seen = known.get(line) ?? 0;
      known.set(line, seen - 1);
      return seen <= 0;
    });
  }
  /** The eleven make their plans and submit them at once; whom a look in between caught is told, and not looked at here. */
  async function submitOthers(): Promise<void> {
    await play.stretch(2020, '사전 컨설팅 시작', '예비접수 (11개 시·도)');
    await news('submit-pre-intake');
  }
  const at = async (day: string, hour: number, minute = 0): Promise<void> => app.clock(atSeoul(day, hour, minute));

  it.each<[day: string, hour: number, minute: number, expected: string[]]>([
    ['2020-03-06', 8, 58, []],
    ['2020-03-06', 9, 0, bothOf(['gangwon'], 'D-7')],
    ['2020-03-06', 15, 0, []],
    ['2020-03-10', 9, 0, bothOf(['gangwon'], 'D-3')],
    ['2020-03-12', 9, 0, bothOf(['gangwon'], 'D-1')],
    ['2020-03-13', 9, 0, bothOf(['gangwon'], 'D-day')],
    ['2020-03-13', 18, 0, []],
    ['2020-03-14', 9, 0, []], // a Saturday: the day after gives way to Monday
    ['2020-03-16', 9, 0, [...bothOf(['gangwon'], 'D+1'), 'kicox-secretary D+1*', 'lh-secretary D+1*'].sort()],
    ['2020-03-17', 9, 0, []],
  ])(
    'given a submission due on Friday 2020-03-13 18:00, at %s %i:%i the right people hear',
    async (day, hour, minute, expected) => {
      if (day === '2020-03-12') await submitOthers();
      await at(day, hour, minute);
      expect(await news('submit-pre-intake')).toEqual(expected);
    },
  );

  it('says what, by when and where, to the one in charge and to his superior', async () => {
    const [last] = await list('gangwon-writer', '/notices');
    expect(last).toMatchObject({
      kind: 'submit-pre-intake',
      step: 'D+1',
      relation: 'after',
      copy: false,
      readAt: null,
    });
    expect(last.subject).toBe('[대개조] 혁신계획 예비접수 마감 3일 지남 · 강원');
    const copies = await list('lh-secretary', '/notices');
    expect(copies.find(({ step }: { step: string }) => step === 'D+1')).toMatchObject({
      copy: true,
      subject: '[대개조][참조] 혁신계획 예비접수 마감 3일 지남 · 강원',
    });
    const english = await app.ask('GET', '/notices', { as: 'gangwon-writer', headers: { 'accept-language': 'en' } });
    expect(english.body.items[0].subject).toContain('3 day(s) overdue');
  });

  it('given a duty that is done, then its reminders stop at once', async () => {
    await play.stretch(2020, '본접수', '사전 컨설팅 시작');
    await at('2020-04-03', 9);
    expect(await news('file-plan')).toEqual(bothOf(provinces, 'D-7'));
    await play.rounds[0]?.submit('GYEONGBUK', 'filed');
    expect((await list('gyeongbuk-writer', '/duties')).map(({ kind }: { kind: string }) => kind)).toEqual([]);
    provinces = provinces.filter((province) => province !== 'gyeongbuk');
  });

  it('given that everything was off while several hours of reminders went by, then one reminder makes up for them', async () => {
    await worker.close();
    await at('2020-04-07', 9);
    await at('2020-04-09', 12);
    worker = await workerFor(app, { SMTP_URL: server.url });
    expect(await news('file-plan')).toEqual(bothOf(provinces, 'D-1'));
  });

  it('given a deadline that is extended, then everybody hears of it once, and the new one has reminders of its own', async () => {
    await act('molit-officer', 'POST', `${roundPath()}/extensions`, {
      step: 'intake',
      deadline: atSeoul('2020-04-16', 18),
      reason: '접수 장애로 모두에게 연장',
    });
    const everybody = (await list('admin', '/people')).filter(({ grants }: { grants: { role: string }[] }) =>
      grants.some(({ role }) => role.startsWith('province-')),
    );
    const expected = everybody.map(({ username }: { username: string }) => `${username} DeadlineExtended`).sort();
    expect(await news('DeadlineExtended')).toEqual(expected);
    expect(await news('file-plan')).toEqual(bothOf(provinces, 'D-7')); // seven days before the new one are today
    await at('2020-04-10', 9);
    expect(await news('file-plan')).toEqual([]); // the D-day of the old one
    const [duty] = await list('daegu-writer', '/duties');
    expect(duty).toMatchObject({ kind: 'file-plan', clock: 'deadline', at: atSeoul('2020-04-16', 18) });
  });

  it('holds mail back in quiet hours, gathers it into one a day, or leaves it away, as each one wishes', async () => {
    await wants('daegu-writer', { quietFrom: '20:00', quietTo: '10:00' });
    await wants('daegu-approver', { mail: 'digest' });
    await wants('busan-writer', { mail: 'off' });
    await wants('busan-approver', { language: 'en' });
    const before = new Map(await Promise.all(WISHES.map(async (as) => [as, (await mailsOf(as)).length] as const)));
    const fresh = async (as: string) => {
      await settled(app);
      const mails = await mailsOf(as);
      return mails.slice(0, mails.length - (before.get(as) ?? 0));
    };
    await at('2020-04-13', 9);
    expect(await news('file-plan')).toEqual(bothOf(provinces, 'D-3'));
    await act('kicox-secretary', 'POST', `${roundPath()}/requests`, {
      organisationId: await app.organisation('DAEGU'),
      kind: 'supplement',
      title: '재원 확약서',
      text: '확약서를 보내 주십시오. (가상)',
      dueAt: atSeoul('2020-05-29', 18),
    });
    expect((await fresh('daegu-writer')).map(({ state }) => state)).toEqual(['deferred', 'deferred']);
    expect(await fresh('daegu-approver')).toMatchObject([
      { state: 'deferred', sendAfter: atSeoul('2020-04-13', 9, 30), subject: '[모의 운영] [대개조] 오늘의 알림 2건' },
    ]);
    expect(await fresh('busan-writer')).toEqual([]);
    expect(await fresh('busan-approver')).toMatchObject([
      { state: 'kept', subject: expect.stringContaining('filing of the innovation plan') },
    ]);
    await at('2020-04-13', 9, 31);
    const [digest, ...more] = await fresh('daegu-approver');
    expect([digest?.state, more]).toEqual(['kept', []]);
    for (const part of ['혁신계획 본접수 마감 3일 전', '자료 요청: 재원 확약서']) expect(digest?.text).toContain(part);
    expect((await fresh('daegu-writer')).map(({ state }) => state)).toEqual(['deferred', 'deferred']);
    await at('2020-04-13', 10);
    expect((await fresh('daegu-writer')).map(({ state }) => state)).toEqual(['kept', 'kept']);
    for (const as of WISHES) expect((await list(as, '/notices'))[0].createdAt > atSeoul('2020-04-13', 9)).toBe(true);
  });

  it('sends a digest’s reader by itself what would be too late in it', async () => {
    await wants('ulsan-approver', { mail: 'digest', digestAt: '08:00' });
    await act('kicox-secretary', 'POST', `${roundPath()}/requests`, {
      organisationId: await app.organisation('ULSAN'),
      kind: 'other',
      title: '오늘 안에',
      text: '오늘 안에 회신해 주십시오. (가상)',
      dueAt: atSeoul('2020-04-13', 18),
    });
    await settled(app);
    const urgent = (await mailsOf('ulsan-approver')).filter(({ subject }) => subject.includes('자료 요청: 오늘 안에'));
    expect(urgent.map(({ state }) => state)).toEqual(['kept']);
    await wants('ulsan-approver', {});
  });

  it.each<[day: string, expected: () => string[]]>([
    ['2020-04-14', () => bothOf(provinces, 'D-1')], // the 15th is election day
    ['2020-04-15', () => []],
  ])('gives way to a holiday: 2020-04-15 is one, so on %s', async (day, expected) => {
    await at(day, 9);
    expect(await news('file-plan')).toEqual(expected());
    const [newest] = await list('jeonbuk-writer', '/notices');
    expect(newest.subject).toBe('[대개조] 혁신계획 본접수 마감 2일 전 · 전북'); // two days, as it is, not one as the step is called
  });

  it.each<[what: string, field: string, code: string, change: object]>([
    [
      'a time that is none',
      'steps[0].at',
      'notification.settings.time',
      { steps: [{ days: 0, at: '24:00', copySuperior: false }] },
    ],
    ['days out of order', 'steps[1].days', 'notification.settings.order', { steps: [daily(0), daily(-3)] }],
    ['a day twice', 'steps[1].days', 'notification.settings.twice', { steps: [daily(0), daily(0)] }],
    ['no reminder at all', 'steps', 'notification.settings.empty', { steps: [] }],
    ['a day too far', 'steps[0].days', 'field.whole', { steps: [daily(-61)] }],
    ['a term of nothing', 'terms.signPledge', 'field.whole', { terms: { ...DEFAULT_REMINDERS.terms, signPledge: 0 } }],
  ])('refuses settings with %s: 422, and the field is named', async (_what, field, code, change) => {
    const { status, body } = await app.ask('PUT', `${roundPath()}/reminder-settings`, {
      as: 'kicox-secretary',
      headers: { 'if-match': '"0"' },
      body: { ...DEFAULT_REMINDERS, ...change },
    });
    expect([status, body.code]).toEqual([422, 'content.invalid']);
    expect(body.errors).toMatchObject([{ field, code, message: expect.stringMatching(/[가-힣]/) }]);
  });

  it('takes settings of the round by version, and reminds by them from then on', async () => {
    const path = `${roundPath()}/reminder-settings`;
    const first = await app.ask('GET', path, { as: 'kicox-secretary' });
    expect([first.body, first.headers['etag']]).toEqual([{ ...DEFAULT_REMINDERS, version: 0 }, '"0"']);
    const steps = [daily(-1), { ...daily(0), at: '15:00' }, { ...daily(1), copySuperior: true }];
    const body = { ...DEFAULT_REMINDERS, steps };
    const bare = await app.ask('PUT', path, { as: 'kicox-secretary', body });
    expect([bare.status, bare.body.errors[0].code]).toEqual([400, 'if-match.required']);
    const set = await app.ask('PUT', path, { as: 'kicox-secretary', headers: { 'if-match': '"0"' }, body });
    expect([set.status, set.body]).toEqual([200, { ...body, version: 1 }]);
    const stale = await app.ask('PUT', path, { as: 'molit-officer', headers: { 'if-match': '"0"' }, body });
    expect([stale.status, stale.body.code]).toEqual([412, 'record.stale']);
    const { items } = (await app.ask('GET', '/history?type=ReminderSettingsChanged', { as: 'auditor' })).body;
    expect(items.map(({ data }: { data: object }) => data)).toEqual([{ version: 1 }]);
    await at('2020-04-16', 9);
    expect(await news('file-plan')).toEqual([]);
    await at('2020-04-16', 15);
    expect(await news('file-plan')).toEqual(bothOf(provinces, 'D-day'));
  });

  it('knows an extra holiday from the moment it is entered', async () => {
    const holiday = { day: '2020-04-17', name: '임시공휴일 (가상)', source: '가상 관보 제1호' };
    await act('molit-officer', 'POST', '/holidays', holiday);
    const again = await app.ask('POST', '/holidays', { as: 'admin', body: holiday });
    expect([again.status, again.body.code]).toEqual([409, 'holiday.known']);
    await at('2020-04-17', 9);
    expect(await news('file-plan')).toEqual([]);
    await at('2020-04-20', 9);
    const copies = provinces.flatMap(() => ['kicox-secretary D+1*', 'lh-secretary D+1*']);
    expect(await news('file-plan')).toEqual([...bothOf(provinces, 'D+1'), ...copies].sort());
  });

  it('shows those who run the round who was told what, and whether it arrived', async () => {
    const reminders = await list('kicox-secretary', `${roundPath()}/reminders`);
    const mine = (username: string) =>
      list('admin', '/people').then((people) =>
        reminders.filter(
          ({ personId, kind }: { personId: string; kind: string }) =>
            kind === 'file-plan' &&
            personId === people.find((person: { username: string }) => person.username === username).id,
        ),
      );
    const codes = (await mine('daegu-writer')).map(({ step }: { step: string }) => step);
    // Of the deadline as it was extended, then of the first one.
    expect(codes.join(' ')).toBe('D+1 D-day D-1 D-3 D-7 D-1 D-7');
    expect((await mine('busan-writer'))[0]).toMatchObject({ deliveries: [], copy: false, readAt: null });
    expect((await mine('jeonbuk-writer'))[0]).toMatchObject({ deliveries: ['mail:kept'], person: expect.any(String) });
    const deferred = (await mine('daegu-approver'))[0];
    expect([deferred.step, deferred.deliveries]).toEqual(['D+1', ['mail:deferred']]);
    await at('2020-04-20', 9, 30);
    await settled(app);
    const newest = (await list('lh-secretary', `${roundPath()}/reminders`)).find(
      ({ id }: { id: string }) => id === deferred.id,
    );
    expect(newest.deliveries).toEqual(['mail:kept']);
    expect((await app.ask('GET', `${roundPath()}/reminders`, { as: 'daegu-writer' })).status).toBe(403);
  });

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

  it('keeps the mails of a rehearsal, marked, for their reader and the administrator, and sends none', async () => {
    const mails = await mailsOf('jeonbuk-writer');
    expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['kept']));
    for (const { subject, text } of mails) {
      expect(subject).toMatch(/^\[모의 운영\] \[대개조\]/);
      expect(text).toContain('[모의 운영] 연습용 시스템에서 보낸 메일입니다.');
    }
    const [mail] = mails;
    expect((await app.ask('GET', `/mails/${mail?.id}`, { as: 'jeonbuk-writer' })).body).toMatchObject({
      to: expect.stringContaining('@'),
      sentAt: null,
      error: null,
    });
    expect((await app.ask('GET', `/mails/${mail?.id}`, { as: 'admin' })).body).toMatchObject({ id: mail?.id });
    for (const as of ['jeonbuk-approver', 'kicox-secretary', 'auditor'])
      expect((await app.ask('GET', `/mails/${mail?.id}`, { as })).status).toBe(404);
    expect([server.connections, server.mails]).toEqual([0, []]);
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

const WISHES = ['daegu-writer', 'daegu-approver', 'busan-writer', 'busan-approver'];

function daily(days: number) {
  return { days, at: '09:00', copySuperior: false };
}

describe('events of a round', () => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot('sqlite');
    play = playIn(app);
    await play.stretch(2020, '나머지 채점');
    const round = `/rounds/${play.rounds[0]?.id}`;
    const { body } = await app.ask('GET', `${round}/score-sheets?limit=200`, { as: 'evaluator-2020-2' });
    const sheet = body.items.find(({ state }: { state: string }) => state === 'submitted');
    await app.ask('POST', `/score-sheets/${sheet.id}/return`, {
      as: 'evaluator-2020-1',
      body: { ground: 'omission', note: '의견이 빠졌습니다.' },
    });
    await app.ask('POST', `${round}/extensions`, {
      as: 'molit-officer',
      body: { step: 'scoring', deadline: '2020-04-25T09:00:00.000Z', reason: '하루 늦춥니다. (가상)' },
    });
    await settled(app);
    await app.ask('POST', `/score-sheets/${sheet.id}/submission`, { as: 'evaluator-2020-2' });
    await play.stretch(2020, '이의신청 처리', '나머지 채점');
    await settled(app);
  }, 120_000);
  afterAll(() => app.close());

  const applicants = () => (play.rounds[0]?.cohort.applicants ?? []).map(({ province }) => province.toLowerCase());
  const times = (count: number, lines: readonly string[]) => lines.flatMap((line) => Array(count).fill(line)).sort();
  const evaluators = (numbers: readonly number[], event: string) =>
    numbers.map((no) => `evaluator-2020-${no} ${event}`);
  const PANEL = [1, 2, 3, 4, 5, 6, 7];

  it.each<[event: string, expected: () => string[]]>([
    ['OpinionIssued', () => times(2, bothOf(applicants(), 'OpinionIssued'))],
    [
      'OpinionAnswered', // two a plan; eleven plans among three consultants
      () =>
        ['1', '1', '1', '1', '2', '2', '2', '2', '3', '3', '3'].flatMap((no) =>
          times(2, [`consultant-${no} OpinionAnswered`]),
        ),
    ],
    ['PlanScreened', () => bothOf(applicants(), 'PlanScreened')],
    ['PanelMemberInvited', () => ['evaluator-busan PanelMemberInvited', ...evaluators(PANEL, 'PanelMemberInvited')]],
    ['EvaluatorAssigned', () => times(11, evaluators(PANEL, 'EvaluatorAssigned'))],
    ['ScoreSheetReturned', () => evaluators([2], 'ScoreSheetReturned')],
    // The step is the evaluators': whoever has no sheet in hand any more is not told.
    ['DeadlineExtended', () => evaluators([2, 5, 6, 7], 'DeadlineExtended')],
    ['PreselectionAnnounced', () => bothOf(applicants(), 'PreselectionAnnounced')],
  ])('%s reaches the people it concerns, once, and nobody else', async (event, expected) => {
    expect(await told(app, [event])).toEqual(expected().sort());
  });

  it('says nothing of an outcome, a mark or a name', async () => {
    for (const as of ['daegu-writer', 'evaluator-2020-2', 'consultant-1']) {
      const { body } = await app.ask('GET', '/notices?limit=200', { as });
      for (const { subject, paragraphs } of body.items) {
        const text = [subject, ...paragraphs].join('\n');
        expect(text).not.toMatch(/선정되|탈락|미선정|점수: |\d+\.\d\d점/);
        expect(text).toMatch(/[가-힣]/);
      }
    }
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
