import { EMPTY_CONTENT, type PlanContent, planPlaces } from '@daegaejo/plan/rules';
import { type Advice, type AnsweredBy, followUp, type SubmittedContent } from './follow-up.js';
import { accountTable, type FollowedOpinion, followUpTable, shownText, unexplainedTable } from './follow-up-table.js';
import { targetName } from './place-name.js';

const EOK = 100_000_000n;
const cell = (subProject: string, eok: bigint) =>
  ({ subProject, year: 2021, source: 'national', amount: String(eok * EOK) }) as const;
const hires = (value: number) => ({
  code: 'direct-hires' as const,
  baseline: null,
  targets: [{ year: 2021, value }],
  source: null,
  fictional: true,
});
const plan = (title: string, budget: PlanContent['budget'], value: number): PlanContent => ({
  ...EMPTY_CONTENT,
  title,
  subProjects: budget.map(({ subProject }) => ({
    key: subProject,
    name: subProject === 'smart' ? '스마트물류' : subProject,
    kind: 'other',
    ministry: 'MOTIE',
    siteKeys: [],
    source: null,
    fictional: true,
  })),
  budget,
  indicators: [hires(value)],
});

/** Filed, filed again, final: smart shrinks by 30억, port by 50억 and then goes with its last 50억, 200 hires fewer. */
const VERSIONS: readonly SubmittedContent[] = [
  { no: 1, content: plan('가', [cell('smart', 100n), cell('port', 100n)], 1000) },
  { no: 2, content: plan('가', [cell('smart', 70n), cell('port', 50n)], 1000) },
  { no: 3, content: plan('가', [cell('smart', 70n)], 800) },
];
const answered = (more: Partial<AnsweredBy> = {}): AnsweredBy => ({
  answer: 'adopted',
  changes: [],
  inVersionNo: 2,
  ...more,
});
const opinion = (target: string, answer: AnsweredBy | null, more: Partial<Advice> = {}): Advice => ({
  target,
  state: answer === null ? 'issued' : 'answered',
  onVersionNo: 1,
  answers: answer === null ? [] : [answer],
  ...more,
});
const ALL = { from: 1, to: 3 };
const follow = (...advice: Advice[]) => followUp(VERSIONS, advice, ALL);

describe('the follow-up of opinions', () => {
  it('finds what changed under the target in the version after the answer, with the money of a sub-project', () => {
    const [row] = follow(opinion('subProjects[port]', answered())).rows;
    expect(row).toMatchObject({ compared: { from: 1, to: 2 }, pending: false, noChangeFound: false });
    expect(row?.changes.map(({ path }) => path)).toEqual(['budget[port 2021 national]']);
    expect(row?.effect).toEqual({ won: -50n * EOK, indicators: {} });
  });

  it('puts every won of the difference down to an opinion or to nobody', () => {
    const { accounts, difference, unexplained } = follow(
      opinion('subProjects[smart]', answered()),
      opinion('indicators', answered({ answer: 'partly-adopted', inVersionNo: 3 })),
    );
    expect(difference).toEqual({ won: -130n * EOK, indicators: { 'direct-hires': -200n } });
    expect(accounts).toEqual({
      adopted: { won: -30n * EOK, indicators: {} },
      partlyAdopted: { won: 0n, indicators: { 'direct-hires': -200n } },
      unexplained: { won: -100n * EOK, indicators: {} },
    });
    expect(unexplained.map(({ from, to, change }) => `${from}-${to} ${change.path}`)).toEqual([
      '1-2 budget[port 2021 national]',
      '2-3 subProjects[port]',
      '2-3 budget[port 2021 national]',
    ]);
  });

  it('shows a change in every row that asked for it and sums it once, under the firmer answer', () => {
    const { rows, accounts } = follow(
      opinion('budget', answered({ answer: 'partly-adopted' })),
      opinion('subProjects[smart]', answered()),
      opinion('budget[smart 2021 national]', answered()),
    );
    expect(rows.map(({ effect }) => effect.won / EOK)).toEqual([-80n, -30n, -30n]);
    expect(accounts.adopted.won / EOK).toBe(-30n);
    expect(accounts.partlyAdopted.won / EOK).toBe(-50n);
  });

  it('takes what the answer names, wherever it is', () => {
    const linked = answered({ changes: ['budget[smart 2021 national]'] });
    const { rows, opinions } = follow(opinion('narrative.financing', linked));
    expect(rows[0]?.effect.won).toBe(-30n * EOK);
    expect(opinions.noChangeFound).toBe(0);
  });

  it.each([
    ['adopted and nothing changed there', answered(), true],
    ['adopted, with the version still to come', answered({ inVersionNo: 4 }), false],
    ['partly adopted', answered({ answer: 'partly-adopted' }), false],
    ['not adopted', answered({ answer: 'not-adopted' }), false],
  ])('is flagged where it was %s: %s', (_what, answer, flagged) => {
    const target = 'narrative.financing';
    expect(follow(opinion(target, answer)).rows[0]?.noChangeFound).toBe(flagged);
  });

  it('does not judge half a span', () => {
    const late = opinion('indicators', answered({ inVersionNo: 3 }));
    expect(followUp(VERSIONS, [late], { from: 1, to: 2 }).rows[0]).toMatchObject({
      compared: { from: 1, to: 2 },
      changes: [],
      noChangeFound: false,
    });
  });

  it('compares nothing before there is an answer and a version after it', () => {
    const waiting = opinion('budget', null);
    const early = opinion('budget', answered({ inVersionNo: 4 }), { onVersionNo: 3 });
    const { rows, opinions, accounts, difference } = follow(waiting, early);
    expect(rows.map(({ compared, pending }) => [compared, pending])).toEqual([
      [null, false],
      [null, true],
    ]);
    expect(opinions).toMatchObject({ total: 2, waiting: 1, unanswered: 1, adopted: 1 });
    expect(accounts.unexplained).toEqual(difference);
  });

  it('goes by the last answer, and counts a reopened opinion as waiting all the same', () => {
    const [first, last] = [answered({ answer: 'not-adopted' }), answered({ answer: 'partly-adopted' })];
    const { opinions } = follow(opinion('budget', first, { answers: [first, last], state: 'reopened' }));
    expect(opinions).toMatchObject({ waiting: 1, partlyAdopted: 1, notAdopted: 0 });
  });

  it('leaves out opinions whose versions are not asked about, and compares with nothing as version 0', () => {
    const one = opinion('budget', answered());
    expect(followUp(VERSIONS, [one], { from: 2, to: 3 }).rows).toEqual([]);
    expect(followUp(VERSIONS, [], { from: 0, to: 3 }).difference).toEqual({
      won: 70n * EOK,
      indicators: { 'direct-hires': 800n },
    });
  });
});

