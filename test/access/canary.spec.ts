import { randomUUID } from 'node:crypto';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { crawl, idsIn, readersWith } from './crawl.js';
import { fileAttachment } from './world-attachments.js';
import { insertNotice } from './world-notification.js';

const mark = (what: string): string => `CANARY-${what}-${randomUUID()}`;
const SECRET = 'a-long-second-password';

/**
 * Unique marks in one province's plan, its consulting and its scoring, in an evaluator's profile, in requests to a province and
 * a ministry, in one person's inbox and post, and in the keys people are shown once; then every GET as everybody.
 * Whoever is not entitled must never meet a mark, in a body or a header; whoever is must meet it, or the crawl proves nothing.
 */
describe('a crawl for canaries', () => {
  const marks = {
    draft: mark('draft'),
    comment: mark('comment'),
    fileName: mark('file-name'),
    fileContent: mark('file-content'),
    filed: mark('filed'),
    opinion: mark('opinion'),
    score: mark('score'),
    evaluator: mark('evaluator'),
    department: mark('department'),
    declared: mark('declared'),
    challenged: mark('challenged'),
    ballot: mark('ballot'),
    requestTitle: mark('request-title'),
    requestText: mark('request-text'),
    requestAnswer: mark('request-answer'),
    ministryRequest: mark('ministry-request'),
    inbox: mark('inbox'),
    webhook: mark('webhook'),
    webhookSecret: '',
    feedToken: '',
  };
  let app: TestApp;
  let attached = '';

  beforeAll(async () => {
    app = await TestApp.boot('sqlite');
    const play = playIn(app);
    await play.stretch(2021, '의견 반영, 본접수 시작');
    const round = play.rounds[1];
    const plan = round?.plan('BUSAN').id;
    const opinion = await app.ask('POST', `/plans/${plan}/opinions`, {
      as: 'consultant-3',
      body: { section: 'title', text: marks.opinion },
    });
    expect(opinion.status).toBe(201);
    await play.stretch(2021, '본접수', '의견 반영, 본접수 시작');
    await app.ask('POST', `/opinions/${opinion.body.id}/answer`, {
      as: 'busan-writer',
      body: { answer: 'adopted', reason: `${marks.opinion} 반영` },
    });
    await play.stretch(2021, '마감 1분 뒤 제출 시도', '본접수');
    await refile(play, marks.filed);
    await play.stretch(2021, '나머지 채점', '마감 1분 뒤 제출 시도');
    await secondMarks(plan ?? '', round?.id ?? '');
    await panelMarks(plan ?? '', round?.id ?? '');
    await requestMarks(round?.id ?? '');
    await personalMarks(round?.id ?? '');
    const file = { planId: plan ?? '', name: `${marks.fileName}.pdf`, content: marks.fileContent };
    attached = (await fileAttachment(app, { ...file, username: 'busan-writer' })).attachmentId;
    await settled(app);
  }, 600_000);
  afterAll(() => app.close());

  /** Files the plan once more with a marked theme and title, and marks the working draft with what nobody else may see. */
  async function refile(play: ReturnType<typeof playIn>, theme: string): Promise<void> {
    await play.rounds[1]?.save('BUSAN', { theme, title: theme });
    await play.rounds[1]?.submit('BUSAN', 'filed');
    const plan = await app.ask('GET', `/plans/${play.rounds[1]?.plan('BUSAN').id}`, { as: 'busan-writer' });
    await app.ask('PATCH', `/plans/${plan.body.id}/draft`, {
      as: 'busan-writer',
      headers: { 'if-match': `"${plan.body.version}"` },
      body: { theme: marks.draft },
    });
    await must('busan-writer', 'POST', `/plans/${plan.body.id}/comments`, { section: 'budget', text: marks.comment });
  }

  /** A mark in a sheet that is not locked, and an evaluator whose whole profile is one. */
  async function secondMarks(plan: string, round: string): Promise<void> {
    const sheets = await app.ask('GET', `/rounds/${round}/score-sheets?planId=${plan}&limit=200`, {
      as: 'evaluator-2021-9',
    });
    const sheet = sheets.body.items[0];
    const saved = await app.ask('PUT', `/score-sheets/${sheet.id}`, {
      as: 'evaluator-2021-9',
      headers: { 'if-match': `"${sheet.version}"` },
      body: { marks: [], overall: marks.score },
    });
    expect(saved.status).toBe(200);
    const person = {
      username: 'canary',
      displayName: marks.evaluator,
      email: `${marks.evaluator}@example.invalid`,
      institution: marks.evaluator,
      password: 'a-long-first-password',
    };
    const created = await app.ask('POST', '/people', { as: 'admin', body: person });
    const grant = { role: 'evaluator', organisationId: await app.organisation('KICOX') };
    expect((await app.ask('POST', `/people/${created.body.id}/grants`, { as: 'admin', body: grant })).status).toBe(201);
    const member = await app.ask('POST', `/rounds/${round}/panel-members`, {
      as: 'kicox-secretary',
      body: { personId: created.body.id },
    });
    const first = await app.ask('POST', '/auth/login', { body: { username: 'canary', password: person.password } });
    const own = { authorization: `Bearer ${first.body.accessToken}` };
    const changed = await app.ask('POST', '/auth/password', {
      headers: own,
      body: { currentPassword: person.password, newPassword: SECRET },
    });
    const headers = { authorization: `Bearer ${changed.body.accessToken}` };
    await app.ask('POST', `/panel-members/${member.body.id}/response`, { headers, body: { response: 'accept' } });
    await app.ask('POST', `/panel-members/${member.body.id}/pledge`, { headers, body: { agreed: true } });
    const assigned = await app.ask('POST', `/plans/${plan}/assignments`, {
      as: 'kicox-secretary',
      body: { memberId: member.body.id, stage: 'paper' },
    });
    expect(assigned.status).toBe(201);
  }

  const must = async (as: string, method: string, path: string, body?: object) => {
    const answer = await app.ask(method, path, { as, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 300) throw new Error(`${as} ${path}: ${answer.text}`);
    return answer.body;
  };

  /** A profile, a declaration, and a challenge that the members decided with their reasons. */
  async function panelMarks(plan: string, round: string): Promise<void> {
    const personId = await app.person('evaluator-2021-9');
    const profile = { fields: ['A'], industry: false, qualification: 'doctor', experienceYears: null };
    await must('kicox-secretary', 'PUT', `/candidates/${personId}`, { ...profile, department: marks.department });
    const members = (await must('kicox-secretary', 'GET', `/rounds/${round}/panel-members?limit=200`)).items;
    const idOf = (of: string) => members.find((member: { personId: string }) => member.personId === of).id;
    const planId = (await must('auditor', 'GET', '/plans?limit=200')).items.find(
      (item: { roundId: string; id: string }) => item.roundId === round && item.id !== plan,
    ).id;
    await must('evaluator-2021-9', 'POST', `/panel-members/${idOf(personId)}/declarations`, {
      declarations: [{ planId, kind: 'other', note: marks.declared }],
    });
    const filed = { named: marks.challenged, grounds: '기피 사유 (가상)' };
    const { id } = await must('busan-approver', 'POST', `/plans/${plan}/challenges`, filed);
    const assigned = (await must('kicox-secretary', 'GET', `/rounds/${round}/assignments?planId=${plan}&limit=200`))
      .items;
    const challenged = await app.person('evaluator-2021-8');
    const assignmentId = assigned.find((item: { personId: string }) => item.personId === challenged).id;
    await must('kicox-secretary', 'POST', `/challenges/${id}/putting`, { assignmentId });
    for (const no of [3, 4, 5, 6, 7])
      await must(`evaluator-2021-${no}`, 'POST', `/challenges/${id}/votes`, { uphold: true, reason: marks.ballot });
  }

  /** A request to 부산 that was answered, and one to a ministry that waits. */
  async function requestMarks(round: string): Promise<void> {
    const issue = async (code: string, title: string, text: string) =>
      must('kicox-secretary', 'POST', `/rounds/${round}/requests`, {
        organisationId: await app.organisation(code),
        kind: 'supplement',
        title,
        text,
        dueAt: '2021-05-20T09:00:00.000Z',
      });
    const request = await issue('BUSAN', marks.requestTitle, marks.requestText);
    await must('busan-approver', 'POST', `/requests/${request.id}/answer`, { answer: marks.requestAnswer });
    await issue('MOLIT', marks.ministryRequest, '세부사업을 검토해 주십시오. (가상)');
  }

  /** What one evaluator alone was told, and what a writer keeps in his channels. */
  async function personalMarks(round: string): Promise<void> {
    await insertNotice(app, { personId: await app.person('evaluator-2021-9'), roundId: round, title: marks.inbox });
    const url = `https://hooks.example.com/${marks.webhook}`;
    marks.webhookSecret = (await must('busan-writer', 'POST', '/webhooks', { url })).secret;
    marks.feedToken = (await must('busan-writer', 'POST', '/calendar-feed')).url.split('/').at(-1);
  }

  it('meets marks only where the reader is entitled to them', async () => {
    const readers = readersWith({
      'other writer': 'ulsan-writer',
      'other approver': 'gyeonggi-approver',
      'other consultant': 'consultant-1',
      scorer: 'evaluator-2021-9',
    });
    const { answers, who } = await crawl(app, readers, await everyId(), marks);
    expect(who('draft')).toEqual(['province-approver', 'province-writer']);
    expect(who('comment')).toEqual(['province-approver', 'province-writer']);
    // Those who judge are given a copy without metadata, under a neutral name.
    const unblind = ['auditor', 'consultant', 'ministry-officer', 'ministry-reviewer', 'province-approver'];
    expect(who('fileName')).toEqual([...unblind, 'province-writer', 'secretariat']);
    expect(who('fileContent')).toEqual([...unblind, 'province-writer', 'secretariat']);
    expect(who('filed')).toEqual(
      [
        'auditor',
        'consultant',
        'evaluator',
        'ministry-officer',
        'ministry-reviewer',
        'panel-chair',
        'province-approver',
        'province-writer',
        'scorer',
        'secretariat',
      ].toSorted(),
    );
    expect(who('opinion')).toEqual(
      ['auditor', 'consultant', 'ministry-officer', 'province-approver', 'province-writer', 'secretariat'].toSorted(),
    );
    expect(who('score')).toEqual(['scorer']);
    expect(who('evaluator')).toEqual(['admin', 'auditor', 'ministry-officer', 'secretariat']);
    expect(who('department')).toEqual(['auditor', 'ministry-officer', 'scorer', 'secretariat']);
    expect(who('declared')).toEqual(['auditor', 'ministry-officer', 'scorer', 'secretariat']);
    // Of a challenge its province knows, and the members it was put to; how each voted is for those who run or check the round.
    const inside = ['auditor', 'evaluator', 'ministry-officer', 'panel-chair', 'scorer', 'secretariat'];
    expect(who('challenged')).toEqual([...inside, 'province-approver', 'province-writer'].toSorted());
    expect(who('ballot')).toEqual(['auditor', 'ministry-officer', 'secretariat']);
    const askedBusan = ['auditor', 'ministry-officer', 'province-approver', 'province-writer', 'secretariat'];
    expect(who('requestText')).toEqual(askedBusan);
    expect(who('requestAnswer')).toEqual(askedBusan);
    // The administrator looks after the post, and a title stands in a mail.
    expect(who('requestTitle')).toEqual(['admin', ...askedBusan]);
    expect(who('ministryRequest')).toEqual([
      'admin',
      'auditor',
      'ministry-officer',
      'ministry-reviewer',
      'secretariat',
    ]);
    expect(who('inbox')).toEqual(['admin', 'scorer']);
    expect(who('webhook')).toEqual(['province-writer']);
    expect([...who('webhookSecret'), ...who('feedToken')]).toEqual([]);
    expect(answers).toBeGreaterThan(4_000);
  }, 900_000);

  const list = (path: string, as: string) => idsIn(app, path, as);

  /** Ids of records by the name of their path parameter, as those who see most list them. */
  async function everyId(): Promise<Record<string, string[]>> {
    const roundId = await list('/rounds', 'auditor');
    const planId = await list('/plans', 'auditor');
    const sheetId = (await Promise.all(roundId.map((id) => list(`/rounds/${id}/score-sheets`, 'auditor')))).flat();
    const personId = await list('/people', 'admin');
    const memberId = (await Promise.all(roundId.map((id) => list(`/rounds/${id}/panel-members`, 'auditor')))).flat();
    const requestId = (await Promise.all(roundId.map((id) => list(`/rounds/${id}/requests`, 'auditor')))).flat();
    return {
      roundId,
      planId,
      sheetId: sheetId.slice(0, 30),
      personId: [...personId.slice(-8), await app.person('evaluator-2021-9')],
      memberId: memberId.slice(0, 30),
      organisationId: (await list('/organisations', 'auditor')).slice(0, 3),
      no: ['1', '2', '3', '4'],
      requestId,
      mailId: (await list('/mails', 'admin')).slice(0, 30),
      jobId: (await list('/jobs', 'admin')).slice(0, 3),
      token: ['x'.repeat(43)],
      attachmentId: attached === '' ? [] : [attached],
    };
  }
});
