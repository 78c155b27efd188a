import { describeOnBoth } from '../support/stores.js';
import { TestApp } from '../support/app.js';

describeOnBoth('the application', (dialect) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
  });
  afterAll(() => app.close());

  it('is ready, and says that it is a rehearsal', async () => {
    const { status, headers, body } = await app.ask('GET', '//health/ready');
    expect(status).toBe(200);
    expect(headers['x-rehearsal']).toBe('true');
    expect(body).toEqual({ status: 'ready', rehearsal: true });
  });

  it('signs a demo person in and shows his roles', async () => {
    const { status, body } = await app.ask('GET', '/auth/session', { as: 'molit-officer' });
    expect(status).toBe(200);
    expect(body.person.grants).toMatchObject([
      { role: 'ministry-officer', organisationId: await app.organisation('MOLIT') },
    ]);
  });
});
