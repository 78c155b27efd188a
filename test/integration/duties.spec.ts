import { type DutyContext, DutySources } from '@daegaejo/round';
import { type Duty, DUTY_KINDS, type RoundState } from '@daegaejo/round/rules';
import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

const TITLE = 'title=2020년 산업단지 대개조 지역 선정';

describeOnBoth('what is to be done in a round', (dialect) => {
  let app: TestApp;
  let watch: DutyWatch;
  let play: ReturnType<typeof playIn>;
  let scene: string | null = null;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    play = playIn(watch.speaking());
  });
  afterAll(() => app.close());

  /** Plays on up to, not including, the scene. */
  const playTo = async (before: string): Promise<void> => {
    await play.stretch(2020, before, scene);
    scene = before;
  };
  const act = async (as: string, path: string, body: object) => {
    const answer = await app.ask('POST', path, { as, body });
    if (answer.status >= 300) throw new Error(`${as} ${path}: ${answer.text}`);
    return answer.body;
  };
  const roundPath = () => `/rounds/${play.rounds[0]?.id}`;
  const planPath = (province: string) => `/plans/${play.rounds[0]?.plan(province).id}`;
  const list = async (as: string, path: string) =>
    (await app.ask('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200`, { as })).body.items;
  const latest = (items: readonly Record<string, string | null>[], field: string): string | undefined =>
    items
      .map((item) => item[field] ?? '')
      .sort()
      .at(-1);

  /** How many of each kind are open. */
  const count = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { kind } of await watch.open()) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };
  const of = (duties: readonly Duty[], kind: string, subject?: string): Duty[] =>
    duties.filter((duty) => duty.kind === kind && (subject === undefined || duty.subjectId === subject));
  const words = async (kind: string, subject?: string, more: Partial<DutyContext> = {}): Promise<string[]> =>
    Promise.all(of(await watch.open(more), kind, subject).map((duty) => watch.inWords(duty)));
  const idOf = (province: string) => String(play.rounds[0]?.plan(province).id);

  it('is nothing in a draft, nothing for a province that does not apply, and a submission for one that does', async () => {
    await playTo('공고, 예비접수 시작');
    expect(await count()).toEqual({});
    await playTo('예비접수 (11개 시·도)');
    expect(await count()).toEqual({});
    const provinceId = await app.organisation('GANGWON');
    await act('gangwon-writer', '/plans', { roundId: play.rounds[0]?.id, provinceId, title: '강원 계획' });
    expect(await count()).toEqual({ 'submit-pre-intake': 1 });
    await playTo('사전 컨설팅 시작');
    expect(await count()).toEqual({ 'submit-pre-intake': 1 });
    await app.clock('2020-03-13T09:00:00.000Z');
    expect(await count()).toEqual({ 'submit-pre-intake': 1, 'advance-round': 1 });
  }, 120_000);

  it('is an answer to each province’s opinions, from the oldest that waits and never beyond the filing', async () => {
    await playTo('의견 반영, 본접수 시작');
    expect(await count()).toEqual({ 'file-plan': 11, 'answer-opinion': 11 });
    const plan = idOf('GWANGJU');
    const [first, second] = await list('gwangju-writer', `${planPath('GWANGJU')}/opinions`);
    const answer = (opinion: { id: string }) =>
      act('gwangju-writer', `/opinions/${opinion.id}/answer`, { answer: 'adopted' });
    const open = 'province-writer GWANGJU < province-approver GWANGJU';
    const params = `${TITLE}, province=광주`;
    expect(await words('answer-opinion', plan)).toEqual([`by 2020. 3. 17. 18:00, ${open}: ${params}, count=2`]);
    const late = { dueAfter: () => '2020-12-31T00:00:00.000Z' };
    expect(await words('answer-opinion', plan, late)).toEqual([`by 2020. 4. 10. 18:00, ${open}: ${params}, count=2`]);

    await answer(first);
    expect(await words('answer-opinion', plan)).toEqual([`by 2020. 3. 17. 18:00, ${open}: ${params}, count=1`]);
    await answer(second);
    expect(await words('answer-opinion', plan)).toEqual([]);
    await app.clock('2020-03-18T01:00:00.000Z');
    await act('consultant-2', `/opinions/${first.id}/review`, { decision: 'reopen', text: '근거가 빠졌습니다.' });
    expect(await words('answer-opinion', plan)).toEqual([`by 2020. 3. 21. 18:00, ${open}: ${params}, count=1`]);
    await answer(first);
    expect(await words('answer-opinion', plan)).toEqual([]);
  }, 120_000);

  it('is an opinion of every consultant who has not given one, however many others have', async () => {
    const personId = await app.person('consultant-3');
    const assigned = await act('kicox-secretary', `${planPath('GWANGJU')}/consultants`, { personId, phase: 'pre' });
    expect(of(await watch.open(), 'give-opinion')).toMatchObject([
      { subjectId: assigned.id, at: '2020-03-21T09:00:00.000Z', owners: [{ personId }], params: { province: '광주' } },
    ]);
    const opinion = await act('consultant-3', `${planPath('GWANGJU')}/opinions`, {
      section: 'title',
      text: '제목을 줄여 주십시오.',
    });
    expect(await count()).toEqual({ 'file-plan': 11, 'answer-opinion': 11 });
    await act('gwangju-writer', `/opinions/${opinion.id}/answer`, { answer: 'adopted' });
    expect(await count()).toEqual({ 'file-plan': 11, 'answer-opinion': 10 });
  });

  it('is asked by kind and by record, and answers nothing else', async () => {
    const all = await watch.open();
    const sources = app.app.get(DutySources);
    for (const kind of DUTY_KINDS)
      expect(await sources.open(await watch.context(), [kind])).toEqual(all.filter((duty) => duty.kind === kind));
    const [plan, other] = [idOf('DAEGU'), idOf('BUSAN')];
    const asked = await watch.open({ only: [plan, other, 'nobody'] });
    expect(asked).toHaveLength(4);
    expect(asked).toEqual(all.filter(({ subjectId }) => [plan, other].includes(subjectId)));
    expect(await watch.open({ only: [] })).toEqual([]);
    expect(await watch.open({ only: Array.from({ length: 400 }, (_, index) => `nobody-${index}`) })).toEqual([]);
  });

  it.each<RoundState>(['draft', 'closed', 'cancelled'])('is nothing in a round that is %s', async (state) => {
    const { round } = await watch.context();
    expect(await watch.open({ round: { ...round, state } })).toEqual([]);
  });

  it('is the next step for the secretariat once the filing is over, then the screening', async () => {
    await playTo('요건 검토');
    expect(await count()).toEqual({ 'advance-round': 1 });
    const { round } = await watch.context();
    expect(await watch.open({ only: [round.id] })).toEqual(await watch.open());
    expect(await words('advance-round')).toEqual([
      `since 2020-04-10, secretariat < ministry-officer: ${TITLE}, step=start-screening`,
    ]);
    await playTo('평가위원 위촉·서약·배정');
    expect(await count()).toEqual({});
  }, 120_000);

  it('is one duty for an evaluator however many sheets wait, gone with the last or with the recusal', async () => {
    await playTo('평가 시작, 절반 채점');
    expect(await count()).toEqual({});
    const extra = await app.person('evaluator-busan');
    const members = await list('kicox-secretary', `${roundPath()}/panel-members`);
    const memberId = members.find(({ personId }: { personId: string }) => personId === extra).id;
    const assignment = await act('kicox-secretary', `${planPath('DAEGU')}/assignments`, { memberId });
    await playTo('나머지 채점');
    expect(await count()).toEqual({ 'score-plans': 4 });
    const waiting = of(await watch.open(), 'score-plans');
    expect(waiting.map(({ params }) => params['count']).sort()).toEqual([1, 11, 11, 11]);
    expect(waiting.find(({ subjectId }) => subjectId === memberId)?.owners).toEqual([{ personId: extra }]);
    await act('evaluator-busan', `/assignments/${assignment.id}/ending`, {
      action: 'recuse',
      reason: '이해관계가 있음',
    });
    expect(await count()).toEqual({ 'score-plans': 3 });
  }, 120_000);

  it('is the lock for the chair once all is in, and not while a sheet is returned', async () => {
    await playTo('점수 확정');
    expect(await count()).toEqual({ 'lock-panel': 1 });
    const [lock] = await watch.open();
    const sheets = await list('kicox-secretary', `${roundPath()}/score-sheets`);
    expect(lock?.at).toBe(latest(sheets, 'submittedAt'));
    const personId = await app.person('evaluator-2020-2');
    const [own] = await list('evaluator-2020-2', `${roundPath()}/score-sheets`);
    await act('evaluator-2020-1', `/score-sheets/${own.id}/return`, { ground: 'omission', note: '의견이 빠졌습니다.' });
    expect(await count()).toEqual({ 'score-plans': 1 });
    expect(await watch.open()).toMatchObject([{ owners: [{ personId }], params: { count: 1 } }]);
    await act('evaluator-2020-2', `/score-sheets/${own.id}/submission`, {});
    expect(await count()).toEqual({ 'lock-panel': 1 });
  }, 120_000);

  it('is a meeting, and from the announcement on a chance to object', async () => {
    await playTo('위원회 안건 송부');
    expect(await count()).toEqual({ 'convene-meeting': 1 });
    // a slip was corrected after the lock: the ranking of that is what the committee is called for
    const { body: ranking } = await app.ask('GET', `${roundPath()}/ranking`, { as: 'auditor' });
    const moves = await list('auditor', `/history?type=RoundMoved&roundId=${play.rounds[0]?.id}`);
    const locked = moves.filter(({ to }: { to: string }) => to === 'scores-locked');
    expect(ranking.computedAt > String(latest(locked, 'at'))).toBe(true);
    expect((await watch.open())[0]?.at).toBe(ranking.computedAt);
    await playTo('위원회 의결');
    expect(await count()).toEqual({});
    await playTo('예비선정 공표');
    expect(await count()).toEqual({ 'announce-preselection': 1 });
    const resolutions = await list('auditor', `${roundPath()}/resolutions`);
    expect((await watch.open())[0]?.at).toBe(latest(resolutions, 'resolvedAt'));
    await playTo('이의신청 처리');
    expect(await count()).toEqual({ 'file-objection': 6 });
    await playTo('이의신청 기간 끝, 계획 보완 시작');
    expect(await count()).toEqual({ 'file-objection': 5 });
    const { round } = await watch.context();
    expect(await watch.open({ now: String(round.objectionDeadline) })).toMatchObject([{ kind: 'advance-round' }]);
  }, 120_000);

  it('is a review by each ministry that has not spoken on the newest version', async () => {
    await playTo('사후 컨설팅');
    expect(await count()).toEqual({ 'notify-draft-budget': 1, 'submit-final-draft': 5 });
    await playTo('부처 검토, 3개년 재원계획');
    expect(await count()).toEqual({ 'review-final-draft': 5 });
    const plan = idOf('DAEGU');
    const [molit, motie] = await Promise.all(['MOLIT', 'MOTIE'].map((code) => app.organisation(code)));
    const owners = async () => of(await watch.open(), 'review-final-draft', plan)[0]?.owners;
    const officer = (organisationId: string | undefined) => ({ role: 'ministry-officer', organisationId });
    expect(await owners()).toEqual([officer(molit), officer(motie)]);
    const review = (as: string, verdict: string) =>
      act(as, `${planPath('DAEGU')}/ministry-reviews`, { verdict, comment: '재원을 다시 봅니다.' });
    await review('molit-officer', 'adequate');
    expect(await owners()).toEqual([officer(motie)]);
    await review('motie-officer', 'return');
    expect(await count()).toEqual({ 'review-final-draft': 4, 'submit-final-draft': 1 });
    await act('daegu-approver', `${planPath('DAEGU')}/submissions`, { kind: 'final-draft' });
    expect(await owners()).toEqual([officer(molit), officer(motie)]);
    await playTo('혁신계획 확정');
    expect(await count()).toEqual({ 'confirm-plan': 5 });
    const reviews = await list('auditor', `${planPath('DAEGU')}/ministry-reviews`);
    expect(of(await watch.open(), 'confirm-plan', plan)[0]?.at).toBe(latest(reviews, 'reviewedAt'));
  }, 120_000);

  it('is the notice, for the ministry that has not signed it', async () => {
    await playTo('지정·고시');
    expect(await count()).toEqual({ 'designate-plan': 5 });
    const { body: plan } = await app.ask('GET', planPath('DAEGU'), { as: 'motie-officer' });
    const sites = plan.content.sites.filter(({ role }: { role: string }) => role !== 'linked-area');
    const notice = await act('motie-officer', `${planPath('DAEGU')}/designations`, {
      noticeNumber: '가상 고시 제2020-1호',
      noticeDate: '2021-03-31',
      effectiveDate: '2021-04-06',
      siteKeys: sites.map(({ key }: { key: string }) => key),
    });
    const organisationId = await app.organisation('MOLIT');
    const versions = await list('motie-officer', `${planPath('DAEGU')}/versions`);
    expect(of(await watch.open(), 'designate-plan', plan.id)).toMatchObject([
      { at: versions.at(-1).submittedAt, owners: [{ role: 'ministry-officer', organisationId }] },
    ]);
    await act('molit-officer', `/designations/${notice.id}/approval`, { contentHash: notice.contentHash });
    expect(await count()).toEqual({ 'designate-plan': 4 });
  }, 120_000);

  it('changes with these acts of the play, and with no other', () => {
    const changes = [...watch.changes].map(([name, set]) => [name, [...set].filter((change) => change !== '').sort()]);
    expect(Object.fromEntries(changes.filter(([, set]) => set?.length))).toEqual(CHANGES);
  });

  it('is told of every kind: until or since when, whose it is, who hears when it is late, and the facts', () => {
    expect(Object.fromEntries(watch.samples)).toEqual(SAMPLES);
    expect(Object.keys(SAMPLES).sort()).toEqual(DUTY_KINDS.filter((kind) => !ELSEWHERE.includes(kind)).toSorted());
  });
});

