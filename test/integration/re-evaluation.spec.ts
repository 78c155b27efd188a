import { type Answer, TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { NewPanel } from '../support/new-panel.js';
import { Panel, SECRETARY } from '../support/panel.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const OPENED = '2020-05-08T01:00:00.000Z';
const SCORE_BY = '2020-05-12T09:00:00.000Z';
const EXTENDED = '2020-05-14T09:00:00.000Z';
const REASON = '시험을 위한 사유입니다. (가상)';
const FIRST_CHAIR = 'evaluator-2020-1';

interface Sheet {
  readonly id: string;
  readonly planId: string;
  readonly series: string;
  readonly state: string;
  readonly marks: readonly object[] | null;
}

describeOnBoth('a plan that is evaluated anew by an all-new panel', (dialect) => {
  let app: TestApp;
  let panel: Panel;
  let anew: NewPanel;
  let watch: DutyWatch;
  let people: string[];
  let chair: string;
  let before: { ranking: string; progress: string; exported: number };
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    panel = new Panel(app);
    anew = new NewPanel(panel, 'BUSAN');
    watch = new DutyWatch(app, () => String(panel.play.rounds[0]?.id));
    await panel.play.stretch(2020, '이의신청 처리');
    before = await firstSeries();
  }, 240_000);
  afterAll(() => app.close());

  const get = (as: string, path: string): Promise<Answer> => panel.get(as, path);
  const faults = ({ status, body }: Answer): string[] => [
    `${status} ${body.code}`,
    ...[...(body.errors ?? []), ...(body.findings ?? [])].map(({ code }: { code: string }) => code),
  ];
  const duties = async (kind: string) => (await watch.open()).filter((duty) => duty.kind === kind);
  const sheetsOf = (as: string): Promise<Sheet[]> => panel.list(as, `${panel.round}/score-sheets`);
  /** What the first panel gave, as it is shown: nothing of it may move. */
  async function firstSeries() {
    await settled(app);
    const { text: ranking } = await get('auditor', `${panel.round}/ranking-list`);
    const { text: progress } = await get('auditor', `${panel.round}/score-progress`);
    const { text: csv } = await get('auditor', `${panel.round}/scores.csv`);
    return { ranking, progress, exported: csv.split('\n').length };
  }

  it('is opened by the secretariat once the objection is upheld, with a term that can only grow', async () => {
    await app.clock(OPENED);
    expect(faults(await anew.open(SCORE_BY))[0]).toBe('409 plan.not-now');
    await anew.uphold();
    expect(faults(await anew.assign('evaluator-2021-9'))[0]).toBe('409 re-evaluation.not-opened');
    expect(faults(await anew.open(OPENED))).toEqual(['422 content.invalid', 're-evaluation.score-by']);
    await anew.opened(SCORE_BY);
    expect(faults(await anew.open(SCORE_BY))[0]).toBe('409 re-evaluation.opened-already');
    const extend = (scoreBy: string): Promise<Answer> =>
      panel.post(SECRETARY, `/re-evaluation-panels/${anew.id}/extension`, { scoreBy, reason: REASON });
    expect(faults(await extend(SCORE_BY))).toEqual(['422 content.invalid', 're-evaluation.score-by']);
    expect(await panel.list('auditor', `${panel.round}/re-evaluation-panels`)).toMatchObject([
      { id: anew.id, state: 'open', scoreBy: SCORE_BY },
    ]);
    expect(await panel.list(FIRST_CHAIR, `${panel.round}/re-evaluation-panels`)).toEqual([]);
    expect((await duties('re-evaluate-plan')).map(({ owners }) => owners)).toMatchObject([[{ role: 'secretariat' }]]);
  });

  it('is for nobody of the first panel, and for nobody in conflict with the plan', async () => {
    people = await anew.fit();
    chair = String(people[0]);
    expect(people.length).toBeGreaterThan(9);
    expect(faults(await anew.invite('evaluator-2020-3'))).toEqual(['422 content.invalid', 're-evaluation.old-panel']);
    const old = await panel.memberId('evaluator-2020-3');
    expect(faults(await panel.assign('BUSAN', old))).toEqual(['422 content.invalid', 're-evaluation.old-panel']);
    await anew.grant('busan-writer', 'evaluator');
    const refused = await anew.assign('busan-writer');
    expect(faults(refused)[0]).toBe('409 evaluation.conflict');
    expect(faults(refused)).toContain('conflict.same-organisation');
    const declared = String(people.pop());
    const memberId = await anew.seat(declared);
    const { body: asked } = await get(declared, `/panel-members/${memberId}/declarations`);
    expect(asked.plans.map(({ planId }: { planId: string }) => planId)).toEqual([panel.planId('BUSAN')]);
    const declarations = [{ planId: panel.planId('BUSAN'), kind: 'contract-3y' }];
    await panel.act(declared, `/panel-members/${memberId}/declarations`, { declarations });
    expect(faults(await panel.assign('BUSAN', memberId))).toContain('conflict.declared-interest');
    const { body: uninvited } = await anew.invite(String(people[5]));
    expect((await duties('sign-pledge')).map(({ subjectId }) => subjectId)).toEqual([uninvited.id]);
    expect(faults(await panel.assign('BUSAN', uninvited.id))[0]).toBe('409 evaluation.pledge-first');
    await panel.act(String(people[5]), `/panel-members/${uninvited.id}/response`, { response: 'decline' });
    people.splice(5, 1);
  });

  it('opens the plan to them when they are on it, and none of the first marks; nor theirs to the first panel', async () => {
    expect((await get(chair, panel.plan('BUSAN'))).status).toBe(404);
    await anew.assemble(people.slice(0, 5));
    await anew.grant(String(people[5]), 'panel-chair');
    expect(faults(await anew.assign(String(people[5]), true))[0]).toBe('409 evaluation.chair-already');
    expect(await duties('re-evaluate-plan')).toEqual([]);
    expect((await duties('score-plans')).map(({ at }) => at)).toEqual(Array.from({ length: 5 }, () => SCORE_BY));
    expect((await get(chair, panel.plan('BUSAN'))).status).toBe(200);
    expect((await get(chair, panel.plan('ULSAN'))).status).toBe(404);
    for (const path of ['ranking', 'ranking-list', 'score-progress', 'score-movements', 'corrections'])
      expect([path, (await get(chair, `${panel.round}/${path}`)).body.items ?? []]).toEqual([path, []]);
    const seen = await sheetsOf(chair);
    expect(seen.map(({ series, marks }) => [series, marks === null || marks.length === 0])).toEqual(
      seen.map(() => ['re-evaluation', true]),
    );
    expect(seen).toHaveLength(5);
    expect(await sheetsOf(String(people[1]))).toHaveLength(1);
    const firstChairs = await sheetsOf(FIRST_CHAIR);
    expect(firstChairs.length).toBeGreaterThan(5);
    expect(firstChairs.filter(({ series }) => series !== 'first')).toEqual([]);
    expect((await get(FIRST_CHAIR, `/score-sheets/${seen[0]?.id}`)).status).toBe(404);
    const members = await panel.list(FIRST_CHAIR, `${panel.round}/panel-members`);
    expect(members.filter(({ series }: Sheet) => series !== 'first')).toEqual([]);
    const first = firstChairs.find(({ planId }) => planId === panel.planId('BUSAN'));
    expect((await get(chair, `/score-sheets/${first?.id}`)).status).toBe(404);
    expect((await get('busan-approver', `${panel.round}/score-sheets`)).status).toBe(403);
  });

  it('is marked on one’s own sheet, by the rules of the round, in time', async () => {
    const [own, other] = [String(people[1]), String(people[2])];
    const sheet = await panel.sheet(own, 'BUSAN');
    const patch = (as: string, marks: object[]): Promise<Answer> =>
      app.ask('PATCH', `/score-sheets/${sheet.id}`, { as, body: { marks } });
    const { body: round } = await get(SECRETARY, panel.round);
    const [{ code, max }] = round.policy.criteria;
    expect((await patch(own, [{ criterion: code, mark: '1.00' }])).body.state).toBe('saved');
    expect((await patch(other, [{ criterion: code, mark: '1.00' }])).status).toBe(404);
    expect((await patch(SECRETARY, [{ criterion: code, mark: '1.00' }])).status).toBe(403);
    expect(faults(await patch(own, [{ criterion: code, mark: (Number(max) + 1).toFixed(2) }]))).toContain(
      'sheet.mark.range',
    );
    expect(faults(await panel.post(own, `/score-sheets/${sheet.id}/submission`))).toContain('sheet.mark.missing');
    await app.clock(SCORE_BY);
    expect(faults(await patch(own, [{ criterion: code, mark: '2.00' }]))[0]).toBe('409 round.deadline-passed');
    const extension = { scoreBy: EXTENDED, reason: REASON };
    await panel.act(SECRETARY, `/re-evaluation-panels/${anew.id}/extension`, extension);
    expect((await patch(own, [{ criterion: code, mark: '2.00' }])).status).toBe(200);
    expect(new Set((await duties('score-plans')).map(({ at }) => at))).toEqual(new Set([EXTENDED]));
    const { id } = await anew.fill(own, 0.6);
    const both = await Promise.all([1, 2].map(() => panel.post(own, `/score-sheets/${id}/submission`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is given back by its own chair only, for an omission, and locked by him when every sheet is in', async () => {
    const [, second, third, fourth, fifth] = people.map(String) as [string, string, string, string, string];
    for (const [username, share] of [
      [third, 0.75],
      [fourth, 0.85],
    ] as const)
      await anew.submit(username, share);
    const mine = await anew.submit(chair, 0.8);
    const { id } = await panel.sheet(second, 'BUSAN');
    const omission = { ground: 'omission', note: REASON };
    expect((await panel.post(FIRST_CHAIR, `/score-sheets/${id}/return`, omission)).status).toBe(404);
    await panel.act(chair, `/score-sheets/${id}/return`, omission);
    expect((await anew.lock(FIRST_CHAIR)).status).toBe(404);
    expect((await anew.lock(second)).status).toBe(403);
    expect((await anew.lock(SECRETARY)).status).toBe(403);
    expect(faults(await anew.lock(chair))[0]).toBe('409 evaluation.sheets-missing');
    expect((await get(SECRETARY, `/score-sheets/${mine}`)).body.marks).toBeNull();
    await panel.act(second, `/score-sheets/${id}/submission`);
    const last = await anew.fill(fifth, 0.9);
    const [handedIn, locked] = await Promise.all([
      panel.post(fifth, `/score-sheets/${last.id}/submission`),
      anew.lock(chair),
    ]);
    expect(handedIn.status).toBe(200);
    expect(['200', '409 evaluation.sheets-missing']).toContain(locked.status === 200 ? '200' : faults(locked)[0]);
    if (locked.status !== 200) expect((await anew.lock(chair)).status).toBe(200);
    expect(faults(await anew.lock(chair))[0]).toBe('409 re-evaluation.locked');
    expect((await sheetsOf(SECRETARY)).filter(({ series }) => series !== 'first').map(({ state }) => state)).toEqual(
      Array.from({ length: 5 }, () => 'locked'),
    );
    expect((await duties('sign-re-evaluation')).map(({ owners }) => owners)).toEqual([
      [{ personId: await app.person(chair) }],
    ]);
    expect(faults(await anew.assign(String(people[6])))[0]).toBe('409 re-evaluation.locked');
  });

  it('comes to a score by the trimming of the round, which waits again where somebody leaves before the signature', async () => {
    const read = async (as: string) => panel.list(as, `${panel.round}/re-evaluations`);
    const [made] = await read(chair);
    expect(made).toMatchObject({ base: '80.00', signedAt: null });
    expect(await read(FIRST_CHAIR)).toEqual([]);
    const leaver = String(people[1]);
    const assignment = await panel.assignment(leaver, 'BUSAN');
    await panel.act(leaver, `/assignments/${assignment?.id}/ending`, { action: 'recuse', reason: REASON });
    expect((await get(leaver, panel.plan('BUSAN'))).status).toBe(404);
    expect(faults(await anew.sign(chair, made))[0]).toBe('409 re-evaluation.reopened');
    const { body: round } = await get(SECRETARY, panel.round);
    if (Number(round.policy.scoring.minimumPanel) > 4)
      expect(faults(await anew.lock(chair))).toEqual(['409 re-evaluation.panel-incomplete', 're-evaluation.too-few']);
    const [struck, substitute] = [String(people[6]), String(people[7])];
    expect((await anew.assign(struck)).status).toBe(201);
    const given = await anew.submit(struck, 1);
    await panel.profile(struck);
    const strike = { ground: 'false-data', reason: REASON };
    await panel.act(SECRETARY, `/candidates/${await app.person(struck)}/strike`, strike);
    expect((await get(SECRETARY, `/score-sheets/${given}`)).body.state).toBe('void');
    expect((await get(struck, panel.plan('BUSAN'))).status).toBe(404);
    expect((await anew.assign(substitute)).status).toBe(201);
    expect(faults(await anew.lock(chair))[0]).toBe('409 evaluation.sheets-missing');
    await anew.submit(substitute, 0.7);
    const { status, body: again } = await anew.lock(chair);
    // of 70, 75, 80, 85, 90 the highest and the lowest are left out
    expect([status, again.id, again.base]).toEqual([200, made.id, '80.00']);
    expect(again.contentHash).not.toBe(made.contentHash);
    expect(faults(await anew.sign(chair, made))[0]).toBe('409 re-evaluation.other-content');
    const signed = await anew.sign(chair, again);
    expect([signed.status, signed.body.evaluators.length]).toEqual([200, 5]);
    expect(await duties('sign-re-evaluation')).toEqual([]);
    const stays = await panel.assignment(substitute, 'BUSAN');
    const late = await panel.post(substitute, `/assignments/${stays?.id}/ending`, { action: 'recuse', reason: REASON });
    expect(faults(late)[0]).toBe('409 evaluation.assign-not-now');
  });

  it('leaves a trace, and the ranking of the round as it was', async () => {
    for (const [type, count] of [
      ['ReEvaluationOpened', 1],
      ['ReEvaluationExtended', 1],
      ['ReEvaluationLocked', 2],
      ['ReEvaluationReopened', 1],
      ['ReEvaluationSigned', 1],
    ] as const)
      expect([type, (await panel.history(type)).length]).toEqual([type, count]);
    expect(await firstSeries()).toEqual(before);
  });
});
