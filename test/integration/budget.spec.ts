import { randomUUID } from 'node:crypto';
import { policyOf, RoundEntity } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { insertInto } from '../access/records.js';
import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

interface Cell {
  readonly subProject: string;
  readonly ministry: string;
  readonly year: number;
  readonly source: string;
  readonly planned: string;
  readonly enacted: string;
  readonly granted: string;
  readonly executed: string;
}

const EOK = 100_000_000n;

describeOnBoth('the three-year budget', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let watch: DutyWatch;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    await play.stretch(2020, '2022년 예산 요구');
  }, 180_000);
  afterAll(() => app.close());

  const { act } = speakingTo(() => app);
  const round = () => `/rounds/${play.rounds[0]?.id}`;
  const planId = (province: string) => String(play.rounds[0]?.plan(province).id);
  const plan = (province: string) => `/plans/${planId(province)}`;
  const send = async (as: string, method: string, path: string, body: object) => {
    const { status, body: answer } = await app.ask(method, path, { as, body });
    const error = answer.errors?.[0];
    return { status, code: error?.code ?? answer.code, field: error?.field, answer };
  };
  const refusal = async (as: string, method: string, path: string, body: object) => {
    const { status, code, field } = await send(as, method, path, body);
    return [status, code, field];
  };
  const move = (year: number, stage: string, action = 'open', as = 'kicox-secretary') =>
    send(as, 'POST', `${round()}/budget-stages`, { year, stage, action });
  const cellsOf = async (province: string, year: number): Promise<Cell[]> =>
    (await act('auditor', 'GET', `${plan(province)}/budget`)).cells.filter(
      (cell: Cell) => cell.year === year && cell.source === 'national' && cell.planned !== '0',
    );
  const asked = (cells: readonly Cell[], amount: string) =>
    cells.map(({ subProject }) => ({ subProject, source: 'national', amount, reason: '시험 (가상)' }));

  it('given the first year as reported, comes to 2,562억원, by ministry and source to the won, with 전남’s 25 unfunded', async () => {
    const budget = await act('auditor', 'GET', `${round()}/budget`);
    const national = budget.nationalByYear.find(({ key }: { key: string }) => key === '2021');
    expect(national.enacted).toBe(String(2562n * EOK));
    const sum = (rows: { enacted: string }[]) => String(rows.reduce((all, row) => all + BigInt(row.enacted), 0n));
    expect(sum(budget.byMinistry)).toBe(budget.total.enacted);
    expect(sum(budget.bySource)).toBe(budget.total.enacted);
    expect(sum(budget.rows)).toBe(budget.total.enacted);
    const { items } = await act('auditor', 'GET', `${round()}/budget/sub-projects?year=2021&status=not-funded`);
    expect(items.filter((item: { province: string }) => item.province === 'JEONNAM')).toHaveLength(25);
  });

  it('shows a province its own plan, a reviewer his ministry, and others nothing', async () => {
    const own = await act('jeonnam-writer', 'GET', `${round()}/budget`);
    expect(own.byProvince.map(({ key }: { key: string }) => key)).toEqual(['JEONNAM']);
    const ministry = await act('moel-reviewer', 'GET', `${round()}/budget`);
    expect(ministry.byMinistry.map(({ key }: { key: string }) => key)).toEqual(['MOEL']);
    expect((await app.ask('GET', `${plan('JEONNAM')}/budget`, { as: 'daegu-writer' })).status).toBe(404);
    expect((await app.ask('GET', `${round()}/budget`)).status).toBe(401);
    const sheet = await app.ask('GET', `${round()}/budget.xlsx`, { as: 'auditor' });
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('reminds each region of the request by 30 April, until it has made one', async () => {
    const open = async () => (await watch.open()).filter(({ kind }) => kind === 'request-budget');
    const first = await open();
    expect(first).toHaveLength(5);
    expect(await watch.inWords(first[0] as never)).toContain('by 2021. 5. 1. 00:00');
    const cells = asked((await cellsOf('DAEGU', 2022)).slice(0, 2), '1000');
    expect(await refusal('daegu-approver', 'PUT', `${plan('DAEGU')}/budget/2022/requested`, { cells })).toEqual([
      409,
      'budget.stage.closed',
      undefined,
    ]);
    expect((await move(2022, 'requested')).status).toBe(201);
    await act('daegu-approver', 'PUT', `${plan('DAEGU')}/budget/2022/requested`, { cells });
    expect(await open()).toHaveLength(4);
  });

  it('names every wrong cell by its field, and takes none of them', async () => {
    const [first, second] = await cellsOf('DAEGU', 2022);
    const path = `${plan('DAEGU')}/budget/2022/requested`;
    const cell = { subProject: first?.subProject, source: 'national', amount: '1000' };
    const wrong = async (...cells: object[]) => (await send('daegu-approver', 'PUT', path, { cells })).answer.errors;
    expect(await wrong({ ...cell, amount: '1000.5' })).toMatchObject([{ field: 'cells[0].amount', code: 'field.won' }]);
    expect(
      (await wrong(cell, cell, { ...cell, subProject: 'nowhere' }, { ...cell, source: 'province', amount: '0' })).map(
        ({ field, code }: { field: string; code: string }) => [field, code],
      ),
    ).toEqual([
      ['cells[1]', 'budget.cell.twice'],
      ['cells[2].subProject', 'budget.sub-project.unknown'],
      ['cells[3].amount', 'funding.amount.range'],
    ]);
    expect(await refusal('daegu-approver', 'PUT', `${plan('DAEGU')}/budget/2020/requested`, { cells: [cell] })).toEqual(
      [422, 'funding.year.unknown', 'year'],
    );
    expect(await refusal('daegu-approver', 'PUT', `${plan('DAEGU')}/budget/2022/enacted`, { cells: [cell] })).toEqual([
      403,
      'budget.stage.not-yours',
      undefined,
    ]);
    expect(await refusal('motie-officer', 'PUT', `${plan('DAEGU')}/budget/2022/granted`, { cells: [cell] })).toEqual([
      409,
      'budget.stage.by-payments',
      undefined,
    ]);
    const now = (await cellsOf('DAEGU', 2022)).filter((of) => (of as never as { requested: string }).requested !== '0');
    expect(now.map(({ subProject }) => subProject).sort()).toEqual([first?.subProject, second?.subProject].sort());
  });

  it('says which stages are open when one is closed', async () => {
    expect((await move(2022, 'requested', 'close')).status).toBe(201);
    expect((await move(2022, 'requested', 'close')).code).toBe('budget.stage.as-it-is');
    const cells = asked((await cellsOf('DAEGU', 2022)).slice(0, 1), '1');
    const { status, code, answer } = await send('daegu-approver', 'PUT', `${plan('DAEGU')}/budget/2022/requested`, {
      cells,
    });
    expect([status, code]).toEqual([409, 'budget.stage.closed']);
    expect(answer.allowed).toEqual(['2021/requested', '2021/government-draft', '2021/enacted']);
  });

  it('never lets 20 at once pass a ceiling', async () => {
    await move(2022, 'enacted');
    const all = (await Promise.all(['JEONNAM', 'DAEGU', 'GYEONGBUK'].map((province) => cellsOf(province, 2022)))).map(
      (cells) => cells.filter(({ ministry }) => ministry === 'MOTIE').slice(0, 7),
    );
    const asks = all.flatMap((cells, at) =>
      cells.map((cell) => ({ cell, province: ['JEONNAM', 'DAEGU', 'GYEONGBUK'][at] ?? '' })),
    );
    expect(asks.length).toBeGreaterThanOrEqual(20);
    const amount = 100n * EOK;
    const ceiling = { ministry: 'MOTIE', year: 2022, amount: String(amount * 7n + 1n) };
    await act('motie-officer', 'PUT', `${round()}/budget-ceilings`, ceiling);
    const answers = await Promise.all(
      asks.slice(0, 20).map(({ cell, province }) =>
        send('motie-officer', 'PUT', `${plan(province)}/budget/2022/enacted`, {
          cells: asked([cell], String(amount)),
          partial: true,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(7);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(
      new Set(['budget.ceiling.over']),
    );
    const { items } = await act('auditor', 'GET', `${round()}/budget-ceilings`);
    expect(items).toMatchObject([{ ministry: 'MOTIE', year: 2022, used: String(amount * 7n), left: '1' }]);
    const lines = (await act('auditor', 'GET', `${round()}/budget`)).rows.find(
      (row: { year: number; ministry: string; source: string }) =>
        row.year === 2022 && row.ministry === 'MOTIE' && row.source === 'national',
    );
    expect(lines.enacted).toBe(String(amount * 7n));
    expect(
      await refusal('motie-officer', 'PUT', `${round()}/budget-ceilings`, {
        ...ceiling,
        amount: String(amount * 7n - 1n),
      }),
    ).toEqual([422, 'budget.ceiling.below-used', 'amount']);
    await act('motie-officer', 'PUT', `${round()}/budget-ceilings`, { ...ceiling, amount: String(amount * 8n) });
  });

  it('lets a reviewer write what is his ministry’s, and gives back what he takes away', async () => {
    const path = `${round()}/budget/2022/enacted`;
    const foreign = (await cellsOf('DAEGU', 2022)).find(({ ministry }) => ministry !== 'MOTIE');
    const cells = asked([foreign as Cell], '5').map((cell) => ({ ...cell, planId: planId('DAEGU') }));
    expect(await refusal('motie-reviewer', 'PUT', path, { ministry: 'MOTIE', cells })).toEqual([
      422,
      'budget.ministry.other',
      'cells[0].subProject',
    ]);
    expect((await send('motie-reviewer', 'PUT', path, { cells: [] })).status).toBe(403);
    expect((await send('motie-reviewer', 'PUT', path, { ministry: 'MOTIE', cells: [] })).status).toBe(200);
    const { items } = await act('auditor', 'GET', `${round()}/budget-ceilings`);
    expect(items).toMatchObject([{ used: '0' }]);
  });

  it('lets a ministry set anew what was set while the sub-project belonged to another one', async () => {
    await move(2023, 'enacted');
    const own = (await cellsOf('DAEGU', 2023)).find(({ ministry }) => ministry === 'MOTIE') as Cell;
    const set = (amount: string) => {
      const cells = asked([own], amount).map((cell) => ({ ...cell, planId: planId('DAEGU') }));
      return send('motie-reviewer', 'PUT', `${round()}/budget/2023/enacted`, { ministry: 'MOTIE', cells });
    };
    expect((await set('5')).status).toBe(200);
    const other = await app.organisation('MOEL');
    await app.database.store.write(({ manager }) =>
      manager.query(`UPDATE "budget_line" SET "ministryId" = '${other}' WHERE "year" = 2023 AND "stage" = 'enacted'`),
    );
    expect((await set('6')).status).toBe(200);
    const now = (await cellsOf('DAEGU', 2023)).filter(({ enacted }) => enacted !== '0');
    expect(now).toMatchObject([{ subProject: own.subProject, ministry: 'MOTIE', enacted: '6' }]);
  });

  it('books payments under their numbers: granted ≤ enacted, executed ≤ granted, returns beside them', async () => {
    const [cell] = (await cellsOf('DAEGU', 2021)).filter(({ enacted }) => enacted !== '0') as [Cell];
    const pay = (kind: string, amount: string, number: string, as = 'motie-officer') =>
      send(as, 'POST', `${round()}/budget-payments`, {
        kind,
        year: 2021,
        payments: [
          {
            planId: planId('DAEGU'),
            subProject: cell.subProject,
            source: 'national',
            amount,
            paidOn: '2021-04-20',
            number,
          },
        ],
      });
    expect((await pay('grant', '100', 'G-1')).code).toBe('budget.stage.closed');
    const nobody = { kind: 'grant', year: 2021, payments: [] };
    expect(await send('daegu-approver', 'POST', `${round()}/budget-payments`, nobody)).toMatchObject({
      status: 422,
      code: 'budget.payment.none',
      field: 'payments',
    });
    await move(2021, 'granted');
    await move(2021, 'executed');
    expect(await pay('grant', String(BigInt(cell.enacted) + 1n), 'G-1')).toMatchObject({
      status: 422,
      code: 'budget.granted.over-enacted',
      field: 'payments[0].amount',
    });
    const grant = await pay('grant', cell.enacted, 'G-1');
    expect(grant.status).toBe(201);
    expect((await pay('grant', '1', 'G-1', 'daegu-approver')).code).toBe('budget.stage.not-yours');
    expect((await pay('execution', '1', 'G-1', 'daegu-writer')).code).toBe('budget.payment.number-taken');
    expect((await pay('execution', String(BigInt(cell.enacted) + 1n), 'E-1', 'daegu-writer')).code).toBe(
      'budget.executed.over-granted',
    );
    expect((await pay('execution', String(BigInt(cell.enacted) - 100n), 'E-1', 'daegu-writer')).status).toBe(201);
    const back = (amount: string, number: string) =>
      send('motie-officer', 'POST', `/budget-payments/${grant.answer.ids[0]}/returns`, {
        amount,
        number,
        paidOn: '2021-04-21',
        reason: '일부 반납 (가상)',
      });
    expect((await back('101', 'R-1')).code).toBe('budget.return.over-unspent');
    expect((await back('40', 'R-1')).status).toBe(201);
    const now = (await cellsOf('DAEGU', 2021)).find(({ subProject }) => subProject === cell.subProject);
    expect([now?.granted, now?.executed]).toEqual([
      String(BigInt(cell.enacted) - 40n),
      String(BigInt(cell.enacted) - 100n),
    ]);
    const { items } = await act('daegu-writer', 'GET', `${plan('DAEGU')}/budget-payments`);
    expect(items).toHaveLength(3);
    const enactedLess = { cells: asked([cell], '1'), partial: true };
    expect((await send('motie-officer', 'PUT', `${plan('DAEGU')}/budget/2021/enacted`, enactedLess)).code).toBe(
      'budget.enacted.under-granted',
    );
  });

  /** Money of 2023, settled and put up for signature while 2021 is not signed; then it is given back. */
  const signLaterYear = async (
    sign: (id: string, contentHash: string) => Promise<{ status: number; code: string }>,
  ) => {
    const [{ subProject }] = (await cellsOf('DAEGU', 2023)).filter(({ enacted }) => enacted !== '0') as [Cell];
    await move(2023, 'granted');
    const payment = { planId: planId('DAEGU'), subProject, source: 'national', amount: '1', paidOn: '2021-04-20' };
    const grant = { kind: 'grant', year: 2023, payments: [{ ...payment, number: 'G-9' }] };
    const { ids } = await act('motie-officer', 'POST', `${round()}/budget-payments`, grant);
    const rows = [{ source: 'national', interest: '0', carryOver: '0', returned: '1' }];
    const later = await act('daegu-approver', 'POST', `${plan('DAEGU')}/settlements`, { year: 2023, rows });
    const { status, code } = await sign(later.id, later.contentHash);
    const back = { amount: '1', number: 'R-9', paidOn: '2021-04-21', reason: '취소 (가상)' };
    await act('motie-officer', 'POST', `/budget-payments/${ids[0]}/returns`, back);
    return [status, code];
  };

  it('settles a year to the won, once and for all', async () => {
    const path = `${plan('DAEGU')}/settlements`;
    const settle = (change: object, auditReference: string | null = '가상 2022-1') =>
      send('daegu-approver', 'POST', path, {
        year: 2021,
        rows: [{ source: 'national', interest: '7', carryOver: '50', returned: '17', ...change }],
        auditReference,
      });
    expect(await settle({ returned: '18' })).toMatchObject({ code: 'budget.settlement.differs', field: 'rows[0]' });
    expect(await settle({ carryOver: '61', returned: '6' })).toMatchObject({ code: 'budget.settlement.carry-over' });
    expect(await settle({}, null)).toMatchObject({ code: 'budget.settlement.audit', field: 'auditReference' });
    const old = await settle({});
    const settled = await settle({ carryOver: '40', returned: '27' });
    expect([old.status, settled.status, settled.answer.no]).toEqual([201, 201, 2]);
    const sign = (id: string, contentHash: string) =>
      send('kicox-secretary', 'POST', `/settlements/${id}/sign-off`, { contentHash });
    expect((await sign(old.answer.id, old.answer.contentHash)).code).toBe('budget.settlement.superseded');
    expect((await sign(settled.answer.id, old.answer.contentHash)).code).toBe('budget.settlement.other-content');
    expect(await signLaterYear(sign)).toEqual([409, 'budget.settlement.earlier-open']);
    expect((await sign(settled.answer.id, settled.answer.contentHash)).status).toBe(201);
    expect((await settle({})).code).toBe('budget.settlement.signed');
    expect(
      (await act('auditor', 'GET', path)).items.filter((of: { signedAt: string | null }) => of.signedAt),
    ).toHaveLength(1);
  });

  it('lets what was carried over be spent in the next year, and no won more', async () => {
    await move(2022, 'executed');
    const { items } = await act('auditor', 'GET', `${plan('DAEGU')}/budget-payments`);
    const { subProject } = items.find(({ number }: { number: string }) => number === 'E-1');
    const spend = (amount: string, number: string) =>
      send('daegu-approver', 'POST', `${round()}/budget-payments`, {
        kind: 'execution',
        year: 2022,
        payments: [
          {
            planId: planId('DAEGU'),
            subProject,
            source: 'national',
            amount,
            paidOn: '2021-04-22',
            number,
          },
        ],
      });
    expect(await spend('41', 'E-2')).toMatchObject({ status: 422, code: 'budget.executed.over-granted' });
    expect((await spend('40', 'E-2')).status).toBe(201);
    const body = { year: 2022, rows: [{ source: 'national', interest: '0', carryOver: '0', returned: '0' }] };
    const settled = await act('daegu-approver', 'POST', `${plan('DAEGU')}/settlements`, body);
    expect(settled.rows).toMatchObject([{ granted: '0', carriedIn: '40', executed: '40' }]);
  });

  it('lets what was carried over twice be spent in the third year, and no won more', async () => {
    const { items } = await act('auditor', 'GET', `${plan('DAEGU')}/budget-payments`);
    const { id, subProject } = items.find(({ number }: { number: string }) => number === 'E-2');
    const back = { amount: '10', number: 'E-2-1', paidOn: '2021-04-23', reason: '일부 취소 (가상)' };
    await act('daegu-approver', 'POST', `/budget-payments/${id}/returns`, back);
    const rows = [{ source: 'national', interest: '0', carryOver: '10', returned: '0' }];
    const settled = await act('daegu-approver', 'POST', `${plan('DAEGU')}/settlements`, { year: 2022, rows });
    const { contentHash } = settled;
    await act('kicox-secretary', 'POST', `/settlements/${settled.id}/sign-off`, { contentHash });
    await move(2023, 'executed');
    const spend = (amount: string) => {
      const payment = { planId: planId('DAEGU'), subProject, source: 'national', paidOn: '2021-04-24', number: 'E-3' };
      const payments = [{ ...payment, amount }];
      return send('daegu-approver', 'POST', `${round()}/budget-payments`, { kind: 'execution', year: 2023, payments });
    };
    expect(await spend('11')).toMatchObject({ status: 422, code: 'budget.executed.over-granted' });
    expect((await spend('10')).status).toBe(201);
  });

  it('has no split to offer where the round has no shares', async () => {
    const [cell] = (await cellsOf('DAEGU', 2021)) as [Cell];
    const path = `${plan('DAEGU')}/budget/split`;
    expect(await refusal('daegu-writer', 'POST', path, { subProject: cell.subProject, total: '3' })).toEqual([
      409,
      'budget.split.no-rule',
      undefined,
    ]);
  });

  /** A policy with these money rules is in force from now on, as it would be had the round been announced with them. */
  const withFunding = async (funding: RoundPolicy['funding']): Promise<void> => {
    const { store } = app.database;
    const found = await store.reader.findOneByOrFail(RoundEntity, { id: String(play.rounds[0]?.id) });
    const policy = { ...(await policyOf(store.reader, found)), funding };
    const version = found.policyVersion + 1;
    const by = { createdBy: await app.person('admin'), createdAt: '2021-04-01T00:00:00.000Z', reason: null };
    const row = { id: randomUUID(), roundId: found.id, version, policy, contentHash: '0'.repeat(64), ...by };
    await insertInto(app, [['round_policy', row]]);
    await store.write(({ manager }) => manager.update(RoundEntity, { id: found.id }, { policyVersion: version }));
  };

  it('has shares by policy: what keeps them is taken, what does not is refused or named, and a total is split by them', async () => {
    const matching = [{ nationalShareBp: 5_000, minLocalShareBp: 5_000 }];
    const [{ subProject }] = (await cellsOf('DAEGU', 2023)) as [Cell];
    const path = `${plan('DAEGU')}/budget/2023/requested`;
    await move(2023, 'requested');
    const cells = (national: string, province: string) => [
      { subProject, source: 'national', amount: national },
      { subProject, source: 'province', amount: province },
    ];
    await withFunding({ matching, matchingMode: 'refuse' });
    expect(await refusal('daegu-approver', 'PUT', path, { cells: cells('2', '1') })).toEqual([
      422,
      'budget.matching.national',
      `subProjects[${subProject}]`,
    ]);
    const kept = await act('daegu-approver', 'PUT', path, { cells: cells('2', '2') });
    expect(kept).toMatchObject({ total: '4', warnings: [] });
    const split = { subProject, total: '5', municipalShareBp: 5_000 };
    expect(await act('daegu-writer', 'POST', `${plan('DAEGU')}/budget/split`, split)).toMatchObject({
      nationalShareBp: 5_000,
      cells: [
        { source: 'national', amount: '2' },
        { source: 'province', amount: expect.any(String) },
        { source: 'municipal', amount: expect.any(String) },
      ],
    });
    await withFunding({ matching });
    const warned = await act('daegu-approver', 'PUT', path, { cells: cells('2', '1') });
    expect(warned.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'budget.matching.national',
      'budget.matching.local',
    ]);
    expect(warned.warnings[0].params).toMatchObject({ most: '1', national: '2' });
  });

  it('keeps the ceiling and the numbers in the database itself', async () => {
    const { store } = app.database;
    const write = (sql: string) => store.write(({ manager }) => manager.query(sql));
    await expect(write('UPDATE "budget_ceiling" SET "used" = "amount" + 1')).rejects.toThrow();
    await expect(write('UPDATE "budget_payment" SET "amount" = 1')).rejects.toThrow('append-only');
    await expect(write('DELETE FROM "budget_settlement"')).rejects.toThrow('append-only');
  });
});
