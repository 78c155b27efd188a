import { DutySources } from '@daegaejo/round';
import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';
describeOnBoth('bench', (dialect) => {
  it('runs', async () => {
    const app = await TestApp.boot(dialect);
    const play = playIn(app);
    await play.stretch(2020, '나머지 채점');
    const roundId = play.rounds[0]!.id;
    const watch = new DutyWatch(app, () => roundId);
    const N = 100_000;
    const plans = [...play.rounds[0]!.plans.values()].map((p) => p.id).slice(0, 3);
    const seq = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${N})`;
    const pad = dialect === 'sqlite' ? `printf('%06d', i)` : `lpad(i::text, 6, '0')`;
    const w = (q: string) => app.database.store.write(({ manager }) => manager.query(q));
    await w(`${seq} INSERT INTO "person" ("id","username","displayName","email","passwordHash","mustChangePassword","fictional","createdAt","version") SELECT 'p' || ${pad}, 'u' || i, 'x','x','x', false, true, '2020-01-01T00:00:00.000Z', 1 FROM n`);
    await w(`${seq} INSERT INTO "panel_member" ("id","roundId","personId","chair","state","invitedAt","version") SELECT 'm' || ${pad}, '${roundId}', 'p' || ${pad}, false, 'pledged', '2020-04-01T00:00:00.000Z', 1 FROM n`);
    for (const [k, plan] of plans.entries()) {
      await w(`${seq} INSERT INTO "evaluator_assignment" ("id","roundId","planId","personId","alias","state","assignedAt","version") SELECT 'a${k}' || ${pad}, '${roundId}', '${plan}', 'p' || ${pad}, 'a' || i, 'active', '2020-04-01T00:00:00.000Z', 1 FROM n`);
      const marks = "'[" + '"0123456789'.repeat(150) + "]'";
      await w(`${seq} INSERT INTO "score_sheet" ("id","roundId","planId","assignmentId","personId","state","marks","version") SELECT 's${k}' || ${pad}, '${roundId}', '${plan}', 'a${k}' || ${pad}, 'p' || ${pad}, 'saved', ${marks}, 1 FROM n`);
    }
    const sources = app.app.get(DutySources);
    const time = async (name: string, run: () => Promise<{ length: number }>) => {
      const t = performance.now();
      const r = await run();
      console.log(dialect, name, r.length, Math.round(performance.now() - t), 'ms');
      return r;
    };
    for (let i = 0; i < 2; i++) {
      const all = await watch.context();
      const only = { ...all, only: Array.from({ length: 300 }, (_, j) => `m${String(j * 7 + 1).padStart(6, '0')}`) };
      const one = { ...all, only: ['m000077'] };
      await time('all', () => sources.open(all, ['score-plans']));
      await time('300', () => sources.open(only, ['score-plans']));
      await time('1', () => sources.open(one, ['score-plans']));
      await time('lock', () => sources.open(all, ['lock-panel']));
      await w(`UPDATE "panel_member" SET "state" = 'accepted' WHERE "id" LIKE 'm0%'`);
      await time('pledges', () => sources.open(all, ['sign-pledge']));
      await w(`UPDATE "panel_member" SET "state" = 'pledged' WHERE "id" LIKE 'm0%'`);
      if (i === 0 && dialect === 'postgres') await w('ANALYZE').catch(String);
      if (i === 0) { await w(`UPDATE "score_sheet" SET "state" = 'submitted', "submittedAt" = '2020-04-20T00:00:00.000Z' WHERE "id" LIKE 's%' AND "id" < 's1'`); }
    }
    const [sql, params] = [`EXPLAIN ${dialect === 'sqlite' ? 'QUERY PLAN' : ''} `, []];
    void sql; void params;
    await app.close();
  }, 600_000);
});
