import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inputFindings, rankRound } from '@daegaejo/evaluation/rules';
import { JobRunner, rowsOf, sha256 } from '@daegaejo/platform';
import { canonicalJson, formatScore } from '@daegaejo/platform/rules';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const PANEL = Array.from({ length: 7 }, (_, index) => `evaluator-2020-${index + 1}`);
const CHAIR = 'evaluator-2020-1';
const RUN = { pollMs: 50, batch: 50 };

interface Sheet {
  readonly id: string;
  readonly planId: string;
  readonly assignmentId: string;
  readonly version: number;
  readonly allowed: readonly string[];
  readonly marks: readonly { readonly criterion: string; readonly mark: string }[] | null;
}

describeOnBoth('the ranking, computed behind the scenes', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let criteria: { code: string; max: string }[];
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '평가 시작, 절반 채점');
    const { body } = await app.ask('GET', roundPath());
    criteria = body.policy.criteria;
    await play.rounds[0]?.advance('kicox-secretary', 'start-evaluation');
    await Promise.all(PANEL.map(saveAll));
    await settled(app);
  }, 120_000);
  afterAll(() => app.close());

  const roundPath = () => `/rounds/${play.rounds[0]?.id}`;
  const runner = () => app.app.get(JobRunner);
  const rows = <T>(statement: string) => rowsOf<T>(app.database.store.reader, dialect, statement);
  const count = async (statement: string) => Number((await rows<{ n: number | string }>(statement))[0]?.n);
  const versions = () =>
    rows<{ no: number; inputs: string; inputsHash: string; result: unknown }>(
      'SELECT "no", "inputs", "inputsHash", "result" FROM "score_aggregate" ORDER BY "no"',
    );
  const progress = async (as = CHAIR) => (await app.ask('GET', `${roundPath()}/score-progress`, { as })).body;
  const ranking = (as = CHAIR) => app.ask('GET', `${roundPath()}/ranking`, { as });
  const lock = () => app.ask('POST', `${roundPath()}/panel-lock`, { as: CHAIR });
  const sheetsOf = async (as: string): Promise<Sheet[]> => {
    const { body } = await app.ask('GET', `${roundPath()}/score-sheets?limit=200`, { as });
    return body.items;
  };
  const own = async (as: string): Promise<Sheet[]> => (await sheetsOf(as)).filter(({ allowed }) => allowed.length > 0);
  const submit = (as: string, sheet: Sheet) => app.ask('POST', `/score-sheets/${sheet.id}/submission`, { as });

  /** Saves all sheets of one evaluator, with marks to the hundredth so that no total is met by chance. */
  async function saveAll(as: string): Promise<void> {
    for (const sheet of await own(as)) {
      const marks = criteria.map(({ code, max }) => ({
        criterion: code,
        mark: formatScore(randomInt(Math.round(Number(max) * 60), Math.round(Number(max) * 99))),
      }));
      const saved = await app.ask('PUT', `/score-sheets/${sheet.id}`, {
        as,
        headers: { 'if-match': `"${sheet.version}"` },
        body: { marks },
      });
      expect(saved.status).toBe(200);
    }
  }

  /** Has the chair give a sheet back and its evaluator hand it in again: the ranking is behind by two changes. */
  async function stir(as: string): Promise<void> {
    const [sheet] = (await sheetsOf(as)) as [Sheet];
    await giveBack(sheet.id);
    expect((await submit(as, sheet)).status).toBe(200);
  }

  async function giveBack(sheetId: string): Promise<void> {
    const body = { ground: 'omission', note: '의견이 빠졌습니다.' };
    expect((await app.ask('POST', `/score-sheets/${sheetId}/return`, { as: CHAIR, body })).status).toBe(200);
  }

  /** Everything that waits is handed in, and the ranking has caught up. */
  async function submitAll(): Promise<void> {
    for (const as of PANEL) for (const sheet of await own(as)) await submit(as, sheet);
    await settled(app);
    expect(await progress()).toMatchObject({ sheets: { submitted: 77 }, pending: false });
  }

  it('given a burst of submissions, then far fewer computations follow, and the last includes them all', async () => {
    const jobs = () => count(`SELECT COUNT(*) AS "n" FROM "outbox_job" WHERE "name" = 'aggregate-scores'`);
    const before = await jobs();
    const waiting = (
      await Promise.all(PANEL.map(async (as) => (await own(as)).map((sheet) => ({ as, sheet }))))
    ).flat();
    expect(waiting).toHaveLength(77);
    const answers = await Promise.all(waiting.map(({ as, sheet }) => submit(as, sheet)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await settled(app);
    const computed = (await jobs()) - before;
    console.log(`${dialect}: ${waiting.length} submissions, ${computed} computations`);
    expect(computed).toBeGreaterThan(0);
    expect(computed).toBeLessThan(waiting.length / 3);
    expect(await progress()).toMatchObject({ sheets: { submitted: 77 }, pending: false, rankable: true, blocked: [] });
    const { revision, aggregated } = await progress();
    expect([revision, aggregated]).toEqual([77, 77]);
  }, 60_000);

  it('keeps the inputs it was computed from: the same rules over them give the same ranking and the same hash', async () => {
    const { policy } = (await app.ask('GET', roundPath())).body;
    const [newest] = (await versions()).toReversed();
    const text = String(newest?.inputs);
    const result = (typeof newest?.result === 'string' ? JSON.parse(newest.result) : newest?.result) as {
      rules: Parameters<typeof rankRound>[0]['policy'];
      plans: { planId: string; rank: number }[];
    };
    expect(newest?.inputsHash).toBe(sha256(`${canonicalJson(result.rules)}\n${text}`));
    expect(result.rules.criteria.map(({ code }) => code)).toEqual(
      policy.criteria.map(({ code }: { code: string }) => code),
    );
    const stored: { planId: string; label: string; bonuses: []; sheets: [string, ...number[]][] }[] = JSON.parse(text);
    const input = {
      policy: result.rules,
      plans: stored.map(({ sheets, ...plan }) => ({
        ...plan,
        sheets: sheets.map(([evaluator, ...marks]) => ({
          evaluator,
          marks: marks.map((mark, index) => ({ criterion: String(result.rules.criteria[index]?.code), mark })),
        })),
      })),
    };
    expect(inputFindings(input)).toEqual([]);
    expect(JSON.parse(JSON.stringify(rankRound(input)))).toMatchObject(JSON.parse(JSON.stringify(result)));
    expect(stored.map(({ sheets }) => sheets.length)).toEqual(Array.from({ length: 11 }, () => 7));
  });

  it('given a panel that is not locked, then nobody reads a ranking or a score of somebody else anywhere', async () => {
    const [newest] = (await versions()).toReversed();
    const result = typeof newest?.result === 'string' ? JSON.parse(newest.result) : newest?.result;
    const secrets = (result as { plans: { final: number; base: number }[] }).plans.flatMap(({ final, base }) => [
      `"${formatScore(final)}"`,
      `"${formatScore(base)}"`,
    ]);
    const { body: document } = await app.ask('GET', '//openapi.json');
    const paths = Object.entries(document.paths as Record<string, { get?: object }>).flatMap(([path, { get }]) =>
      get === undefined || /\{(?!roundId|planId)/.test(path) ? [] : [path],
    );
    const others = [undefined, 'daegu-writer', 'daegu-approver', 'consultant-1', 'molit-reviewer', 'admin'];
    const readers = others.concat([
      CHAIR,
      'evaluator-2020-2',
      'kicox-secretary',
      'molit-officer',
      'molit-cochair',
      'auditor',
    ]);
    const met: string[] = [];
    for (const as of readers)
      for (const path of paths) {
        const plan = String(play.rounds[0]?.plan('DAEGU').id);
        const url = path.replace('{roundId}', String(play.rounds[0]?.id)).replace('{planId}', plan);
        const { text } = await app.ask('GET', `/${url}`, as === undefined ? {} : { as });
        if (secrets.some((secret) => text.includes(secret))) met.push(`${as} ${path}`);
      }
    expect(met).toEqual([]);
    for (const as of [CHAIR, 'kicox-secretary', 'molit-officer', 'molit-cochair', 'auditor'])
      expect((await ranking(as)).body).toMatchObject({ status: 409, code: 'evaluation.not-locked', allowed: [] });
    for (const sheet of await sheetsOf('auditor')) expect(sheet.marks).toBeNull();
  }, 60_000);

  it('shows how far it is to the chair of the panel only, whatever else a chair of another panel may be', async () => {
    const stranger = 'evaluator-2021-1';
    const ask = (path: string) => app.ask('GET', `${roundPath()}${path}`, { as: stranger });
    expect((await ask('/score-progress')).status).toBe(403);
    const grant = { role: 'consultant', organisationId: await app.organisation('KICOX') };
    const granted = await app.ask('POST', `/people/${await app.person(stranger)}/grants`, { as: 'admin', body: grant });
    expect(granted.status).toBe(201);
    for (const path of ['/score-progress', '/ranking']) expect([path, (await ask(path)).status]).toEqual([path, 403]);
  });

  it('given a computation under way, then the lock waits for it, and decides on what is there then', async () => {
    await runner().stop();
    await stir('evaluator-2020-3');
    expect(await progress()).toMatchObject({ pending: true });
    const locking = lock();
    expect(await Promise.race([locking, sleep(400, 'waits')])).toBe('waits');
    await stir('evaluator-2020-4');
    await giveBack(String((await sheetsOf('evaluator-2020-4'))[0]?.id)); // while it waits
    expect((await app.ask('GET', roundPath())).body.state).toBe('evaluating');
    runner().start(RUN);
    const refused = await locking;
    expect([refused.status, refused.body.code]).toEqual([409, 'evaluation.sheets-missing']);
    await submitAll();
  }, 30_000);

  it('given a sheet given back in the very moment of the lock, then the panel is not locked without it', async () => {
    const [sheet] = (await sheetsOf('evaluator-2020-6')) as [Sheet];
    let locking: ReturnType<typeof lock> | undefined;
    // What giving back does, and its transaction stays open while the lock is on its way.
    await app.database.store.write(async ({ manager }) => {
      await manager.query(`UPDATE "score_sheet" SET "state" = 'returned' WHERE "id" = '${sheet.id}'`);
      await manager.query('UPDATE "score_progress" SET "revision" = "revision" + 1');
      locking = lock();
      await sleep(400);
    });
    const refused = await locking;
    expect([refused?.status, refused?.body.code]).toEqual([409, 'evaluation.sheets-missing']);
    expect(await count(`SELECT COUNT(*) AS "n" FROM "score_sheet" WHERE "state" = 'locked'`)).toBe(0);
    await submitAll();
  }, 30_000);

  it('given a computation that does not come, then the lock is refused with 503 and when to try again, and nothing is changed', async () => {
    await runner().stop();
    await stir('evaluator-2020-5');
    const state = async () => ({
      round: (await app.ask('GET', roundPath(), { as: 'auditor' })).text,
      sheets: await rows('SELECT "id", "state", "version" FROM "score_sheet" ORDER BY "id"'),
      progress: await rows('SELECT * FROM "score_progress"'),
      versions: (await versions()).map(({ no, inputsHash }) => [no, inputsHash]),
      history: await count('SELECT COUNT(*) AS "n" FROM "history_entry"'),
    });
    const before = await state();
    const refused = await lock();
    expect([refused.status, refused.body.code]).toEqual([503, 'evaluation.aggregate-pending']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body.detail).toMatch(/[가-힣]/);
    expect(await state()).toEqual(before);
    const others = await app.ask('POST', `${roundPath()}/panel-lock`, { as: 'evaluator-2020-2' });
    expect(others.status).toBe(403); // at once: who may not lock is not made to wait
    runner().start(RUN);
    const locked = await lock();
    expect(locked.status).toBe(200);
    const shown = (await ranking()).body;
    expect([locked.body.no, locked.body.inputsHash]).toEqual([shown.no, shown.inputsHash]);
    expect(shown.pending).toBe(false);
    expect((await versions()).at(-1)).toMatchObject({ no: shown.no, inputsHash: shown.inputsHash });
    const { body: history } = await app.ask('GET', '/history?type=RoundMoved&limit=1', { as: 'auditor' });
    expect(history.items[0]).toMatchObject({ to: 'scores-locked', contentHash: shown.inputsHash });
    for (const sheet of await sheetsOf('auditor')) expect(sheet.marks).not.toBeNull();
  }, 60_000);

  it('given a recusal after the lock, then the ranking says it is behind until a new version is there, and the old one stays', async () => {
    const { body: old } = await ranking();
    const stored = await versions();
    await runner().stop();
    const [sheet] = (await sheetsOf('evaluator-2020-7')) as [Sheet];
    const ended = await app.ask('POST', `/assignments/${sheet.assignmentId}/ending`, {
      as: 'evaluator-2020-7',
      body: { action: 'recuse', reason: '이해관계를 뒤늦게 알았습니다. (가상)' },
    });
    expect(ended.status).toBe(200);
    expect((await ranking()).body).toEqual({ ...old, pending: true });
    const held = await app.ask('POST', `${roundPath()}/transitions`, {
      as: 'kicox-secretary',
      body: { action: 'open-deliberation' },
    });
    expect([held.status, held.body.errors?.[0]?.code]).toEqual([409, 'evaluation.aggregate-pending']);
    runner().start(RUN);
    await settled(app);
    const { body: fresh } = await ranking();
    expect(fresh).toMatchObject({ no: old.no + 1, pending: false });
    expect(fresh.inputsHash).not.toBe(old.inputsHash);
    const sheets = (view: { plans: { planId: string; sheets: number }[] }) =>
      view.plans.find(({ planId }) => planId === sheet.planId)?.sheets;
    expect([sheets(old), sheets(fresh)]).toEqual([7, 6]);
    expect((await versions()).slice(0, -1)).toEqual(stored);
    await expect(
      app.database.store.write(({ manager }) => manager.query(`UPDATE "score_aggregate" SET "inputsHash" = 'x'`)),
    ).rejects.toThrow();
    await expect(
      app.database.store.write(({ manager }) => manager.query('DELETE FROM "score_aggregate"')),
    ).rejects.toThrow();
  }, 30_000);
});
