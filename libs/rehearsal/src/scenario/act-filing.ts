import { answerOpinions, consultantOf, preConsult } from './act-consulting.js';
import { preIntakeContent, proposalContent } from './cohort-content.js';
import { lower, type PlayRound, type Step } from './play-round.js';

/** From the call to the filing deadline: 공고, 예비접수, 사전 컨설팅, 본접수. */
export function filingSteps(round: PlayRound): Step[] {
  const { stage, cohort } = round;
  const announced = round.moment('announced', 10);
  const { 'pre-intake': preIntake, intake } = round.deadlines;
  return [
    { at: round.after(announced, -14, 10), name: '회차 작성, 두 부처 서명', play: () => round.open() },
    {
      at: announced,
      name: '공고, 예비접수 시작',
      play: async () => {
        await round.advance('motie-officer', 'announce');
        await round.advance('kicox-secretary', 'open-pre-intake');
      },
    },
    {
      at: round.after(preIntake, -2, 14),
      name: `예비접수 (${cohort.applicants.length}개 시·도)`,
      play: () => preSubmitAll(round),
    },
    {
      at: round.after(preIntake, 1, 9),
      name: '사전 컨설팅 시작',
      play: async () => {
        await round.advance('kicox-secretary', 'start-pre-consulting');
        await preConsult(round);
      },
    },
    { at: round.after(preIntake, 8, 9), name: '의견 반영, 본접수 시작', play: () => answerAndOpen(round) },
    { at: round.after(intake, -1, 15), name: '본접수', play: () => fileAll(round) },
    {
      at: new Date(Date.parse(intake) + 60_000).toISOString(),
      name: '마감 1분 뒤 제출 시도',
      play: async () => {
        const late = round.last;
        await stage.refuse(
          `${cohort.year} ${late}: 마감 뒤 제출`,
          { status: 409, code: 'round.deadline-passed' },
          `${lower(late)}-approver`,
          'POST',
          `/plans/${round.plan(late).id}/submissions`,
          { kind: 'filed' },
        );
      },
    },
  ];
}

async function preSubmitAll(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  for (const applicant of cohort.applicants) {
    const { province } = applicant;
    const writer = `${lower(province)}-writer`;
    const body = { roundId: round.id, provinceId: await stage.organisation(province), title: applicant.title };
    round.plans.set(province, await stage.act(writer, 'POST', '/plans', body));
    await round.save(province, preIntakeContent(cohort, applicant));
    if (applicant === cohort.applicants[0])
      await stage.refuse(
        `${cohort.year} ${province}: 작성자가 직접 제출`,
        { status: 403, code: 'access.forbidden' },
        writer,
        'POST',
        `/plans/${round.plan(province).id}/submissions`,
        { kind: 'pre-intake' },
      );
    await round.submit(province, 'pre-intake');
  }
  const [first, second] = cohort.applicants;
  if (first !== undefined && second !== undefined)
    await stage.refuse(
      `${cohort.year} ${second.province}: 다른 시·도 계획 열람`,
      { status: 404, code: 'record.not-found' },
      `${lower(second.province)}-writer`,
      'GET',
      `/plans/${round.plan(first.province).id}`,
    );
}

async function answerAndOpen(round: PlayRound): Promise<void> {
  const { stage, cohort } = round;
  await round.advance('kicox-secretary', 'open-intake');
  const [first] = cohort.applicants;
  if (first !== undefined) {
    await round.save(first.province, proposalContent(cohort, first));
    await stage.refuse(
      `${cohort.year} ${first.province}: 답변하지 않고 본접수`,
      { status: 409, code: 'consulting.unanswered' },
      `${lower(first.province)}-approver`,
      'POST',
      `/plans/${round.plan(first.province).id}/submissions`,
      { kind: 'filed' },
    );
  }
  for (const [index, { province }] of cohort.applicants.entries())
    await answerOpinions(round, province, consultantOf(index));
}

async function fileAll(round: PlayRound): Promise<void> {
  for (const applicant of round.cohort.applicants) {
    await round.save(applicant.province, proposalContent(round.cohort, applicant));
    await round.submit(applicant.province, 'filed');
  }
}
