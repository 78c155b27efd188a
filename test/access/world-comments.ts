import type { TestApp } from '../support/app.js';

/** A note of each of two provinces on its own plan. */
export async function commentRecords(
  app: TestApp,
  plans: { busan: string; ulsan: string },
): Promise<{ comment: string; foreignComment: string }> {
  const write = async (as: string, planId: string): Promise<string> => {
    const body = { section: 'budget', path: 'budget[renewal 2022 national]', text: '권한표 검사 (가상)' };
    const answer = await app.ask('POST', `/plans/${planId}/comments`, { as, body });
    if (answer.status !== 201) throw new Error(`comment: ${answer.text}`);
    return answer.body.id;
  };
  return {
    comment: await write('busan-writer', plans.busan),
    foreignComment: await write('ulsan-writer', plans.ulsan),
  };
}
