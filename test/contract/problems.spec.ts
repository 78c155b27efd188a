import { TestApp } from '../support/app.js';

const UUID = '11111111-1111-4111-8111-111111111111';

describe('refusals', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot('sqlite');
  });
  afterAll(() => app.close());

  it.each([
    [
      'malformed JSON',
      400,
      'request.json',
      () => app.ask('POST', '/auth/login', { headers: { 'content-type': 'application/json' }, body: '{"username":' }),
    ],
    [
      'a field that does not exist',
      400,
      'request.malformed',
      () => app.ask('POST', '/auth/login', { body: { username: 'a', password: 'b', role: 'admin' } }),
    ],
    ['an id that is none', 400, 'request.malformed', () => app.ask('GET', '/rounds/1', { as: 'auditor' })],
    ['a cursor of nobody', 400, 'request.malformed', () => app.ask('GET', '/organisations?cursor=abc')],
    ['nobody signed in', 401, 'access.sign-in', () => app.ask('GET', '/plans')],
    [
      'a token of nobody',
      401,
      'access.token',
      () => app.ask('GET', '/plans', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } }),
    ],
    [
      'somebody without the role',
      403,
      'access.forbidden',
      () => app.ask('POST', '/people', { as: 'auditor', body: {} }),
    ],
    [
      'a record that does not exist',
      404,
      'record.not-found',
      () => app.ask('GET', `/plans/${UUID}`, { as: 'auditor' }),
    ],
    ['an address that does not exist', 404, 'route.not-found', () => app.ask('GET', '/nothing')],
    [
      'a body of another type',
      415,
      'request.media-type',
      () => app.ask('POST', '/auth/login', { headers: { 'content-type': 'text/csv' }, body: 'a,b' }),
    ],
    [
      'a body that is too large',
      413,
      'request.too-large',
      () => app.ask('POST', '/auth/login', { body: { username: 'x'.repeat(2_200_000), password: 'b' } }),
    ],
    [
      'content that is wrong',
      422,
      'content.invalid',
      () => app.ask('POST', '/auth/login', { body: { username: 7, password: '' } }),
    ],
  ] as const)('%s: %i %s, as problem+json, in both languages', async (_what, status, code, ask) => {
    const answer = await ask();
    expect([answer.status, answer.body?.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      type: `urn:daegaejo:problem:${code}`,
      status,
      title: expect.any(String),
      instance: expect.stringMatching(/^\/api\/v1/),
    });
    expect(answer.body.detail).toMatch(/[가-힣]/);
  });

  it('answers in English when English is asked for, and names every wrong field', async () => {
    const { body } = await app.ask('POST', '/auth/login', {
      headers: { 'accept-language': 'en-US,en;q=0.9' },
      body: { username: 7, password: '', isAdmin: true },
    });
    expect(body.title).toBe('Bad Request');
    expect(body.errors.map((error: { field: string }) => error.field).toSorted()).toEqual([
      'isAdmin',
      'password',
      'username',
    ]);
    expect(
      Object.fromEntries(body.errors.map(({ field, message }: { field: string; message: string }) => [field, message])),
    ).toEqual({
      username: 'must be a text of 1 to 64 characters',
      password: 'must be a text of 1 to 200 characters',
      isAdmin: 'This field does not exist here.',
    });
  });

  it.each(['version', 'state', 'id', 'provinceRole', '__proto__x', 'createdAt'])(
    'takes no %s from outside',
    async (field) => {
      const { status, body } = await app.ask('POST', '/plans', {
        as: 'busan-writer',
        body: { roundId: UUID, provinceId: UUID, title: 'x', [field]: 'x' },
      });
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ field, code: 'field.unknown' }]);
    },
  );

  it('names the field in a nested body', async () => {
    const { body } = await app.ask('POST', '/rounds', {
      as: 'molit-officer',
      body: {
        year: 2030,
        title: '회차',
        policy: { quota: 0, criteria: [{ code: 'A', name: '', weight: '1', max: '10.00' }] },
      },
    });
    const fields = body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
    expect(fields).toEqual(
      expect.arrayContaining([
        'policy.quota field.whole',
        'policy.criteria[0].name field.text',
        'policy.criteria[0].weight field.score',
        'policy.calendar field.object',
      ]),
    );
  });

  it('closes a name after five wrong passwords, whether or not anybody bears it, and says for how long', async () => {
    for (const username of ['lh-secretary', 'nobody-of-that-name']) {
      for (let tries = 0; tries < 5; tries += 1)
        expect((await app.ask('POST', '/auth/login', { body: { username, password: 'wrong' } })).status).toBe(401);
      const closed = await app.ask('POST', '/auth/login', { body: { username, password: 'wrong' } });
      expect([closed.status, closed.body.code]).toEqual([429, 'login.locked']);
      expect(Number(closed.headers['retry-after'])).toBeGreaterThan(30);
    }
    const right = await app.ask('POST', '/auth/login', {
      body: { username: 'lh-secretary', password: 'daegaejo-demo-2020' },
    });
    expect(right.status).toBe(429);
  });

  it('documents every operation in OpenAPI 3.1, with resolvable references and without the dialect of 3.0', async () => {
    const { body, text } = await app.ask('GET', '//openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(text).not.toContain('"nullable"');
    const schemas = new Set(Object.keys(body.components.schemas));
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)) expect(schemas).toContain(name);
    for (const methods of Object.values(
      body.paths as Record<string, Record<string, { operationId?: string; 'x-roles'?: string[] }>>,
    ))
      for (const operation of Object.values(methods))
        expect([operation.operationId, operation['x-roles']?.length]).toEqual([expect.any(String), expect.any(Number)]);
  });
});
