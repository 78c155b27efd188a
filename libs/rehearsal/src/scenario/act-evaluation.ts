import type { Applicant } from './cohort.js';
import { marksOf, type PlayedMark } from './cohort-marks.js';
import { lockMarks } from './act-lock.js';
import { evaluatorsOf, screenAll, seatPanel } from './act-panel.js';
import type { PlayRound, Step } from './play-round.js';
import type { Answered } from './stage.js';

/** From the filing deadline to the lock: 요건 검토, 평가위원 구성, 평가, 점수 확정. */
export function evaluationSteps(round: PlayRound): Step[] {
  const { intake, scoring } = round.deadlines;
  return [
    { at: round.after(intake, 3, 9), name: '요건 검토', play: () => screenAll(round) },
    { at: round.after(intake, 4, 9), name: '평가위원 위촉·서약·배정', play: () => seatPanel(round) },
    { at: round.after(intake, 5, 9), name: '평가 시작, 절반 채점', play: () => scoreHalf(round) },
    { at: new Date(Date.parse(scoring) - 7_200_000).toISOString(), name: '나머지 채점', play: () => scoreRest(round) },
    { at: new Date(Date.parse(scoring) - 600_000).toISOString(), name: '점수 확정', play: () => lockMarks(round) },
  ];
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
  const deduction = cohort.policy.bonus.items.find(({ kind }) => kind === 'deduction');
  if (deduction !== undefined)
    await stage.act('kicox-secretary', 'POST', `/plans/${round.plan(round.last).id}/bonuses`, {
      code: deduction.code,
      points: '0.50',
      evidence: '협약 포기 확인서 (가상)',
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
      { marks: givenMarks(round, applicant, index, String(sheet['stage'])), overall: '가상 종합의견' },
      sheet.version,
    );
    await stage.act(evaluator, 'POST', `/score-sheets/${sheet.id}/submission`, undefined, saved.version);
  }
}

/** The marks of the play; where the policy lets evaluators abstain, one of them does so once. */
function givenMarks(round: PlayRound, applicant: Applicant, evaluator: number, stage: string): PlayedMark[] {
  const { cohort } = round;
  const marks = marksOf(cohort, applicant, evaluator, stage);
  const may = cohort.policy.scoring.abstention !== undefined && stage !== cohort.policy.stages?.[0]?.code;
  if (!may || evaluator !== ABSTAINER || applicant.province !== round.last) return marks;
  return marks.map(({ criterion, mark }, at) =>
    at === marks.length - 1
      ? { criterion, mark: null, reason: '발표에서 질의하지 못해 판단할 수 없음. (가상)' }
      : { criterion, mark },
  );
}

/** Scores in the first half, so that the demo shows it. */
const ABSTAINER = 3;
