import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app.js';
import { by, insertInto } from './records.js';

/** Whom 부산 challenges; it did so already, so that nobody can do it again. */
export const CHALLENGED = '가상 평가위원 (기피)';

/** Profiles of two evaluators; challenges that wait for the secretariat, and two that are put to members who have voted. */
export async function panelRecords(
  app: TestApp,
  roundId: string,
  plans: { busan: string; ulsan: string },
): Promise<Record<string, string>> {
  const act = async (as: string, method: string, path: string, body: object) => {
    const { status, text, body: answer } = await app.ask(method, path, { as, body });
    if (status >= 300) throw new Error(`${as} ${path}: ${text}`);
    return answer;
  };
  const file = async (as: string, planId: string, named: string): Promise<string> =>
    (await act(as, 'POST', `/plans/${planId}/challenges`, { named, grounds: '권한표 검사 (가상)' })).id;
  const put = async (challengeId: string, planId: string, username: string): Promise<string> => {
    const { body } = await app.ask('GET', `/rounds/${roundId}/assignments?planId=${planId}&limit=200`, {
      as: 'kicox-secretary',
    });
    const assignmentId = by(body.items, 'personId', await app.person(username));
    await act('kicox-secretary', 'POST', `/challenges/${challengeId}/putting`, { assignmentId });
    return challengeId;
  };
  const vote = await put(await file('busan-approver', plans.busan, '다른 위원'), plans.busan, 'evaluator-2021-3');
  for (const as of ['evaluator-2021-1', 'evaluator-2021-2'])
    await act(as, 'POST', `/challenges/${vote}/votes`, { uphold: true, reason: '권한표 검사 (가상)' });
  return {
    challenge: await file('busan-approver', plans.busan, CHALLENGED),
    foreignChallenge: await file('ulsan-approver', plans.ulsan, CHALLENGED),
    vote,
    foreignVote: await put(await file('ulsan-approver', plans.ulsan, '다른 위원'), plans.ulsan, 'evaluator-2021-2'),
  };
}

/** A correction by either side in the round that is over: as they would be if they had come in time. */
export async function scoringRecords(
  app: TestApp,
  roundId: string,
  planId: string,
  idOf: (username: string) => string,
): Promise<Record<string, string>> {
  const { body } = await app.ask('GET', `/rounds/${roundId}/score-sheets?planId=${planId}`, {
    as: 'evaluator-2020-3',
  });
  const { now } = (await app.ask('GET', '/rehearsal/clock')).body;
  const proposal = (id: string, proposedBy: string) => ({
    id,
    roundId,
    sheetId: body.items[0].id,
    state: 'proposed',
    before: [],
    after: [],
    reason: '권한표 검사 (가상)',
    sheetVersion: 1000,
    proposedBy: idOf(proposedBy),
    proposedAt: now,
    version: 1,
  });
  const [correctionByChair, correctionBySecretary] = [randomUUID(), randomUUID()];
  const chair = 'evaluator-2020-1';
  await insertInto(app, [
    ['sheet_correction', proposal(correctionByChair, chair)],
    ['sheet_correction', proposal(correctionBySecretary, 'kicox-secretary')],
  ]);
  return { correctionByChair, correctionBySecretary };
}
