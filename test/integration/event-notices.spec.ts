import { TestApp } from '../support/app.js';
import { bothOf } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { settled, told } from '../support/settled.js';

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
