import type { Applicant } from './cohort.js';
import { marksOf } from './cohort-marks.js';
import { lower, type PlayRound, type Step } from './play-round.js';
import type { Answered } from './stage.js';

/** Panels of the two years; nine evaluators in 2021 are sourced, the people are fictional. */
const PANEL: { readonly [year: number]: number } = { 2020: 7, 2021: 9 };

const evaluatorsOf = (round: PlayRound): string[] =>
  Array.from({ length: PANEL[round.cohort.year] ?? 7 }, (_, index) => `evaluator-${round.cohort.year}-${index + 1}`);

/** From the filing deadline to the lock: 요건 검토, 평가위원 구성, 평가, 점수 확정. */
export function evaluationSteps(round: PlayRound): Step[] {
  const { intake, scoring } = round.deadlines;
  return [
    { at: round.after(intake, 3, 9), name: '요건 검토', play: () => screenAll(round) },
    { at: round.after(intake, 4, 9), name: '평가위원 위촉·서약·배정', play: () => seatPanel(round) },
    { at: round.after(intake, 5, 9), name: '평가 시작, 절반 채점', play: () => scoreHalf(round) },
    { at: new Date(Date.parse(scoring) - 7_200_000).toISOString(), name: '나머지 채점', play: () => scoreRest(round) },
    { at: new Date(Date.parse(scoring) - 600_000).toISOString(), name: '점수 확정', play: () => lock(round) },
  ];
}

async function screenAll(round: PlayRound): Promise<void> {
  await round.advance('kicox-secretary', 'start-screening');
  for (const { province } of round.cohort.applicants)
    await round.stage.act('kicox-secretary', 'POST', `/plans/${round.plan(province).id}/screening`, {
      verdict: 'eligible',
    });
}

async function seatPanel(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  const members: { username: string; id: string }[] = [];
  for (const [index, username] of evaluatorsOf(round).entries())
    members.push({ username, id: await seat(round, username, index === 0) });
  if (cohort.year === 2020) {
    const id = await seat(round, 'evaluator-busan', false);
    await stage.refuse(
      '2020 BUSAN: 같은 시·도에 사는 평가위원 배정',
      { status: 409, code: 'evaluation.conflict' },
      'kicox-secretary',
      'POST',
      `/plans/${round.plan('BUSAN').id}/assignments`,
      { memberId: id },
    );
  }
  for (const { province } of cohort.applicants)
    for (const { id } of members)
      await stage.act('kicox-secretary', 'POST', `/plans/${round.plan(province).id}/assignments`, { memberId: id });
}

/** Invites somebody, who accepts and signs the pledge; answers his membership. */
async function seat(round: PlayRound, username: string, chair: boolean): Promise<string> {
  const { stage } = round;
  const member = await stage.act('kicox-secretary', 'POST', `/rounds/${round.id}/panel-members`, {
    personId: await stage.person(username),
    chair,
  });
  await stage.act(username, 'POST', `/panel-members/${member.id}/response`, { response: 'accept' });
  await stage.act(username, 'POST', `/panel-members/${member.id}/pledge`, { agreed: true });
  return member.id;
}

async function scoreHalf(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  await round.advance('kicox-secretary', 'start-evaluation');
  const evaluators = evaluatorsOf(round);
  const [first, second] = evaluators as [string, string];
  const [foreign] = await openSheets(round, first);
  if (foreign !== undefined)
    await stage.refuse(
      `${cohort.year}: 다른 평가위원의 평가표 열람`,
      { status: 404, code: 'record.not-found' },
      second,
      'GET',
      `/score-sheets/${foreign.id}`,
    );
  const bonus = cohort.policy.bonus.items[0];
  const [winner] = round.winners;
  if (bonus !== undefined && winner !== undefined)
    await stage.act('kicox-secretary', 'POST', `/plans/${round.plan(winner.province).id}/bonuses`, {
      code: bonus.code,
      points: '1.00',
      evidence: '가점 확인서 (가상)',
      validOn: cohort.policy.calendar.announcedOn,
    });
  const half = Math.ceil(evaluators.length / 2);
  for (const [index, evaluator] of evaluators.slice(0, half).entries()) await scoreAll(round, evaluator, index);
}

async function scoreRest(round: PlayRound): Promise<void> {
  const evaluators = evaluatorsOf(round);
  const half = Math.ceil(evaluators.length / 2);
  for (const [index, evaluator] of evaluators.slice(half).entries()) await scoreAll(round, evaluator, half + index);
}

/** An evaluator's own sheets that wait for him; a chair sees the others' too, without their marks. */
async function openSheets(round: PlayRound, evaluator: string): Promise<Answered[]> {
  const sheets = await round.stage.list(evaluator, `/rounds/${round.id}/score-sheets`);
  return sheets.filter(({ allowed }) => (allowed as string[]).length > 0);
}

/** One evaluator fills and hands in all his sheets. */
async function scoreAll(round: PlayRound, evaluator: string, index: number): Promise<void> {
  const { stage } = round;
  const applicants = new Map(
    round.cohort.applicants.map((applicant) => [round.plan(applicant.province).id, applicant]),
  );
  for (const sheet of await openSheets(round, evaluator)) {
    const applicant = applicants.get(String(sheet['planId'])) as Applicant;
    const saved = await stage.act(
      evaluator,
      'PUT',
      `/score-sheets/${sheet.id}`,
      { marks: marksOf(round.cohort, applicant, index), overall: '가상 종합의견' },
      sheet.version,
    );
    await stage.act(evaluator, 'POST', `/score-sheets/${sheet.id}/submission`, undefined, saved.version);
  }
}

async function lock(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  const [chair] = evaluatorsOf(round) as [string];
  await stage.refuse(
    `${cohort.year}: 위원장이 아닌 위원의 점수 확정`,
    { status: 403, code: 'access.forbidden' },
    evaluatorsOf(round)[1] ?? '',
    'POST',
    `/rounds/${round.id}/panel-lock`,
  );
  await stage.act(chair, 'POST', `/rounds/${round.id}/panel-lock`);
  const [sheet] = (await stage.list(chair, `/rounds/${round.id}/score-sheets`)) as [Answered];
  const own = (await stage.list(evaluatorsOf(round)[1] ?? '', `/rounds/${round.id}/score-sheets`))[0] ?? sheet;
  await stage.refuse(
    `${cohort.year}: 점수 확정 뒤 수정`,
    { status: 409, code: 'evaluation.sheet-not-now' },
    evaluatorsOf(round)[1] ?? '',
    'PUT',
    `/score-sheets/${own.id}`,
    { marks: [] },
    own.version,
  );
  const province = cohort.applicants[0]?.province ?? '';
  await stage.refuse(
    `${cohort.year} ${province}: 공표 전 결과 열람`,
    { status: 404, code: 'record.not-found' },
    `${lower(province)}-approver`,
    'GET',
    `/rounds/${round.id}/announcement`,
  );
}
