import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

describeOnBoth('the quota of the committee', (dialect) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
  });
  afterAll(() => app.close());

  it('given 11 ranked plans and a quota of 5, when 20 preselections arrive at once, then exactly 5 stand', async () => {
    const play = playIn(app);
    await play.stretch(2020, '위원회 의결');
    const round = play.rounds[0];
    const { body: meetings } = await app.ask('GET', `/rounds/${round?.id}/meetings`, { as: 'molit-cochair' });
    const [meeting] = meetings.items;
    await app.clock(meeting.heldAt);
    const { body: committee } = await app.ask('GET', `/rounds/${round?.id}/committee`, { as: 'kicox-secretary' });
    const attendance = committee.members.slice(0, 14).map(({ id }: { id: string }) => ({ memberId: id }));
    await app.ask('POST', `/meetings/${meeting.id}/opening`, { as: 'kicox-secretary', body: { attendance } });
    const { body: ranking } = await app.ask('GET', `/rounds/${round?.id}/ranking`, { as: 'kicox-secretary' });
    const passing = ranking.plans.filter((plan: { passesCutOff: boolean }) => plan.passesCutOff);
    expect(passing.length).toBeGreaterThan(5);
    const votes = { for: 14, against: 0, abstain: 0 };
    const reason = '동시에 들어온 의결이 정원을 넘지 않는지 본다';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const { planId } = passing[index % passing.length];
        return app.ask('POST', `/meetings/${meeting.id}/resolutions`, {
          as: 'kicox-secretary',
          body: { planId, outcome: 'preselect', votes, reason },
        });
      }),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    for (const { status, body } of answers.filter(({ status: code }) => code !== 201)) {
      expect(status).toBe(409);
      expect(['resolution.quota-full', 'designation.resolved-already']).toContain(body.code);
    }
    const { body: resolutions } = await app.ask('GET', `/rounds/${round?.id}/resolutions`, { as: 'auditor' });
    expect(resolutions.items).toHaveLength(5);
    const again = await app.ask('POST', `/meetings/${meeting.id}/resolutions`, {
      as: 'kicox-secretary',
      body: {
        planId: passing.find(
          (plan: { planId: string }) => !resolutions.items.some((r: { planId: string }) => r.planId === plan.planId),
        ).planId,
        outcome: 'preselect',
        votes,
        reason,
      },
    });
    expect(again.body).toMatchObject({ status: 409, code: 'resolution.quota-full', allowed: ['reserve', 'refuse'] });
  }, 600_000);
});
