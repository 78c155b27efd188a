import { checkRound, type Play } from '@daegaejo/rehearsal/demo';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

/** The play of `npm run cycle`, in process, so that both stores are proven by the same story. */
describeOnBoth('the whole cycle, three rounds interleaved', (dialect) => {
  let app: TestApp;
  let play: Play;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.all(() => undefined);
  }, 600_000);
  afterAll(() => app.close());

  it('brings out every sourced figure of both rounds', async () => {
    for (const round of play.rounds) {
      const { checks } = await checkRound(play.stage, round);
      expect(checks.filter((check) => !check.ok)).toEqual([]);
      expect(checks.length).toBeGreaterThan(8);
    }
  });

  it('carries a round of three single complexes, another panel and another committee by its data alone', async () => {
    const round = play.rounds.find(({ cohort }) => cohort.year === 2023);
    const { body } = await app.ask('GET', `/rounds/${round?.id}`);
    expect(body).toMatchObject({
      state: 'executing',
      policy: { quota: 3, fundingYears: [2024, 2025, 2026], eligibility: { linkedSites: 'refused' } },
    });
    const { regions } = (await app.ask('GET', `/rounds/${round?.id}/outcome`)).body;
    expect(regions.map(({ province }: { province: string }) => province).toSorted()).toEqual([
      'BUSAN',
      'INCHEON',
      'JEONNAM',
    ]);
    for (const { planId } of regions) {
      const versions = (await app.ask('GET', `/plans/${planId}/versions?limit=50`, { as: 'auditor' })).body.items;
      const { content } = (await app.ask('GET', `/plans/${planId}/versions/${versions.at(-1).no}`, { as: 'auditor' }))
        .body;
      expect(content.sites.map(({ role }: { role: string }) => role)).toEqual(['hub']);
    }
  });

  it('is refused everything that must be refused', () => {
    const codes = new Set(play.stage.refusals.map(({ code }) => code));
    for (const code of [
      'round.deadline-passed',
      'evaluation.conflict',
      'evaluation.sheet-not-now',
      'resolution.quota-full',
      'designation.four-eyes',
    ])
      expect(codes).toContain(code);
  });

  it('leaves a history of every step, readable by the auditor, with the reasons and hashes', async () => {
    const [first] = play.rounds;
    const { body } = await app.ask('GET', `/history?roundId=${first?.id}&type=RoundMoved&limit=200`, { as: 'auditor' });
    const moves = body.items.map((entry: { from: string; to: string }) => `${entry.from} > ${entry.to}`).toReversed();
    expect(moves[0]).toBe('draft > announced');
    expect(moves).toContain('evaluating > scores-locked');
    expect(moves.at(-1)).toBe('designated > executing');
    const designated = await app.ask('GET', `/history?roundId=${first?.id}&type=PlanDesignated`, {
      as: 'gangwon-writer',
    });
    expect(designated.body.items).toHaveLength(5);
    for (const entry of designated.body.items) {
      expect(entry.contentHash).toMatch(/^[0-9a-f]{64}$/);
      expect(entry.actorId).toBeNull(); // outsiders learn what happened, not who pressed the button
    }
  });

  it('shows what an evaluation can come to: stages, abstention, deduction, challenge, discussion, correction', async () => {
    const [first, second] = play.rounds.map(({ id }) => `/rounds/${id}`);
    const items = async (path: string) => (await app.ask('GET', `${path}?limit=200`, { as: 'auditor' })).body.items;
    const phases = (await items(`${first}/score-movements`)).flatMap(
      ({ criteria }: { criteria: { steps: { phase: string }[] }[] }) =>
        criteria.flatMap(({ steps }) => steps.map(({ phase }) => phase)),
    );
    expect(new Set(phases)).toEqual(new Set(['discussion', 'correction']));
    expect((await items(`${first}/corrections`)).map(({ state }: { state: string }) => state)).toEqual(['approved']);
    expect((await items(`${second}/challenges`)).map(({ state }: { state: string }) => state)).toEqual(['upheld']);
    const sheets = await items(`${second}/score-sheets`);
    expect(new Set(sheets.map(({ stage }: { stage: string }) => stage))).toEqual(new Set(['paper', 'talk']));
    const abstained = sheets.flatMap(({ marks }: { marks: { mark: string | null }[] | null }) =>
      (marks ?? []).filter(({ mark }) => mark === null),
    );
    expect(abstained).toHaveLength(1);
    const points = await Promise.all(
      [...(play.rounds[1]?.plans.values() ?? [])].map(({ id }) => items(`/plans/${id}/bonuses`)),
    );
    expect(
      points
        .flat()
        .map(({ code }: { code: string }) => code)
        .toSorted(),
    ).toEqual(['ABANDONED', 'NEW_DEAL']);
  });

  it('never lets somebody who evaluated a plan become its consultant', async () => {
    const personId = await app.person('evaluator-2020-2');
    const grant = { role: 'consultant', organisationId: await app.organisation('KICOX') };
    await app.ask('POST', `/people/${personId}/grants`, { as: 'admin', body: grant });
    const plan = play.rounds[0]?.plan('DAEGU').id;
    const refused = await app.ask('POST', `/plans/${plan}/consultants`, {
      as: 'kicox-secretary',
      body: { personId, phase: 'post' },
    });
    expect(refused.body).toMatchObject({ status: 409, code: 'consulting.is-evaluator' });
  });
});
