import { atSeoul } from '@daegaejo/platform/rules';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

describeOnBoth('a mail that has to wait', (dialect) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
  });
  afterAll(() => app.close());

  it('given a reminder held back by quiet hours, when its duty is done before they end, then it is dropped, and the news of an event is not', async () => {
    const play = playIn(app);
    await play.stretch(2020, '사전 컨설팅 시작');
    const as = 'daegu-writer';
    const quiet = { mail: 'immediate', quietFrom: '08:00', quietTo: '20:00', digestAt: '21:00', language: 'ko' };
    expect((await app.ask('PUT', '/channel-preference', { as, body: quiet })).status).toBe(200);
    await app.clock(atSeoul('2020-03-16', 9));
    const request = await app.ask('POST', `/rounds/${play.rounds[0]?.id}/requests`, {
      as: 'kicox-secretary',
      body: {
        organisationId: await app.organisation('DAEGU'),
        kind: 'supplement',
        title: '재원 확약서',
        text: '확약서를 보내 주십시오. (가상)',
        dueAt: atSeoul('2020-03-20', 18),
      },
    });
    expect(request.status).toBe(201);
    const mails = async (): Promise<string[]> => {
      await settled(app);
      const { body } = await app.ask('GET', '/mails?limit=200', { as });
      return body.items
        .filter(({ subject }: { subject: string }) => subject.includes('재원 확약서'))
        .map(
          ({ subject, state }: { subject: string; state: string }) =>
            `${/3일 전/.test(subject) ? 'reminder' : 'event'} ${state}`,
        )
        .toSorted();
    };
    await app.clock(atSeoul('2020-03-16', 21));
    expect(await mails()).toEqual(['event kept']);
    await app.clock(atSeoul('2020-03-17', 9));
    expect(await mails()).toEqual(['event kept', 'reminder deferred']);
    const answer = { as, body: { answer: '확약서를 붙입니다. (가상)' } };
    expect((await app.ask('POST', `/requests/${request.body.id}/answer`, answer)).status).toBe(200);
    await app.clock(atSeoul('2020-03-17', 20));
    expect(await mails()).toEqual(['event kept', 'reminder dropped']);
  }, 60_000);
});
