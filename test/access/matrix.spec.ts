import { PEOPLE, buildWorld, type World } from './world.js';
import { REQUESTS } from './requests.js';
import { READERS, type Reader } from './row.js';
import { TABLE } from './table.js';
import type { Answer } from '../support/app.js';

const STALE = '"999999"';
const AXES = ['own', 'foreign', 'missing'] as const;
type Axis = (typeof AXES)[number];

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly roles: readonly string[];
  readonly takesVersion: boolean;
}

/** The letter an answer amounts to. */
function letterOf({ status }: Answer): string {
  if (status === 401) return 'A';
  if (status === 403) return 'F';
  if (status === 404) return 'H';
  return status < 300 || [409, 412, 422].includes(status) ? 'Y' : String(status);
}

/** The cells of a row for one axis. */
function cells(id: string, axis: Axis): string | undefined {
  const row = TABLE[id];
  if (axis !== 'missing' || row?.missing !== undefined) return row?.[axis];
  const hasRecord = REQUESTS[id]?.params !== undefined;
  return hasRecord ? `${row?.own.startsWith('A') === true ? 'A' : 'H'}HHHHHHHHHHH` : undefined;
}

/** Roles in order; a chair is an evaluator too, so what evaluators may do he may. */
const asEvaluators = (roles: readonly string[]): string[] =>
  roles.filter((role) => role !== 'panel-chair' || !roles.includes('evaluator')).toSorted();

describe('access: every operation, every reader, own, foreign and missing', () => {
  let world: World;
  let operations: Operation[];
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    world = await buildWorld();
    const { body: document } = await world.app.ask('GET', '//openapi.json');
    operations = Object.entries(
      document.paths as Record<
        string,
        Record<string, { operationId: string; 'x-roles': string[]; parameters?: { name: string }[] }>
      >,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        roles: operation['x-roles'],
        takesVersion: operation.parameters?.some(({ name }) => name === 'If-Match') ?? false,
      })),
    );
  }, 600_000);
  afterAll(() => world.app.close());

  /** Sessions that a cell may end are opened for that cell alone. */
  async function tokenOf(operation: Operation, username: string): Promise<string> {
    const kept = ['logout', 'rotateSession'].includes(operation.id) ? undefined : tokens.get(username);
    if (kept !== undefined) return kept;
    const { body } = await world.app.ask('POST', '/auth/login', { body: { username, password: 'daegaejo-demo-2020' } });
    if (!['logout', 'rotateSession'].includes(operation.id)) tokens.set(username, body.accessToken);
    return body.accessToken;
  }

  async function ask(operation: Operation, reader: Reader, axis: Axis): Promise<Answer> {
    const asked = REQUESTS[operation.id] ?? {};
    const params = asked.params?.(world, reader, axis) ?? {};
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? `no-${name}`);
    const headers: Record<string, string> = {
      ...asked.headers,
      ...(operation.takesVersion ? { 'if-match': STALE } : {}),
    };
    if (asked.type !== undefined) headers['content-type'] = asked.type;
    if (reader !== 'public')
      headers['authorization'] = `Bearer ${await tokenOf(operation, asked.cast?.[reader] ?? PEOPLE[reader])}`;
    const body = asked.body?.(world, reader, axis);
    return world.app.ask(operation.method, `/${path}`, { headers, ...(body === undefined ? {} : { body }) });
  }

  it('has a row for every route and a route for every row', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(TABLE).sort());
    for (const [id, row] of Object.entries(TABLE))
      for (const axis of AXES)
        expect(`${id} ${axis} ${(row[axis] ?? READERS.map(() => '-').join('')).length}`).toBe(
          `${id} ${axis} ${READERS.length}`,
        );
  });

  it('documents as x-roles exactly whom the table lets through', () => {
    for (const { id, roles } of operations) {
      const own = TABLE[id]?.own ?? '';
      const through: string[] = READERS.filter((_reader, index) => own[index] === 'Y');
      if (own === 'Y'.repeat(READERS.length)) expect([id, ...roles]).toEqual([id, 'public']);
      else if (through.length === READERS.length - 1) expect([id, ...roles]).toEqual([id, 'signed-in']);
      else expect([id, ...asEvaluators(roles)]).toEqual([id, ...asEvaluators(through)]);
    }
  });

  it('answers every cell as the table says, and foreign like missing', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const operation of operations) {
      for (const [index, reader] of READERS.entries()) {
        const hidden: Answer[] = [];
        for (const axis of AXES) {
          const expected = cells(operation.id, axis)?.[index] ?? '-';
          if (expected === '-') continue;
          const answer = await ask(operation, reader, axis);
          asked += 1;
          if (letterOf(answer) !== expected)
            wrong.push(
              `${operation.id} ${reader} ${axis}: expected ${expected}, got ${answer.status} ${answer.text.slice(0, 160)}`,
            );
          if (axis !== 'own' && answer.status === 404) hidden.push(answer);
        }
        const [foreign, missing] = hidden;
        if (foreign && missing) {
          expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
          expect(Object.keys(foreign.headers).sort()).toEqual(Object.keys(missing.headers).sort());
        }
      }
    }
    console.log(`access table: ${asked} cells`);
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(2_500);
  }, 900_000);
});
