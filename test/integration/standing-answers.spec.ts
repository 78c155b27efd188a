import { setTimeout as sleep } from 'node:timers/promises';
import { Sessions } from '@daegaejo/identity';
import { DEMO_PASSWORD } from '@daegaejo/rehearsal';
import { type Answer, TestApp } from '../support/app.js';
import { elsewhere } from '../support/elsewhere.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const PAST = '2020-01-01T00:00:00.000Z';

describeOnBoth('answers that stand while nothing is committed', (dialect) => {
  let app: TestApp;
  let path: string;
  let personId: string;
  /** The guard looked who asks: the answer was not a kept one. */
  let looks: jest.SpyInstance;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    const play = playIn(app);
    await play.stretch(2020, '위원회 안건 송부');
    path = `/rounds/${play.rounds[0]?.id}/ranking-list`;
    personId = await app.person('auditor');
    looks = jest.spyOn(app.app.get(Sessions), 'find');
    await settled(app);
  }, 120_000);
  afterAll(() => app.close());

  const signIn = async (): Promise<string> => {
    const body = { username: 'auditor', password: DEMO_PASSWORD };
    return (await app.ask('POST', '/auth/login', { body })).body.accessToken;
  };
  const list = (token: string) => app.ask('GET', path, { headers: { authorization: `Bearer ${token}` } });
  const code = async (token: string) => {
    const { status, body } = await list(token);
    return status === 200 ? [status, body.pending] : [status, body.code];
  };

  /** The list as it was kept; it stands as soon as no job commits anything between two questions. */
  async function standing(token: string): Promise<Answer> {
    for (let times = 0; times < 100; times += 1) {
      await list(token);
      looks.mockClear();
      const answer = await list(token);
      if (looks.mock.calls.length === 0) return answer;
      await sleep(50);
    }
    throw new Error('no answer was ever kept');
  }

  it('given nothing was committed, then the next answer is the kept one, the same but for the number of the request', async () => {
    const token = await signIn();
    const first = await list(token);
    const { status, raw, headers } = await standing(token);
    expect([status, raw.equals(first.raw)]).toEqual([200, true]);
    const fixed = ({ date: _date, 'x-request-id': _id, ...rest }: Answer['headers']) => rest;
    expect(fixed(headers)).toEqual(fixed(first.headers));
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-rehearsal': 'true' });
    expect(headers['x-request-id']).not.toBe(first.headers['x-request-id']);
  });

  it('given it was kept for one, then nobody else is given it', async () => {
    await standing(await signIn());
    expect((await app.ask('GET', path)).status).toBe(401);
    expect((await app.ask('GET', path, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    expect((await app.ask('GET', path, { as: 'busan-approver' })).status).toBe(403);
    const headers = { authorization: `Bearer ${await signIn()}` };
    expect(
      (await app.ask('GET', '/rounds/00000000-0000-4000-8000-000000000000/ranking-list', { headers })).status,
    ).toBe(404);
  });

  const own = () => `"personId" = '${personId}'`;
  it.each([
    [
      'his right was taken back',
      () => `UPDATE "role_grant" SET "revokedAt" = '${PAST}' WHERE ${own()}`,
      () => `UPDATE "role_grant" SET "revokedAt" = NULL WHERE ${own()}`,
      [403, 'access.forbidden'],
    ],
    [
      'he became somebody who may not',
      () => `UPDATE "role_grant" SET "role" = 'province-writer' WHERE ${own()}`,
      () => `UPDATE "role_grant" SET "role" = 'auditor' WHERE ${own()}`,
      [403, 'access.forbidden'],
    ],
    [
      'he was disabled',
      () => `UPDATE "person" SET "disabledAt" = '${PAST}' WHERE "id" = '${personId}'`,
      () => `UPDATE "person" SET "disabledAt" = NULL WHERE "id" = '${personId}'`,
      [401, 'access.token'],
    ],
    [
      'he must change his password first',
      () => `UPDATE "person" SET "mustChangePassword" = ${dialect === 'sqlite' ? 1 : true} WHERE "id" = '${personId}'`,
      () => `UPDATE "person" SET "mustChangePassword" = ${dialect === 'sqlite' ? 0 : false} WHERE "id" = '${personId}'`,
      [403, 'login.change-password-first'],
    ],
    [
      'his sessions were ended',
      () => `UPDATE "session" SET "endedAt" = '${PAST}' WHERE ${own()}`,
      () => `UPDATE "session" SET "endedAt" = NULL WHERE ${own()}`,
      [401, 'access.token'],
    ],
    [
      'a mark was changed',
      () => `UPDATE "score_progress" SET "revision" = "revision" + 1`,
      () => `UPDATE "score_progress" SET "revision" = "aggregated"`,
      [200, true],
    ],
  ])('given %s by another process, then the very next request knows', async (_what, change, undo, expected) => {
    const token = await signIn();
    await standing(token);
    await elsewhere(app.database, change());
    expect(await code(token)).toEqual(expected);
    await elsewhere(app.database, undo());
    expect(await code(token)).toEqual([200, false]);
  });

  it('given a right was taken back and given again over HTTP, then each is so at the next request', async () => {
    const token = await signIn();
    const { body: session } = await app.ask('GET', '/auth/session', { headers: { authorization: `Bearer ${token}` } });
    const [{ id, role, organisationId }] = session.person.grants;
    await standing(token);
    await app.ask('DELETE', `/people/${personId}/grants/${id}`, { as: 'admin' });
    expect(await code(token)).toEqual([403, 'access.forbidden']);
    const given = await app.ask('POST', `/people/${personId}/grants`, { as: 'admin', body: { role, organisationId } });
    expect(given.status).toBeLessThan(300);
    expect(await code(token)).toEqual([200, false]);
  });

  it('given he signs out, or changes his password, then his token is nobody’s at the next request', async () => {
    const [left, stayed] = [await signIn(), await signIn()];
    await standing(left);
    await app.ask('POST', '/auth/logout', { headers: { authorization: `Bearer ${left}` } });
    expect(await code(left)).toEqual([401, 'access.token']);
    await standing(stayed);
    const body = { currentPassword: DEMO_PASSWORD, newPassword: 'a password nobody knows' };
    await app.ask('POST', '/auth/password', { headers: { authorization: `Bearer ${stayed}` }, body });
    expect(await code(stayed)).toEqual([401, 'access.token']);
    await app.ask('POST', '/auth/login', { body: { username: 'auditor', password: body.newPassword } });
  });

  it('given nothing is committed and his session’s time runs out, then so does what was kept for him', async () => {
    const token = await app.tokenOf('molit-officer');
    const soon = new Date(Date.now() + 1_500).toISOString();
    await elsewhere(app.database, `UPDATE "session" SET "expiresAt" = '${soon}' WHERE "endedAt" IS NULL`);
    await standing(token);
    await sleep(Math.max(0, Date.parse(soon) - Date.now()) + 1);
    looks.mockClear();
    expect(await code(token)).toEqual([401, 'access.token']);
  });

  it('tells every commit by its stamp, however many ask at once', async () => {
    const { store } = app.database;
    for (let time = 0; time < 50; time += 1) {
      const before = await store.stamp();
      const meanwhile = [store.stamp(), store.stamp()];
      await store.write(({ manager }) =>
        manager.query(`UPDATE "score_progress" SET "aggregated" = "aggregated" ${time % 2 === 0 ? '+' : '-'} 1`),
      );
      const after = await Promise.all([store.stamp(), store.stamp()]);
      expect(after).not.toContain(before);
      await Promise.all(meanwhile);
    }
  });
});
