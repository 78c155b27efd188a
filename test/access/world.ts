import { randomUUID } from 'node:crypto';
import { DeliveryEntity, NoticeEntity } from '@daegaejo/notification';
import { loadCohort } from '@daegaejo/rehearsal/demo';
import { policyInText } from '@daegaejo/round/rules';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import type { Reader } from './table.js';
import { agreementRecords } from './world-agreement.js';
import { attachmentRecords } from './world-attachments.js';
import { committeeRecords } from './world-committee.js';
import { budgetRecords } from './world-budget.js';
import { publicationRecords } from './world-publication.js';
import { consultingRecords } from './world-consulting.js';
import { resultsRecords } from './world-results.js';
import { commentRecords } from './world-comments.js';
import { handoverRecords } from './world-handover.js';

type Item = Readonly<Record<string, string>> & {
  readonly grants?: readonly { readonly id: string; readonly role: string }[];
};

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

/** Id of the item whose `key` is `value`. */
const by = (items: readonly Item[], key: string, value: string): string =>
  String(items.find((item) => item[key] === value)?.['id']);

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
        idOf('evaluator-2021-2'),
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

/** A correction by either side in the round that is over: as they would be if they had come in time. */
async function scoringRecords(
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
  await app.database.store.write(async ({ manager }) => {
    const target = manager.connection.getMetadata('sheet_correction').target;
    await manager.insert(target, [
      proposal(correctionByChair, chair),
      proposal(correctionBySecretary, 'kicox-secretary'),
    ] as never);
  });
  return { correctionByChair, correctionBySecretary };
}

/** Whom 부산 challenges; it did so already, so that nobody can do it again. */
export const CHALLENGED = '가상 평가위원 (기피)';

/** Profiles of two evaluators; challenges that wait for the secretariat, and two that are put to members who have voted. */
async function panelRecords(
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

async function issueRequest(app: TestApp, roundId: string, organisationId: string): Promise<string> {
  const { status, text, body } = await app.ask('POST', `/rounds/${roundId}/requests`, {
    as: 'kicox-secretary',
    body: {
      organisationId,
      kind: 'supplement',
      title: '보완요구 (가상)',
      text: '재원 확약서를 보완해 주십시오. (가상)',
      dueAt: '2021-05-20T09:00:00.000Z',
    },
  });
  if (status !== 201) throw new Error(`request: ${text}`);
  return body.id;
}

/** Puts a notice and its mail into somebody's inbox and post; answers both ids. */
export async function insertNotice(
  app: TestApp,
  { personId, roundId, title }: { personId: string; roundId: string; title: string },
): Promise<[noticeId: string, mailId: string]> {
  const [noticeId, mailId] = [randomUUID(), randomUUID()];
  const { body: clock } = await app.ask('GET', '/rehearsal/clock');
  const notice = {
    id: noticeId,
    personId,
    tickKey: `event:${noticeId}`,
    kind: 'PanelMemberInvited',
    relation: 'event',
    copy: false,
    roundId,
    subjectId: roundId,
    params: { title },
    createdAt: clock.now,
  };
  const mail = {
    id: mailId,
    personId,
    channel: 'mail',
    onceKey: `notice:${noticeId}:mail`,
    noticeId,
    state: 'kept',
    sendAfter: clock.now,
    attempts: 0,
    createdAt: clock.now,
  };
  await app.database.store.write(async ({ manager }) => {
    await manager.insert(NoticeEntity, notice as never);
    await manager.insert(DeliveryEntity, mail as never);
  });
  return [noticeId, mailId];
}

/** A notice, a mail and a webhook of one person's own, and a holiday he may revoke where he may at all. */
async function onesOwn(
  app: TestApp,
  owner: string,
  username: string,
  personId: string,
  roundId: string,
  index: number,
): Promise<Record<string, string>> {
  const [noticeId, mailId] = await insertNotice(app, { personId, roundId, title: '권한표 검사' });
  const webhook = await app.ask('POST', '/webhooks', {
    as: username,
    body: { url: `https://hooks.example.com/${username}` },
  });
  const day = `2030-02-${String(index + 1).padStart(2, '0')}`;
  const holiday = await app.ask('POST', '/holidays', {
    as: 'admin',
    body: { day, name: '임시공휴일 (가상)', source: '권한표 검사 (가상)' },
  });
  return {
    [`notice:${owner}`]: noticeId,
    [`mail:${owner}`]: mailId,
    [`webhook:${owner}`]: webhook.body.id,
    [`holiday:${owner}`]: holiday.body.id,
  };
}

/** Makes a calendar address, which ends the one before; answers its token. */
async function openFeed(app: TestApp, username: string): Promise<string> {
  const { body } = await app.ask('POST', '/calendar-feed', { as: username });
  return String(body.url.split('/').at(-1));
}