/** Kinds the play of one year does not come to; specs of their own see them. */
const ELSEWHERE: readonly string[] = [
  'file-supplement',
  'answer-request',
  'report-year',
  'check-report',
  'review-year',
  'review-stopped',
  'settle-year',
  'sign-settlement',
  'file-corrective-plan',
  'check-corrective-plan',
  'request-budget',
  'sign-agreement',
  'answer-change',
  'review-revocation',
  'review-sub-projects',
  're-evaluate-plan',
  'sign-re-evaluation',
  'resolve-re-evaluation',
  'confirm-funding',
  'post-designation',
  'put-challenge',
  'vote-on-challenge',
];

/** What the play's acts did to the list of duties; a kind with its number where there were several. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  'PUT /rehearsal/clock': ['+advance-round', '+resolve-plans', '-file-objection×5 +advance-round'],
  'PUT /plans/*/budget/2021/requested': ['+notify-draft-budget +record-budget-opinion'],
  'POST /rounds/*/budget-opinions': ['-record-budget-opinion'],
  'PUT /rounds/*/budget/2021/government-draft': ['-notify-draft-budget'],
  'POST /plans': ['+submit-pre-intake'],
  'POST /plans/*/submissions pre-intake': ['-submit-pre-intake'],
  'POST /rounds/*/transitions start-pre-consulting': ['-advance-round -submit-pre-intake +file-plan×11'],
  'POST /plans/*/consultants pre': ['+give-opinion'],
  'POST /plans/*/opinions': ['-give-opinion +answer-opinion'],
  'POST /opinions/*/answer': ['-answer-opinion'],
  'POST /plans/*/submissions filed': ['-file-plan'],
  'POST /rounds/*/transitions start-screening': ['-advance-round +screen-plans'],
  'POST /plans/*/screening': ['-screen-plans'],
  'POST /rounds/*/panel-members': ['+sign-pledge'],
  'POST /panel-members/*/pledge': ['-sign-pledge'],
  'POST /rounds/*/transitions start-evaluation': ['+score-plans×8'],
  'POST /score-sheets/*/submission': ['-score-plans', '-score-plans +lock-panel'],
  'POST /rounds/*/panel-lock': ['-lock-panel +convene-meeting'],
  'POST /score-sheets/*/corrections': ['+decide-correction'],
  'POST /corrections/*/decision': ['-decide-correction'],
  'POST /rounds/*/meetings': ['-convene-meeting'],
  'POST /meetings/*/resolutions': ['-resolve-plans'],
  'POST /meetings/*/closing': ['+sign-resolution'],
  'POST /resolution-documents/*/signatures': ['-sign-resolution +announce-preselection'],
  'POST /rounds/*/announcement': ['-announce-preselection'],
  'POST /rounds/*/transitions open-objections': ['+file-objection×6'],
  'POST /plans/*/objections': ['-file-objection +decide-objection'],
  'POST /objections/*/decision': ['-decide-objection'],
  'POST /rounds/*/transitions start-finalising': ['-advance-round +submit-final-draft×5'],
  'POST /plans/*/consultants post': ['+give-opinion'],
  'POST /plans/*/submissions final-draft': ['-submit-final-draft +review-final-draft'],
  'POST /plans/*/ministry-reviews': ['-review-final-draft +confirm-plan'],
  'POST /plans/*/confirmation': ['-confirm-plan'],
  'POST /rounds/*/transitions confirm': ['+designate-plan×5'],
};

