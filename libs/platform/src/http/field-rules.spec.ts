import 'reflect-metadata';
import fc from 'fast-check';
import type { Finding } from '../rules/index.js';
import { Problem } from '../errors/problem.js';
import { faultsIn, fieldRule } from './field-rules.js';
import { Choice, DayField, Flag, Id, Nested, Text, Whole, Won } from './fields.js';
import { validationPipe } from './validation.js';

class Sourced {
  @Text({ min: 0, max: 5, nullable: true })
  source!: string | null;
}

class Row extends Sourced {
  @Text({ max: 5 })
  key!: string;
  @Choice(['a', 'b'], { optional: true })
  kind?: string;
  @Whole({ min: 0, max: 9 })
  count!: number;
  @Won()
  amount!: string;
  @DayField({ nullable: true })
  day!: string | null;
  @Text({ max: 5, listOf: 2 })
  keys!: string[];
}

class Form {
  @Nested(() => Row, { listOf: 3, optional: true })
  rows?: Row[];
  @Nested(() => Sourced, { nullable: true })
  one!: Sourced | null;
  @Flag()
  flag!: boolean;
  @Id({ optional: true })
  id?: string;
}

class Wrapped {
  @Nested(() => Form)
  form!: Form;
}

const pipe = validationPipe();
async function byPipe(form: unknown): Promise<readonly Finding[]> {
  try {
    await pipe.transform({ form }, { type: 'body', metatype: Wrapped });
    return [];
  } catch (error) {
    if (error instanceof Problem) return error.extra.findings ?? [];
    throw error;
  }
}
const byRules = (form: unknown): Finding[] => faultsIn(fieldRule(Wrapped, 'form'), form, 'form');
const inOrder = (findings: readonly Finding[]): string[] =>
  findings.map(({ field, code, params = {} }) => `${field} ${code} ${JSON.stringify(params)}`).sort();

const oneOf = (...values: readonly unknown[]) => fc.constantFrom(...values);
const row = fc.record(
  {
    source: oneOf('가', '', null, 'too long', 7),
    key: oneOf('k', '', 'too long', null, 7),
    kind: oneOf('a', 'c', null),
    count: oneOf(0, 9, 10, -1, 1.5, '1'),
    amount: oneOf('0', '12', '-1', '1.5', 12),
    day: oneOf('2020-02-29', '2021-02-29', null, 3),
    keys: oneOf([], ['a', 'b'], ['a', 'b', 'c'], ['', 'a'], 'a'),
    other: oneOf(1),
  },
  { requiredKeys: [] },
);
const form = fc.record(
  {
    rows: fc.oneof(fc.array(row, { maxLength: 3 }), oneOf('none', null)),
    one: fc.oneof(fc.record({ source: oneOf('x', 3) }, { requiredKeys: [] }), oneOf(null, 5, 'text')),
    flag: oneOf(true, 'true', null),
    id: oneOf('0b0f1a52-0c7e-4b7e-9d8e-0123456789ab', 'x'),
    unknown: oneOf(1),
  },
  { requiredKeys: [] },
);

describe('what fields declare', () => {
  it('finds the same faults as the validation pipe, at the same places, nested or not', async () => {
    await fc.assert(
      fc.asyncProperty(form, async (given) => {
        expect(inOrder(byRules(given))).toEqual(inOrder(await byPipe(given)));
      }),
      { numRuns: 300 },
    );
  });

  it.each([[[{}, null]], [[5]]])('refuses the list %j as a whole', (rows) => {
    expect(byRules({ rows, one: null, flag: true })).toEqual([
      { field: 'form.rows', code: 'field.list', params: { max: 3 } },
    ]);
  });

  it('takes nothing for a field that is only inherited by every object', () => {
    const given = JSON.parse('{"one": null, "flag": true, "__proto__": {"id": "x"}, "toString": 1}') as object;
    expect(byRules(given)).toEqual([
      { field: 'form.__proto__', code: 'field.unknown' },
      { field: 'form.toString', code: 'field.unknown' },
    ]);
  });

  it('does not know a field nobody declared', () => {
    expect(() => fieldRule(Form, 'rest')).toThrow('Form declares no rest');
  });
});
