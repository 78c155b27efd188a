import { createLogger } from '@daegaejo/platform';
import { TestApp } from '../support/app.js';

describe('sessions and rehearsal', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot('sqlite');
  });
  afterAll(() => app.close());

  const signIn = (username: string) =>
    app.ask('POST', '/auth/login', { body: { username, password: 'daegaejo-demo-2020' } });

  it('given the session cookie, then a write needs the CSRF token; given the bearer token, it does not', async () => {
    const { headers, body } = await signIn('molit-officer');
    const [cookie] = String(headers['set-cookie']).split(';') as [string];
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    const bare = await app.ask('POST', '/auth/session/rotation', { headers: { cookie } });
    expect([bare.status, bare.body.code]).toEqual([403, 'access.csrf']);
    const withToken = await app.ask('POST', '/auth/session/rotation', {
      headers: { cookie, 'x-csrf-token': body.csrfToken },
    });
    expect(withToken.status).toBe(200);
    const old = await app.ask('GET', '/auth/session', { headers: { authorization: `Bearer ${body.accessToken}` } });
    expect([old.status, old.body.code]).toEqual([401, 'access.token']);
    const fresh = await app.ask('POST', '/auth/logout', {
      headers: { authorization: `Bearer ${withToken.body.accessToken}` },
    });
    expect(fresh.status).toBe(204);
  });

  it('given a role that was taken back, then the next request is refused; given a disabled person, his token is nobody’s', async () => {
    const { body } = await signIn('lh-secretary');
    const headers = { authorization: `Bearer ${body.accessToken}` };
    expect((await app.ask('GET', '/people', { headers })).status).toBe(200);
    const { body: session } = await app.ask('GET', '/auth/session', { headers });
    await app.ask('DELETE', `/people/${session.person.id}/grants/${session.person.grants[0].id}`, { as: 'admin' });
    expect((await app.ask('GET', '/people', { headers })).status).toBe(403);
    await app.ask('POST', `/people/${session.person.id}/disablement`, { as: 'admin', body: { reason: '전출 (가상)' } });
    expect((await app.ask('GET', '/auth/session', { headers })).status).toBe(401);
    expect((await signIn('lh-secretary')).body.code).toBe('login.wrong');
  });

  it('moves the clock of a rehearsal forward only, and records it', async () => {
    const { body: before } = await app.ask('GET', '/rehearsal/clock');
    const back = await app.ask('PUT', '/rehearsal/clock', { as: 'admin', body: { now: '2019-12-31T00:00:00.000Z' } });
    expect([back.status, back.body.errors[0].code]).toEqual([422, 'rehearsal.clock.backward']);
    const ahead = new Date(Date.parse(before.now) + 86_400_000).toISOString();
    expect((await app.ask('PUT', '/rehearsal/clock', { as: 'admin', body: { now: ahead } })).status).toBe(200);
    const { body: after } = await app.ask('GET', '/rehearsal/clock');
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(ahead));
    const seoul = await app.ask('PUT', '/rehearsal/clock', { as: 'admin', body: { now: '2020-01-20T18:00:00+09:00' } });
    expect([seoul.status, seoul.body.now]).toEqual([200, '2020-01-20T09:00:00.000Z']);
    const unclear = await app.ask('PUT', '/rehearsal/clock', { as: 'admin', body: { now: '2020-02-20T18:00:00' } });
    expect([unclear.status, unclear.body.errors[0].code]).toEqual([422, 'field.moment']);
    const { body: history } = await app.ask('GET', '/history?type=RehearsalClockMoved', { as: 'admin' });
    expect(history.items.map(({ data }: { data: { to: string } }) => data.to)).toEqual([
      '2020-01-20T09:00:00.000Z',
      ahead,
    ]);
  });

  it('given a database that is no rehearsal, then nothing says so, its clock cannot move, and its first administrator must change the password', async () => {
    const real = await TestApp.boot('sqlite', 'off');
    const first = await real.ask('POST', '/auth/login', {
      body: { username: 'admin', password: String(real.adminPassword) },
    });
    expect(first.body.mustChangePassword).toBe(true);
    expect(first.headers['x-rehearsal']).toBeUndefined();
    const old = { authorization: `Bearer ${first.body.accessToken}` };
    expect((await real.ask('GET', '/people', { headers: old })).body.code).toBe('login.change-password-first');
    const changed = await real.ask('POST', '/auth/password', {
      headers: old,
      body: { currentPassword: real.adminPassword, newPassword: 'a password nobody knows' },
    });
    expect(changed.status).toBe(200);
    expect((await real.ask('GET', '/people', { headers: old })).status).toBe(401);
    const headers = { authorization: `Bearer ${changed.body.accessToken}` };
    const moved = await real.ask('PUT', '/rehearsal/clock', { headers, body: { now: '2099-01-01T00:00:00.000Z' } });
    expect([moved.status, moved.body.code]).toEqual([404, 'route.not-found']);
    const { body: document } = await real.ask('GET', '//openapi.json');
    expect(Object.keys(document.paths).filter((path) => /rehearsal|demo/.test(path))).toEqual([]);
    expect((await real.ask('GET', '/demo/accounts')).status).toBe(404);
    expect((await real.ask('GET', '/rehearsal/clock')).status).toBe(404);
    await real.close();
  });

  it('writes no secret into a log line', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line: string) => void lines.push(line) });
    logger.info(
      {
        password: 'hush-1',
        body: { newPassword: 'hush-2', accessToken: 'hush-3' },
        person: { passwordHash: 'hush-4' },
        authorization: 'Bearer hush-5',
      },
      'x',
    );
    expect(lines).toHaveLength(1);
    expect(lines.join('')).not.toContain('hush');
  });
});
