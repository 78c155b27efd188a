import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

/** The same content with every object's keys written in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('canonicalJson', () => {
  it.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    [0, '0'],
    [-0, '0'],
    [1.5, '1.5'],
    [1e21, '1e+21'],
    ['a"b\n', '"a\\"b\\n"'],
    [[], '[]'],
    [[1, null, undefined], '[1,null,null]'],
    [{}, '{}'],
    [{ b: 1, a: 2, B: 3 }, '{"B":3,"a":2,"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [{ b: { d: [], c: 'x' }, a: [{ z: 1, y: 2 }] }, '{"a":[{"y":2,"z":1}],"b":{"c":"x","d":[]}}'],
    // a syllable composed or taken apart is the same text
    ['가'.normalize('NFD'), '"가"'],
    // keys that look like numbers come in no order of their own: JavaScript would put 2 before 10
    [{ 10: 'b', 2: 'a' }, '{"10":"b","2":"a"}'],
  ])('writes %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    ['undefined', undefined],
    ['a big integer', { amount: 1n }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['not a number', Number.NaN],
    ['a function', { f: () => 1 }],
    ['a symbol', Symbol('s')],
  ])('refuses %s', (_case, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('loses nothing: what is read back has the same text and the same content', () => {
    const composed = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value).normalize('NFC')) as unknown);
    fc.assert(
      fc.property(composed, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
