import type { TestApp } from '../support/app.js';

/** A published record of a results conference, and the open draft of its correction. */
export async function resultsRecords(app: TestApp, roundId: string): Promise<Record<string, string>> {
  const ask = async (as: string, path: string, body?: object): Promise<string> => {
    const answer = await app.ask('POST', path, { as, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return String(answer.body.id);
  };
  const conference = await ask('kicox-secretary', '/conferences', {
    title: '성과발표 (가상)',
    heldOn: '2021-10-15',
    place: 'aT센터',
    hosts: ['국토교통부'],
    cohorts: [{ roundId, figures: ['announced-jobs'] }],
    cases: [],
  });
  await ask('molit-officer', `/conferences/${conference}/publication`);
  const conferenceDraft = await ask('kicox-secretary', `/conferences/${conference}/corrections`);
  return { conference, conferenceDraft };
}
