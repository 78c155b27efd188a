import { stagesOf } from '@daegaejo/round/rules';
import { lower, type PlayRound } from './play-round.js';

/** Panels of the years; nine evaluators in 2021 are sourced, the people are fictional. */
const PANEL: { readonly [year: number]: number } = { 2020: 7, 2021: 9, 2023: 5 };

/** Who evaluates in the round of the play, the chair first. */
export const evaluatorsOf = (round: PlayRound): string[] =>
  Array.from({ length: PANEL[round.cohort.year] ?? 7 }, (_, index) => `evaluator-${round.cohort.year}-${index + 1}`);

export async function screenAll(round: PlayRound): Promise<void> {
  await round.advance('kicox-secretary', 'start-screening');
  for (const { province } of round.cohort.applicants)
    await round.stage.act('kicox-secretary', 'POST', `/plans/${round.plan(province).id}/screening`, {
      verdict: 'eligible',
    });
}

export async function seatPanel(round: PlayRound): Promise<void> {
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
  const pairs = cohort.applicants.flatMap(({ province }) =>
    members.map(({ id }) => ({ planId: round.plan(province).id, memberId: id })),
  );
  for (const { code } of stagesOf(cohort.policy))
    await stage.act('kicox-secretary', 'POST', `/rounds/${round.id}/assignments`, { stage: code, pairs });
  if (cohort.year === 2021) await challenge(round);
}

/** A province asks that one member keep off its plan; the others uphold it (기피). */
async function challenge(round: PlayRound): Promise<void> {
  const { stage } = round;
  const province = round.last;
  const evaluators = evaluatorsOf(round);
  const named = evaluators.at(-1) ?? '';
  const planId = round.plan(province).id;
  const filed = await stage.act(`${lower(province)}-approver`, 'POST', `/plans/${planId}/challenges`, {
    named: '해당 시·도의 용역에 참여한 평가위원 (가상)',
    grounds: '최근 3년 안에 우리 시·도의 계획 수립 용역에 참여하였습니다. (가상)',
  });
  const assigned = await stage.list(named, `/rounds/${round.id}/assignments`);
  const assignment = assigned.find((item) => item['planId'] === planId);
  const put = { assignmentId: assignment?.id };
  await stage.act('kicox-secretary', 'POST', `/challenges/${filed.id}/putting`, put);
  for (const member of evaluators.slice(0, Math.floor(evaluators.length / 2) + 1)) {
    const vote = { uphold: true, reason: '공정을 해칠 우려가 있음. (가상)' };
    await stage.act(member, 'POST', `/challenges/${filed.id}/votes`, vote);
  }
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
