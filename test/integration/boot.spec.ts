import request from 'supertest';
import { TestApp } from '../support/app.js';
import { describeOnBoth } from '../support/stores.js';

/** Over a real socket; the other suites speak into the server in process. */
describeOnBoth('the application', (dialect) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
  });
  afterAll(() => app.close());

  it('is ready, and says that it is a rehearsal', async () => {
    const answer = await request(app.app.getHttpServer()).get('/health/ready').expect(200);
    expect(answer.headers['x-rehearsal']).toBe('true');
    expect(answer.body).toMatchObject({ status: 'ready', rehearsal: true });
    expect(answer.body.parts.map(({ name, status }: { name: string; status: string }) => `${name} ${status}`)).toEqual([
      'jobs up',
      'dead-letters up',
      'mail up',
      'virus-scan up',
      'holidays up',
    ]);
  });

  it('signs a demo person in, by token and by cookie, and shows his roles', async () => {
    const server = app.app.getHttpServer();
    const { body, headers } = await request(server)
      .post('/api/v1/auth/login')
      .send({ username: 'molit-officer', password: 'daegaejo-demo-2020' })
      .expect(200);
    const organisationId = await app.organisation('MOLIT');
    const byToken = await request(server)
      .get('/api/v1/auth/session')
      .auth(body.accessToken, { type: 'bearer' })
      .expect(200);
    const byCookie = await request(server)
      .get('/api/v1/auth/session')
      .set('Cookie', String(headers['set-cookie']))
      .expect(200);
    for (const session of [byToken, byCookie])
      expect(session.body.person.grants).toMatchObject([{ role: 'ministry-officer', organisationId }]);
  });

  it('shows a first page that escapes what it shows', async () => {
    const { text } = await request(app.app.getHttpServer()).get('/').expect(200).expect('Content-Type', /html/);
    expect(text).toContain('모의 운영');
    expect(text).not.toContain('<script');
  });
});
