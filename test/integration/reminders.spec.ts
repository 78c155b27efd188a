import { DEFAULT_REMINDERS } from '@daegaejo/notification/rules';
import { atSeoul } from '@daegaejo/platform/rules';
import type { INestApplicationContext } from '@nestjs/common';
import { TestApp } from '../support/app.js';
import { bothOf, MailServer, newsOf, speakingTo, workerFor } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

describeOnBoth('reminders, by the calendar of 2020', (dialect) => {
  const server = new MailServer();
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

  const { act, list } = speakingTo(() => app);
  const news = newsOf(() => app);
  const roundPath = () => `/rounds/${play.rounds[0]?.id}`;
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
});

const WISHES = ['daegu-writer', 'daegu-approver', 'busan-writer', 'busan-approver'];

function daily(days: number) {
  return { days, at: '09:00', copySuperior: false };
}