describe('the printed tables', () => {
  const followed: FollowedOpinion = {
    ...opinion('subProjects[smart]', null),
    id: 'o1',
    phase: 'pre',
    consultingRound: 2,
    severity: 'must',
    section: 'subProjects[0]',
    text: '규모를 줄여 주십시오.',
    consultant: null,
    meetingId: null,
    issuedAt: '2020-03-13T00:00:00.000Z',
    dueAt: null,
    answers: [{ ...answered(), reason: null, at: '2020-03-14T00:00:00.000Z' }],
  };
  const names = {
    places: planPlaces(VERSIONS.map(({ content }) => content)),
    ministries: new Map([['MOTIE', '산업부']]),
  };
  const matrix = followUp(VERSIONS, [followed], ALL);

  it('say in Korean what was advised, answered and changed', () => {
    const { headings, rows } = followUpTable(matrix, names);
    expect(Object.fromEntries(headings.map((heading, index) => [heading, rows[0]?.[index]]))).toEqual({
      번호: 1,
      단계: '사전',
      차수: 2,
      컨설턴트: null,
      대상: '세부사업: 스마트물류',
      구분: '필수',
      의견: '규모를 줄여 주십시오.',
      제시: '2020. 3. 13. 09:00',
      답변: '반영',
      사유: null,
      비교: '제1판→제2판',
      '바뀐 내용': '스마트물류 2021년 국비: 100억원 → 70억원',
      '재원 증감(원)': -30n * EOK,
      '지표 증감': '',
      비고: '',
    });
  });

  it('account for the whole difference, and list what nobody asked for', () => {
    expect(accountTable(matrix).rows.map((row) => row.slice(1))).toEqual([
      [-30n * EOK, ''],
      [0n, ''],
      [-100n * EOK, '신규고용(직접) △200명'],
      [-130n * EOK, '신규고용(직접) △200명'],
    ]);
    expect(unexplainedTable(matrix, names).rows.slice(-2)).toEqual([
      ['제2판→제3판', '재원', 'port 2021년 국비', '', '50억원', '없음', -50n * EOK],
      ['제2판→제3판', '성과지표', '신규고용(직접)', '2021년 목표', '1,000', '800', -200n],
    ]);
  });

  it.each([
    ['basics', '제목과 주력산업'],
    ['narrative.financing', '재원 확보 방안'],
    ['budget', '재원'],
    ['subProjects[smart]', '세부사업: 스마트물류'],
    ['indicators[direct-hires]', '성과지표: 신규고용(직접)'],
    ['attachments[0191d2a0-0000-7000-8000-000000000001]', '첨부'],
    ['something else', 'something else'],
  ])('call %s %s', (target, name) => {
    expect(targetName(target, names.places)).toBe(name);
  });

  it('show a long text in its beginning', () => {
    expect(shownText('가'.repeat(201))).toHaveLength(201);
    expect(shownText('가'.repeat(200))).toHaveLength(200);
  });
});