const STAFF = 'secretariat < ministry-officer';
const BOTH = 'ministry-officer MOLIT + ministry-officer MOTIE';
/** The first duty of each kind; terms of three days, as the context says. */
const SAMPLES: Readonly<Record<string, string>> = {
  'submit-pre-intake': `by 2020. 3. 13. 18:00, province-writer GANGWON + province-approver GANGWON < secretariat: ${TITLE}, province=강원`,
  'file-plan': `by 2020. 4. 10. 18:00, province-writer BUSAN + province-approver BUSAN < secretariat: ${TITLE}, province=부산`,
  'submit-final-draft': `by 2020. 12. 18. 18:00, province-writer DAEGU + province-approver DAEGU < secretariat: ${TITLE}, province=대구`,
  'answer-opinion': `by 2020. 3. 17. 18:00, province-writer GYEONGBUK < province-approver GYEONGBUK: ${TITLE}, province=경북, count=1`,
  'give-opinion': `by 2020. 3. 17. 18:00, consultant-1 < secretariat: ${TITLE}, province=경북`,
  'sign-pledge': `by 2020. 4. 17. 18:00, evaluator-2020-1 < secretariat: ${TITLE}`,
  'score-plans': `by 2020. 4. 24. 18:00, evaluator-2020-1 < secretariat: ${TITLE}, count=11`,
  'file-objection': `by 2020. 5. 19. 00:00, province-approver BUSAN: ${TITLE}, province=부산`,
  'decide-objection': `by 2020. 5. 13. 18:00, ${STAFF}: ${TITLE}, province=충북`,
  'record-budget-opinion': `by 2020. 5. 21. 00:00, ministry-officer < secretariat: ${TITLE}, year=2021`,
  'notify-draft-budget': `by 2020. 9. 16. 00:00, ministry-officer < secretariat: ${TITLE}, year=2021`,
  'review-final-draft': `by 2020. 12. 18. 18:00, ${BOTH}: ${TITLE}, province=경북`,
  'advance-round': `since 2020-03-13, ${STAFF}: ${TITLE}, step=start-pre-consulting`,
  'screen-plans': `since 2020-04-10, ${STAFF}: ${TITLE}, count=11`,
  'lock-panel': `since 2020-04-24, evaluator-2020-1 < secretariat: ${TITLE}`,
  'decide-correction': `since 2020-04-24, evaluator-2020-1 < ministry-officer: ${TITLE}`,
  'convene-meeting': `since 2020-04-24, ${STAFF}: ${TITLE}`,
  'resolve-plans': `since 2020-05-07, ${STAFF}: ${TITLE}, count=11`,
  'sign-resolution': `since 2020-05-07, ${STAFF}: ${TITLE}`,
  'announce-preselection': `since 2020-05-07, ministry-officer: ${TITLE}`,
  'confirm-plan': `since 2020-12-20, ${BOTH}: ${TITLE}, province=경북`,
  'designate-plan': `since 2020-12-28, ${BOTH}: ${TITLE}, province=경북`,
};
