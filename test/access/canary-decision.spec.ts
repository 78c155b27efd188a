import { randomUUID } from 'node:crypto';
import { TestApp, type Ask } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { type Crawl, crawl, idsIn, readersWith } from './crawl.js';

const mark = (what: string): string => `CANARY-${what}-${randomUUID()}`;
const REGION = 'DAEGU';

/** The marks that a request of the play carries in place of what it would say. */
const marked = (
  marks: Readonly<Record<string, string>>,
  method: string,
  path: string,
  body: Record<string, unknown>,
) => {
  if (method === 'POST' && /\/meetings\/[^/]+\/resolutions$/.test(path))
    return { ...body, reason: marks['resolution'] };
  if (method === 'PUT' && path.endsWith('/minutes')) return { ...body, minutes: marks['minutes'] };
  if (method === 'POST' && path.endsWith('/committee-members')) {
    const [first, ...others] = body['members'] as object[];
    return { members: [{ ...first, name: marks['member'] }, ...others] };
  }
  if (method === 'POST' && path.endsWith('/agreement')) return { ...body, terms: marks['terms'] };
  return body;
};

/**
 * The committee's members, reasons and minutes, a sealed announcement, and later the agreements: every GET as everybody, once
 * while the decision is a secret and once after the designation.
 */
describe('a crawl for canaries of the decision', () => {
  const marks = {
    resolution: mark('resolution'),
    minutes: mark('minutes'),
    member: mark('member'),
    sealed: mark('sealed'),
    terms: mark('terms'),
  };
  const READERS = readersWith({ 'region writer': `${REGION.toLowerCase()}-writer`, loser: 'chungbuk-approver' });
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let before: Crawl;
  let after: Crawl;

  beforeAll(async () => {
    app = await TestApp.boot('sqlite');
    const ask = (method: string, path: string, more: Ask = {}) =>
      app.ask(method, path, {
        ...more,
        ...(more.body === undefined ? {} : { body: marked(marks, method, path, more.body as Record<string, unknown>) }),
      });
    play = playIn({ ask } as unknown as TestApp);
    await play.stretch(2020, '예비선정 공표');
    const round = play.rounds[0];
    const publishAt = '2020-05-07T05:00:00.000Z';
    const sealed = { title: marks.sealed, figures: [], publishAt };
    const { status, text } = await app.ask('POST', `/rounds/${round?.id}/announcement`, {
      as: 'molit-officer',
      body: sealed,
    });
    if (status !== 201) throw new Error(text);
    await settled(app);
    before = await crawl(app, READERS, await everyId(), marks);
    await app.clock(publishAt);
    await settled(app);
    await round?.advance('kicox-secretary', 'open-objections');
    await play.stretch(2020, '사업계획 승인', '이의신청 처리');
    await settled(app);
    after = await crawl(app, READERS, await everyId(), marks);
  }, 900_000);
  afterAll(() => app.close());

  const INSIDE = ['auditor', 'committee', 'ministry-officer', 'secretariat'];

  it('tells nobody outside of what was decided before the moment of the announcement', () => {
    expect(before.who('resolution')).toEqual(INSIDE);
    expect(before.who('minutes')).toEqual(INSIDE);
    expect(before.who('sealed')).toEqual(INSIDE);
    expect(before.who('member')).toEqual(INSIDE);
    expect(before.answers).toBeGreaterThan(2_000);
  });

  it('tells everybody what was announced, and still nobody outside how the committee came to it', () => {
    expect(after.who('sealed')).toEqual([...READERS.keys()].toSorted());
    expect(after.who('minutes')).toEqual(INSIDE);
    expect(after.who('member')).toEqual(INSIDE);
  });

  it('tells of an agreement its own region, and those who run or check it', () => {
    const { who } = after;
    expect(who('terms')).toEqual(
      expect.arrayContaining(['auditor', 'ministry-officer', 'region writer', 'secretariat']),
    );
    for (const outsider of ['public', 'loser', 'province-writer', 'province-approver', 'evaluator', 'panel-chair'])
      expect(who('terms')).not.toContain(outsider);
  });

  /** Ids of records by the name of their path parameter, as those who see most list them. */
  async function everyId(): Promise<Record<string, string[]>> {
    const roundId = [String(play.rounds[0]?.id)];
    const [round] = roundId;
    const meetingId = await idsIn(app, `/rounds/${round}/meetings`, 'auditor');
    const documentId = (
      await Promise.all(meetingId.map((id) => idsIn(app, `/meetings/${id}/resolution-documents`, 'auditor')))
    ).flat();
    return {
      roundId,
      // The region whose reader is asked, another one, and one that was not selected.
      planId: [REGION, 'GWANGJU', 'CHUNGBUK', 'BUSAN'].map((province) => String(play.rounds[0]?.plan(province).id)),
      meetingId,
      documentId,
      designationId: await idsIn(app, `/rounds/${round}/designations`, 'auditor'),
      runId: [
        ...(await idsIn(app, `/rounds/${round}/portfolio-runs`, 'auditor')),
        ...(await idsIn(app, `/rounds/${round}/analyses`, 'auditor')),
      ],
      conferenceId: await idsIn(app, '/conferences', 'auditor'),
      dashboard: ['funnel', 'budget', 'attainment', 'map', 'waterfall'],
      dataset: ['rounds', 'regions', 'sub-projects', 'budget', 'indicators', 'announcements', 'published-figures'],
      chart: ['score-distribution'],
      no: ['1', '2'],
      personId: [await app.person(`${REGION.toLowerCase()}-writer`)],
    };
  }
});
