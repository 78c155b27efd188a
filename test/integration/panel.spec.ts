import { randomUUID } from 'node:crypto';
import { TestApp } from '../support/app.js';
import { Panel, SECRETARY } from '../support/panel.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const PANEL = Array.from({ length: 7 }, (_, index) => `evaluator-2020-${index + 1}`);
const REASON = '시험을 위한 사유입니다. (가상)';
/** Fields and codes of a refusal. */
const findings = (body: { errors?: { field: string; code: string }[] }): string[] =>
  (body.errors ?? []).map(({ field, code }) => `${field} ${code}`);

describeOnBoth('the panel', (dialect) => {
  let app: TestApp;
  let panel: Panel;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    panel = new Panel(app);
    await panel.play.stretch(2020, '평가 시작, 절반 채점');
  }, 120_000);
  afterAll(() => app.close());

  describe('the candidate pool', () => {
    it('takes a profile that carries what it claims, for two years unless told', async () => {
      const refused = await panel.profile('evaluator-2021-1', { qualification: 'master', fields: [] });
      expect([refused.status, ...findings(refused.body)]).toEqual([
        422,
        'experienceYears candidate.experience',
        'fields candidate.no-field',
      ]);
      const far = await panel.profile('evaluator-2021-1', { validUntil: '2030-01-01' });
      expect(findings(far.body)).toEqual(['validUntil candidate.valid-until']);
      const entered = await panel.profile('evaluator-2021-1');
      const { body: clock } = await app.ask('GET', '/rehearsal/clock');
      expect([entered.status, entered.body.version, entered.body.struckAt]).toEqual([200, 1, null]);
      expect(entered.body.validUntil.slice(0, 4)).toBe(String(Number(clock.now.slice(0, 4)) + 2));
      expect((await panel.profile('molit-officer')).body.errors[0].code).toBe('evaluation.role-needed');
    });

    it('changes a profile only against the version that is meant', async () => {
      const change = { industry: true };
      const blind = await panel.profile('evaluator-2021-1', change);
      expect([blind.status, ...findings(blind.body)]).toEqual([400, 'If-Match if-match.required']);
      expect((await panel.profile('evaluator-2021-1', change, { 'if-match': '"7"' })).status).toBe(412);
      const changed = await panel.profile('evaluator-2021-1', change, { 'if-match': '"1"' });
      expect([changed.status, changed.body.version, changed.body.industry]).toEqual([200, 2, true]);
      expect((await panel.profile('evaluator-2021-9', change, { 'if-match': '"1"' })).status).toBe(412);
    });

    it('is found by field, industry and day, by those who run the rounds; a candidate reads his own', async () => {
      await panel.profile('evaluator-2021-2', { fields: ['재원', '도시'] });
      const found = async (query: string) => (await panel.list(SECRETARY, `/candidates?${query}`)).length;
      expect([await found(''), await found('field=도시'), await found('field=도')]).toEqual([2, 1, 0]);
      expect([await found('industry=true'), await found('industry=false')]).toEqual([1, 1]);
      expect([await found('validOn=2021-01-01'), await found('validOn=2031-01-01')]).toEqual([2, 0]);
      const path = `/candidates/${await app.person('evaluator-2021-2')}`;
      const statuses = ['evaluator-2021-2', 'auditor', 'evaluator-2021-1', 'daegu-approver', 'admin'].map(
        async (as) => (await panel.get(as, path)).status,
      );
      expect(await Promise.all(statuses)).toEqual([200, 200, 404, 404, 404]);
    });

    it('given a profile out of date or struck, then nobody is invited on it; without any he may be', async () => {
      await panel.write(`UPDATE "evaluator_profile" SET "validUntil" = '2020-01-01' WHERE "personId" = ?`, [
        await app.person('evaluator-2021-2'),
      ]);
      const late = await panel.invite('evaluator-2021-2');
      expect([late.status, ...findings(late.body)]).toEqual([422, 'validUntil candidate.out-of-date']);
      const strike = `/candidates/${await app.person('evaluator-2021-1')}/strike`;
      const struck = await panel.act(SECRETARY, strike, { ground: 'false-data', reason: REASON });
      expect(struck.strikeReason).toBe(`false-data: ${REASON}`);
      const refused = await panel.invite('evaluator-2021-1');
      expect([refused.status, ...findings(refused.body)]).toEqual([422, 'personId candidate.struck']);
      const back = await panel.profile('evaluator-2021-1', {}, { 'if-match': '"3"' });
      expect([back.status, back.body.code]).toEqual([409, 'candidate.struck']);
      expect((await panel.invite('evaluator-2021-3')).status).toBe(201);
    });
  });

  describe('declarations', () => {
    let member: string;
    beforeAll(async () => {
      member = await panel.seat('evaluator-2021-4', null);
    });
    const path = () => `/panel-members/${member}/declarations`;

    it('are made after the pledge, when the plans are named: by their provinces and no more', async () => {
      const body = { declarations: [{ planId: null, kind: 'none' }] };
      const early = await panel.post('evaluator-2021-4', path(), body);
      expect([early.status, early.body.code]).toEqual([409, 'declaration.pledge-first']);
      expect((await panel.get('evaluator-2021-4', path())).body.plans).toEqual([]);
      const pledge = { agreed: true, declarations: [{ planId: panel.planId('DAEGU'), kind: 'kinship', note: '형' }] };
      await panel.act('evaluator-2021-4', `/panel-members/${member}/pledge`, pledge);
      const { body: shown, text } = await panel.get('evaluator-2021-4', path());
      expect(shown.declarations).toMatchObject([{ planId: panel.planId('DAEGU'), kind: 'kinship', note: '형' }]);
      expect(shown.plans).toHaveLength(11);
      expect(text).not.toContain('혁신');
    });

    it('name plans of the round that were filed; unknown and foreign look alike', async () => {
      const provinceId = await app.organisation('GANGWON');
      const roundId = panel.play.rounds[0]?.id;
      const { body: draft } = await panel.post('gangwon-writer', '/plans', { roundId, provinceId, title: '강원' });
      const asked = [draft?.id ?? randomUUID(), randomUUID()].map(async (planId) => {
        const answer = await panel.post('evaluator-2021-4', path(), { declarations: [{ planId, kind: 'advice' }] });
        return [answer.status, ...findings(answer.body)];
      });
      const [foreign, unknown] = await Promise.all(asked);
      expect(foreign).toEqual([422, 'declarations[0].planId declaration.plan-unknown']);
      expect(unknown).toEqual(foreign);
      const none = { declarations: [{ planId: panel.planId('ULSAN'), kind: 'none' }] };
      const about = await panel.post('evaluator-2021-4', path(), none);
      expect(findings(about.body)).toEqual(['declarations[0].planId declaration.none-with-plan']);
    });

    it('stand between the member and the plan, and nobody puts him on it all the same', async () => {
      const refused = await panel.assign('DAEGU', member);
      expect([refused.status, refused.body.code]).toEqual([409, 'evaluation.conflict']);
      expect(findings(refused.body)).toContain('personId conflict.declared-interest');
      for (const word of ['force', 'override', 'forceShow'])
        expect((await panel.assign('DAEGU', member, { [word]: true })).status).toBe(400);
      const asked = `${panel.plan('DAEGU')}/assignments?force=true&forceShow=1`;
      for (const as of [SECRETARY, 'lh-secretary'])
        expect((await panel.post(as, asked, { memberId: member })).status).toBe(409);
      const grant = { role: 'secretariat', organisationId: await app.organisation('KICOX') };
      const { body: admin } = await panel.post('admin', `/people/${await app.person('admin')}/grants`, grant);
      expect((await panel.post('admin', asked, { memberId: member })).status).toBe(409);
      const held = admin.grants.find(({ role }: { role: string }) => role === 'secretariat');
      await app.ask('DELETE', `/people/${admin.id}/grants/${held.id}`, { as: 'admin' });
    });

    it('end what he evaluates by 회피, with its sheet, in the same moment', async () => {
      expect((await panel.assign('BUSAN', member)).status).toBe(201);
      expect((await panel.get('evaluator-2021-4', panel.plan('BUSAN'))).status).toBe(200);
      const body = { declarations: [{ planId: panel.planId('BUSAN'), kind: 'contract-3y', note: '용역' }] };
      await panel.act('evaluator-2021-4', path(), body);
      expect((await panel.assignment('evaluator-2021-4', 'BUSAN'))?.state).toBe('recused');
      expect(await panel.sheet('evaluator-2021-4', 'BUSAN')).toMatchObject({ state: 'void', note: 'recuse' });
      expect((await panel.get('evaluator-2021-4', panel.plan('BUSAN'))).status).toBe(404);
      const [ended] = await panel.history('AssignmentEnded');
      expect([ended.to, ended.reason]).toEqual(['recused', 'declared: contract-3y']);
      expect((await panel.get('daegu-approver', path())).status).toBe(404);
      expect((await panel.get('evaluator-2020-2', path())).status).toBe(404);
      expect((await panel.get('auditor', path())).body.declarations).toHaveLength(2);
    });
  });

  describe('conflicts', () => {
    const matrix = async (query = '') => (await panel.get('molit-officer', `${panel.round}/conflicts${query}`)).body;
    const between = async (username: string, province: string): Promise<string[]> => {
      const personId = await app.person(username);
      const { conflicts } = await matrix(`?personId=${personId}`);
      return conflicts
        .filter(({ planId }: { planId: string }) => planId === panel.planId(province))
        .map(({ code, kind }: { code: string; kind: string }) => `${code}/${kind}`);
    };

    it('are seen before anybody is assigned, with the rule and where it comes from', async () => {
      const { people, plans, conflicts } = await matrix();
      expect([people.length, plans.length]).toEqual([10, 11]);
      const busan = await app.person('evaluator-busan');
      const found = conflicts.filter(({ personId }: { personId: string }) => personId === busan);
      expect(found).toMatchObject([
        { planId: panel.planId('BUSAN'), code: 'same-province-residence', kind: 'exclusion', assignmentId: null },
      ]);
      expect(found[0].source).toContain('거주지');
      const stranger = await matrix(`?personId=${await app.person('evaluator-2021-1')}`);
      expect(stranger.people).toMatchObject([{ memberId: null, state: null, profileFindings: ['candidate.struck'] }]);
      expect((await panel.get('daegu-approver', `${panel.round}/conflicts`)).status).toBe(403);
    });

    it('given new rules in force, then who is in conflict by them leaves', async () => {
      await app.ask('POST', `/people/${await app.person('consultant-2')}/grants`, {
        as: 'admin',
        body: { role: 'evaluator', organisationId: await app.organisation('KICOX') },
      });
      expect((await panel.profile('consultant-2', { department: '도시공학과' })).status).toBe(200);
      expect((await panel.profile('evaluator-2020-7', { department: '도시 공학과' })).status).toBe(200);
      const institution = '가상 세종 컨설팅연구원 2';
      const colleague = await app.person('evaluator-2020-7');
      await panel.write(`UPDATE "person" SET "institution" = ? WHERE "id" = ?`, [institution, colleague]);
      await settled(app);
      const states = async () => new Set((await panel.assignments('evaluator-2020-7')).map(({ state }) => state));
      expect(await states()).toEqual(new Set(['active']));
      const { body: round } = await panel.get('molit-officer', panel.round);
      const conflictRules = [...round.policy.conflictRules, 'same-department', 'mutual-evaluation'];
      const policy = { ...round.policy, conflictRules };
      await panel.act('molit-officer', `${panel.round}/policy`, { policy, reason: REASON }, 'PUT', round.version);
      for (const as of ['molit-officer', 'motie-officer'])
        await panel.act(as, `${panel.round}/approvals`, { purpose: 'policy', policyVersion: round.policyVersion + 1 });
      await settled(app);
      const consulted = await panel.assignments('evaluator-2020-7');
      expect(new Set(consulted.map(({ state }) => state))).toEqual(new Set(['active', 'excluded']));
      const out = consulted.filter(({ state }) => state === 'excluded').map(({ planId }) => planId);
      expect(out).toContain(panel.planId('GWANGJU'));
      const [ended] = await panel.history('AssignmentEnded');
      expect([ended.actorId, ended.reason]).toEqual([null, expect.stringContaining('same-department')]);
    });

    it('given two sides that would score each other, then the second is kept away', async () => {
      const [daegu, gyeongbuk] = [await app.organisation('DAEGU'), await app.organisation('GYEONGBUK')];
      const [first, second] = [await app.person('evaluator-2020-6'), await app.person('evaluator-2021-5')];
      expect(await between('evaluator-2021-5', 'DAEGU')).toEqual([]);
      await panel.write(`UPDATE "person" SET "organisationId" = ? WHERE "id" = ?`, [gyeongbuk, second]);
      expect(await between('evaluator-2021-5', 'DAEGU')).toEqual([]);
      await panel.write(`UPDATE "person" SET "organisationId" = ? WHERE "id" = ?`, [daegu, first]);
      expect(await between('evaluator-2021-5', 'DAEGU')).toEqual(['mutual-evaluation/exclusion']);
    });

    it('given a conflict that came up since, then his plan is closed to him, and a look at his profile takes it from him', async () => {
      // evaluator-2020-6 now works for 대구, whose plan he has
      const opened = await panel.get('evaluator-2020-6', panel.plan('DAEGU'));
      expect([opened.status, opened.body.code]).toEqual([403, 'evaluation.conflict']);
      expect((await panel.get('evaluator-2020-6', `${panel.plan('DAEGU')}/versions`)).status).toBe(403);
      expect((await panel.get('evaluator-2020-6', panel.plan('ULSAN'))).status).toBe(200);
      const mine = await panel.assignment('evaluator-2020-6', 'DAEGU');
      const seen = (await matrix()).conflicts.filter(
        ({ assignmentId }: { assignmentId: string | null }) => assignmentId === mine?.id,
      );
      expect(seen.map(({ code }: { code: string }) => code)).toEqual(['same-organisation']);
      expect((await panel.profile('evaluator-2020-6')).status).toBe(200);
      expect((await panel.assignment('evaluator-2020-6', 'DAEGU'))?.state).toBe('excluded');
      expect((await panel.assignment('evaluator-2020-6', 'ULSAN'))?.state).toBe('active');
      expect((await panel.get('evaluator-2020-6', panel.plan('DAEGU'))).status).toBe(404);
    });

    it('given a plan of an earlier round, then its consultant evaluates none of the same province', async () => {
      expect(await between('consultant-2', 'GWANGJU')).toContain('consulted-plan/exclusion');
      expect(await between('consultant-3', 'GWANGJU')).not.toContain('consulted-plan/exclusion');
      const { roundId: _of2020, ...earlier } = await earlierPlan();
      await panel.write(
        `INSERT INTO "plan_reader" ("id", "planId", "personId", "capacity", "since", "until") VALUES (?, ?, ?, 'consultant', '2019-01-01T00:00:00.000Z', '2019-06-01T00:00:00.000Z')`,
        [randomUUID(), earlier.id, await app.person('consultant-3')],
      );
      expect(await between('consultant-3', 'GWANGJU')).toContain('consulted-plan/exclusion');
    });

    /** 광주's plan of a round of 2019, as far as a database needs it. */
    async function earlierPlan(): Promise<{ id: string; roundId: string }> {
      const { body: now } = await panel.get('molit-officer', panel.round);
      const body = { year: 2019, title: '2019 (가상)', policy: now.policy };
      const round = await panel.act('molit-officer', '/rounds', body);
      const id = randomUUID();
      await panel.write(
        `INSERT INTO "plan" ("id", "roundId", "provinceId", "state", "draftTitle", "versionNo", "createdBy", "createdAt", "updatedAt", "version")
         SELECT ?, ?, "provinceId", 'not-selected', "draftTitle", 0, "createdBy", "createdAt", "updatedAt", 1 FROM "plan" WHERE "id" = ?`,
        [id, round.id, panel.planId('GWANGJU')],
      );
      return { id, roundId: round.id };
    }
  });

  describe('challenges', () => {
    let real: string;
    let wrong: string;
    const own = async (as: string) => panel.list(as, `${panel.round}/challenges`);
    const duties = async (as: string): Promise<string[]> =>
      (await panel.get(as, '/duties')).body.items.map(({ kind }: { kind: string }) => kind);

    it('are filed in words, and answered the same whether the named person is on the panel or not', async () => {
      const [hit, miss] = [await panel.challenge('ULSAN', '가상 평가위원 5'), await panel.challenge('ULSAN', '홍길동')];
      expect([hit.status, miss.status]).toEqual([201, 201]);
      [real, wrong] = [hit.body.id, miss.body.id];
      const bare = { id: '', named: '', filedAt: '' };
      expect({ ...hit.body, ...bare }).toEqual({ ...miss.body, ...bare });
      expect(Object.keys(hit.headers).sort()).toEqual(Object.keys(miss.headers).sort());
      const again = await panel.challenge('ULSAN', ' 홍길동 ');
      expect([again.status, again.body.code]).toEqual([409, 'challenge.filed-already']);
      const body = { named: '홍길동', grounds: REASON };
      expect((await panel.post('ulsan-writer', `${panel.plan('ULSAN')}/challenges`, body)).status).toBe(403);
      expect((await panel.post('daegu-approver', `${panel.plan('ULSAN')}/challenges`, body)).status).toBe(404);
      expect((await panel.post(SECRETARY, `${panel.plan('DAEGU')}/challenges`, body)).status).toBe(201);
      expect(await own('evaluator-2020-1')).toEqual([]);
    });

    it('wait for the secretariat, which finds whom they mean on that plan, or dismisses them', async () => {
      expect((await duties(SECRETARY)).filter((kind) => kind === 'put-challenge')).toHaveLength(3);
      const before = await own('ulsan-approver');
      const elsewhere = await panel.assignment('evaluator-2020-5', 'BUSAN');
      const refused = await panel.post(SECRETARY, `/challenges/${real}/putting`, { assignmentId: elsewhere?.id });
      expect([refused.status, ...findings(refused.body)]).toEqual([422, 'assignmentId challenge.assignment-unknown']);
      const put = await panel.put(real, 'evaluator-2020-5', 'ULSAN');
      expect([put.state, put.voting]).toEqual([
        'put-to-members',
        { needed: 5, cast: 0, uphold: null, against: null, own: null },
      ]);
      await panel.act(SECRETARY, `/challenges/${wrong}/dismissal`, { reason: '평가위원이 아님' });
      const late = await panel.post(SECRETARY, `/challenges/${real}/dismissal`, { reason: REASON });
      expect([late.status, late.body.code]).toEqual([409, 'challenge.not-now']);
      expect(await own('ulsan-approver')).toEqual(before);
      expect(await own('daegu-writer')).toHaveLength(1);
    });

    it('are voted on by the remaining members, each once; the challenged one and everybody else are kept out', async () => {
      expect(await own('evaluator-2020-5')).toEqual([]);
      expect((await panel.vote('evaluator-2020-5', real, false)).status).toBe(404);
      for (const as of [SECRETARY, 'molit-officer', 'ulsan-approver'])
        expect([as, (await panel.vote(as, real, true)).status]).toEqual([as, 403]);
      expect((await panel.vote('admin', real, true)).status).toBe(404);
      expect(await duties('evaluator-2020-2')).toContain('vote-on-challenge');
      expect(await duties('evaluator-2020-5')).not.toContain('vote-on-challenge');
      const voted = await panel.vote('evaluator-2020-2', real, true);
      expect([voted.status, voted.body.voting]).toEqual([
        201,
        { needed: 5, cast: 1, uphold: null, against: null, own: true },
      ]);
      expect([voted.body.ballots, voted.body.assignmentId]).toEqual([null, null]);
      expect(await duties('evaluator-2020-2')).not.toContain('vote-on-challenge');
      const twice = await panel.vote('evaluator-2020-2', real, false);
      expect([twice.status, twice.body.code]).toEqual([409, 'challenge.voted-already']);
    });

    it('given two votes at the same moment of which either decides, then it is decided once', async () => {
      for (const as of ['evaluator-2020-1', 'evaluator-2020-3', 'evaluator-2020-4'])
        expect((await panel.vote(as, real, true)).body.state).toBe('put-to-members');
      const votes = await Promise.all(['evaluator-2020-6', 'evaluator-2020-7'].map((as) => panel.vote(as, real, true)));
      expect(votes.map(({ status }) => status).sort()).toEqual([201, 409]);
      const decided = (await panel.history('ChallengeDecided')).filter(
        ({ subject }: { subject: { id: string } }) => subject.id === real,
      );
      expect(decided).toHaveLength(1);
      const gone = await panel.assignment('evaluator-2020-5', 'ULSAN');
      expect(gone?.state).toBe('challenged');
      const ended = await panel.list('auditor', `/history?subjectId=${gone?.id}&type=AssignmentEnded`);
      expect(ended).toHaveLength(1);
      expect(await panel.sheet('evaluator-2020-5', 'ULSAN')).toMatchObject({ state: 'void' });
      const shown = (await own('auditor')).find(({ id }: { id: string }) => id === real);
      expect([shown.state, shown.ballots.length, shown.voting.uphold]).toEqual(['upheld', 5, 5]);
      expect(await own('evaluator-2020-5')).toMatchObject([{ id: real, state: 'upheld', voting: null, ballots: null }]);
      expect((await panel.assign('ULSAN', await panel.memberId('evaluator-2020-5'))).body.code).toBe(
        'evaluation.assigned-already',
      );
      const substitute = await panel.memberId('evaluator-busan');
      expect((await panel.assign('ULSAN', substitute)).status).toBe(201);
    });

    it('lapse when the challenged member leaves by another way', async () => {
      const { body: filed } = await panel.challenge('GYEONGNAM', '가상 평가위원 4');
      await panel.put(filed.id, 'evaluator-2020-4', 'GYEONGNAM');
      const mine = await panel.assignment('evaluator-2020-4', 'GYEONGNAM');
      await panel.act('evaluator-2020-4', `/assignments/${mine?.id}/ending`, { action: 'recuse', reason: REASON });
      const shown = (await own('auditor')).find(({ id }: { id: string }) => id === filed.id);
      expect(shown.state).toBe('dismissed');
      expect((await panel.vote('evaluator-2020-2', filed.id, true)).body.code).toBe('challenge.not-now');
    });

    it('tell a province nothing of the panel, wherever it looks', async () => {
      const ids = await Promise.all([...PANEL, 'evaluator-busan', 'evaluator-2021-4'].map((name) => app.person(name)));
      const members = await panel.list(SECRETARY, `${panel.round}/panel-members`);
      const assignments = await panel.list(SECRETARY, `${panel.round}/assignments`);
      const secrets = [
        ...ids,
        ...members.map(({ id }: { id: string }) => id),
        ...assignments.flatMap(({ id, alias }: { id: string; alias: string }) => [id, `"${alias}"`]),
      ];
      const { body: document } = await app.ask('GET', '//openapi.json');
      const met: string[] = [];
      for (const [path, { get }] of Object.entries(document.paths as Record<string, { get?: object }>)) {
        if (get === undefined || /\{(?!roundId|planId|personId|memberId)/.test(path)) continue;
        const url = path
          .replace('{roundId}', String(panel.play.rounds[0]?.id))
          .replace('{planId}', panel.planId('ULSAN'))
          .replace('{personId}', String(ids[1]))
          .replace('{memberId}', String(members[0].id));
        for (const as of ['ulsan-approver', 'ulsan-writer', 'daegu-approver']) {
          const { text, status } = await panel.get(as, `/${url}`);
          if (status < 300 && secrets.some((secret) => text.includes(secret))) met.push(`${as} ${path}`);
        }
      }
      expect(met).toEqual([]);
      expect((await own('ulsan-approver')).map(({ state }: { state: string }) => state)).toEqual(['filed', 'filed']);
    }, 60_000);
  });

  describe('while they score', () => {
    it('given a declaration while the sheet is handed in, then the sheet is void and in no ranking', async () => {
      await panel.play.rounds[0]?.advance(SECRETARY, 'start-evaluation');
      const member = await panel.memberId('evaluator-2020-2');
      for (const province of ['BUSAN', 'DAEGU', 'GYEONGBUK', 'GWANGJU']) {
        const sheet = await panel.fill('evaluator-2020-2', province);
        const declarations = [{ planId: panel.planId(province), kind: 'advice' }];
        const [submitted, declared] = await Promise.all([
          panel.post('evaluator-2020-2', `/score-sheets/${sheet.id}/submission`),
          panel.post('evaluator-2020-2', `/panel-members/${member}/declarations`, { declarations }),
        ]);
        expect(declared.status).toBe(201);
        expect([200, 409]).toContain(submitted.status);
        expect(await panel.sheet('evaluator-2020-2', province)).toMatchObject({ state: 'void' });
        expect((await panel.assignment('evaluator-2020-2', province))?.state).toBe('recused');
      }
      await settled(app);
      const { body: progress } = await panel.get(SECRETARY, `${panel.round}/score-progress`);
      expect([progress.pending, progress.sheets.submitted ?? 0]).toEqual([false, 0]);
    }, 60_000);

    it('given a member who is dismissed, then everything he had is taken from him, and the vote goes on without him', async () => {
      const { body: filed } = await panel.challenge('BUSAN', '가상 평가위원 3');
      await panel.put(filed.id, 'evaluator-2020-3', 'BUSAN');
      for (const as of ['evaluator-2020-1', 'evaluator-2020-2', 'evaluator-2020-4', 'evaluator-2020-5'])
        expect((await panel.vote(as, filed.id, true)).body.state).toBe('put-to-members');
      const member = await panel.memberId('evaluator-2020-7');
      const path = `/panel-members/${member}/dismissal`;
      expect((await panel.post('evaluator-2020-7', path, { reason: REASON })).status).toBe(403);
      expect((await panel.post('molit-officer', path, { reason: REASON })).status).toBe(403);
      for (const username of ['evaluator-2020-7', 'evaluator-2020-6'])
        await panel.act(SECRETARY, `/panel-members/${await panel.memberId(username)}/dismissal`, { reason: REASON });
      const states = (await panel.assignments('evaluator-2020-7')).map(({ state }) => state);
      expect(new Set(states)).toEqual(new Set(['excluded']));
      const again = await panel.post(SECRETARY, path, { reason: REASON });
      expect([again.status, again.body.code]).toEqual([409, 'evaluation.member-not-now']);
      expect((await panel.assign('JEONBUK', member)).body.code).toBe('evaluation.pledge-first');
      const shown = (await panel.list('auditor', `${panel.round}/challenges`)).find(
        ({ id }: { id: string }) => id === filed.id,
      );
      expect([shown.state, shown.voting.needed]).toEqual(['upheld', 4]);
      expect((await panel.assignment('evaluator-2020-3', 'BUSAN'))?.state).toBe('challenged');
    });

    it('given somebody struck from the pool, then he leaves every plan and gets no other', async () => {
      await panel.profile('evaluator-2020-1');
      const strike = `/candidates/${await app.person('evaluator-2020-1')}/strike`;
      await panel.act(SECRETARY, strike, { ground: 'failed-to-recuse', reason: REASON });
      const states = (await panel.assignments('evaluator-2020-1')).map(({ state }) => state);
      expect(new Set(states)).toEqual(new Set(['excluded']));
    });

    it('takes a stage the policy has, and no other', async () => {
      const member = await panel.memberId('evaluator-2021-4');
      const refused = await panel.assign('ULSAN', member, { stage: 'site' });
      expect([refused.status, ...findings(refused.body)]).toEqual([422, 'stage evaluation.stage-unknown']);
      const assigned = await panel.assign('ULSAN', member, { stage: 'main' });
      expect([assigned.status, assigned.body.stage]).toEqual([201, 'main']);
    });
  });
});
