import { randomUUID } from 'node:crypto';
import { loadCohort } from '@daegaejo/rehearsal/demo';
import { policyInText } from '@daegaejo/round/rules';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { by, type Item } from './records.js';
import type { Reader } from './row.js';
import { agreementRecords } from './world-agreement.js';
import { attachmentRecords } from './world-attachments.js';
import { budgetRecords } from './world-budget.js';
import { commentRecords } from './world-comments.js';
import { committeeRecords } from './world-committee.js';
import { consultingRecords } from './world-consulting.js';
import { handoverRecords } from './world-handover.js';
import { issueRequest, onesOwn, openFeed } from './world-notification.js';
import { panelRecords, scoringRecords } from './world-panel.js';
import { publicationRecords } from './world-publication.js';
import { resultsRecords } from './world-results.js';

/** Who speaks for each role: people of 2021, whose round is in the middle of its evaluation. */
export const PEOPLE: Readonly<Record<Exclude<Reader, 'public'>, string>> = {
  'province-writer': 'busan-writer',
  'province-approver': 'busan-approver',
  consultant: 'consultant-3',
  evaluator: 'evaluator-2021-2',
  'panel-chair': 'evaluator-2021-1',
  secretariat: 'kicox-secretary',
  'ministry-officer': 'molit-officer',
  'ministry-reviewer': 'molit-reviewer',
  committee: 'molit-cochair',
  auditor: 'auditor',
  admin: 'admin',
};

/** A database with a record of every kind, and the ids that matter. */
export interface World {
  readonly app: TestApp;
  readonly policy: object;
  readonly ids: Readonly<Record<string, string>>;
  /** Newest filed version of the plans of 2021. */
  readonly filedNo: string;
  missing(): string;
}

/** 2020 played to its designation, 2021 into its evaluation, and a draft of 2022 that only staff know. */
export async function buildWorld(): Promise<World> {
  const app = await TestApp.boot('sqlite');
  const play = playIn(app);
  await play.demo(() => undefined);
  const [first, second] = play.rounds as [(typeof play.rounds)[0], (typeof play.rounds)[0]];
  const policy = policyInText(loadCohort(2021).policy);
  const list = async (path: string, as: string): Promise<Item[]> =>
    (await app.ask('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200`, { as })).body.items;
  const draft = await app.ask('POST', '/rounds', {
    as: 'molit-officer',
    body: { year: 2022, title: '2022 초안', policy },
  });
  const people = await list('/people', 'admin');
  const idOf = (username: string): string => String(people.find((person) => person['username'] === username)?.['id']);
  const leaver = await app.ask('POST', '/people', {
    as: 'admin',
    body: {
      username: 'leaver',
      displayName: '가상 퇴직자',
      email: 'leaver@example.invalid',
      password: 'a-long-first-password',
    },
  });
  await app.ask('POST', `/people/${leaver.body.id}/disablement`, { as: 'admin', body: { reason: '퇴직 (가상)' } });
  const members = await list(`/rounds/${second.id}/panel-members`, 'auditor');
  const sheets2 = await list(`/rounds/${second.id}/score-sheets`, 'evaluator-2021-2');
  const sheets3 = await list(`/rounds/${second.id}/score-sheets`, 'evaluator-2021-3');
  const assignments = await list(`/rounds/${first.id}/assignments`, 'auditor');
  const busan = second.plan('BUSAN').id;
  const ulsan = second.plan('ULSAN').id;
  const admin = people.find((person) => person['username'] === 'admin');
  const firstOf = async (path: string): Promise<string> => String((await list(path, 'auditor'))[0]?.['id']);
  const ask = (organisationId: string) => issueRequest(app, second.id, organisationId);
  const [provinceBusan, provinceUlsan, molit] = await Promise.all(
    ['BUSAN', 'ULSAN', 'MOLIT'].map((code) => app.organisation(code)),
  );
  const requests = {
    request: await ask(String(provinceBusan)),
    foreignRequest: await ask(String(provinceUlsan)),
    ministryRequest: await ask(String(molit)),
  };
  const owners = [...Object.entries(PEOPLE), ['foreign', 'ulsan-writer'] as const];
  const personal: Record<string, string> = {};
  for (const [index, [owner, username]] of owners.entries())
    Object.assign(personal, await onesOwn(app, owner, username, idOf(username), second.id, index));
  const analysis = await app.ask('POST', `/rounds/${first.id}/analyses`, {
    as: 'auditor',
    body: { purpose: '권한표 검사', replicates: 200 },
  });
  const panel = await panelRecords(app, second.id, { busan, ulsan });
  const meeting = await firstOf(`/rounds/${first.id}/meetings`);
  const results = await resultsRecords(app, first.id);
  const comments = await commentRecords(app, { busan, ulsan });
  const handovers = await handoverRecords(
    app,
    { played: first.id, open: second.id },
    { busan: String(provinceBusan), ulsan: String(provinceUlsan) },
  );
  await settled(app);
  return {
    app,
    policy,
    filedNo: '2',
    missing: randomUUID,
    ids: {
      round2020: first.id,
      round2021: second.id,
      draft: draft.body.id,
      busan,
      ulsan,
      busan2020: first.plan('BUSAN').id,
      daegu2020: first.plan('DAEGU').id,
      gwangju2020: first.plan('GWANGJU').id,
      opinion: await firstOf(`/plans/${busan}/opinions`),
      foreignOpinion: await firstOf(`/plans/${ulsan}/opinions`),
      ...(await consultingRecords(app, { busan, ulsan }, idOf('consultant-1'))),
      member: by(members, 'personId', idOf('evaluator-2021-2')),
      foreignMember: by(members, 'personId', idOf('evaluator-2021-3')),
      sheet: String(sheets2[0]?.['id']),
      foreignSheet: String(sheets3[0]?.['id']),
      assignment: by(assignments, 'personId', idOf('evaluator-2020-2')),
      foreignAssignment: by(assignments, 'personId', idOf('evaluator-2020-3')),
      analysis2020: analysis.body.runId,
      ...(await scoringRecords(app, first.id, first.plan('BUSAN').id, idOf)),
      meeting,
      ...(await committeeRecords(app, first.id, meeting)),
      objection: await firstOf(`/rounds/${first.id}/objections`),
      designation: await firstOf(`/rounds/${first.id}/designations`),
      ...(await publicationRecords(
        app,
        first.id,
        { gyeongbuk: first.plan('GYEONGBUK').id, daegu: first.plan('DAEGU').id },
        { signs: idOf('evaluator-2021-2'), chairs: idOf('evaluator-2021-1') },
      )),
      person: idOf('consultant-1'),
      admin: idOf('admin'),
      adminGrant: String(admin?.grants?.[0]?.id),
      leaver: leaver.body.id,
      provinceBusan: String(provinceBusan),
      provinceUlsan: String(provinceUlsan),
      kicox: await app.organisation('KICOX'),
      ...requests,
      candidate: idOf('evaluator-2021-2'),
      foreignCandidate: idOf('evaluator-2021-3'),
      ...panel,
      ...comments,
      ...handovers,
      ...results,
      ...(await budgetRecords(app, { busan, ulsan })),
      ...(await agreementRecords(app, { busan, ulsan })),
      ...(await attachmentRecords(app, { busan, ulsan, busan2020: first.plan('BUSAN').id })),
      ...personal,
      endedFeed: await openFeed(app, 'gangwon-writer'),
      feed: await openFeed(app, 'gangwon-writer'),
      job: String((await list('/jobs?state=done', 'admin'))[0]?.['id']),
    },
  };
}
