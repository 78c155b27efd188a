import { type Packed, zipOf } from '../../../../test/support/zip.js';
import { unpack, WORKBOOK_LIMITS, zipEntries } from './zip-guard.js';

const LIMITS = WORKBOOK_LIMITS;
const fault = (file: Buffer): string => {
  try {
    zipEntries(file, LIMITS);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
};
const MB = 1024 * 1024;
const some: Packed = { name: 'a.xml', content: '<a/>' };
const patched = (file: Buffer, at: number, value: number): Buffer => {
  const copy = Buffer.from(file);
  copy.writeUInt16LE(value, at < 0 ? copy.length + at : at);
  return copy;
};

describe('an archive', () => {
  it('is read from its directory and unpacked entry by entry', async () => {
    const file = zipOf([some, { name: '가.xml', content: '나'.repeat(1_000), method: 0 }], '덧붙임');
    const entries = zipEntries(file, LIMITS);
    expect(entries.map(({ name, size }) => [name, size])).toEqual([
      ['a.xml', 4],
      ['가.xml', 3_000],
    ]);
    expect(String(await unpack(file, entries[0]!))).toBe('<a/>');
    expect(String(await unpack(file, entries[1]!))).toBe('나'.repeat(1_000));
  });

  it.each<[string, string, Buffer]>([
    ['is something else', 'not-a-zip', Buffer.from('{"criteria":[]}'.repeat(4))],
    ['is an old or encrypted document', 'not-a-zip', Buffer.from('d0cf11e0a1b11ae1'.repeat(8), 'hex')],
    ['is empty', 'not-a-zip', Buffer.alloc(0)],
    ['has no files', 'not-a-zip', zipOf([])],
    ['breaks off', 'damaged', zipOf([some]).subarray(0, -5)],
    ['has more behind its end', 'damaged', Buffer.concat([zipOf([some]), Buffer.from('x')])],
    ['has more entries in its directory than are there', 'damaged', patched(zipOf([some]), -12, 7)],
    ['has an encrypted entry', 'encrypted', zipOf([{ ...some, flags: 1 }])],
    ['has an unknown method', 'damaged', zipOf([{ ...some, method: 12 }])],
    ['has an entry of 4 GB and more', 'damaged', zipOf([{ ...some, declared: 0xffff_ffff }])],
    ['has a name twice', 'damaged', zipOf([some, some])],
    ['has many entries', 'too-large', zipOf(Array.from({ length: 201 }, (_, n) => ({ ...some, name: `${n}.xml` })))],
    ['unpacks to more than 20 MB in one entry', 'too-large', zipOf([{ ...some, declared: 20 * MB + 1 }])],
    [
      'unpacks to more than 20 MB altogether',
      'too-large',
      zipOf(Array.from({ length: 21 }, (_, n) => ({ name: `${n}.xml`, content: '<a/>', declared: MB }))),
    ],
    ['is packed far too well', 'too-large', zipOf([{ name: 'a.xml', content: Buffer.alloc(2 * MB) }])],
  ])('that %s is refused: %s', (_what, expected, file) => {
    expect(fault(file)).toBe(expected);
  });

  it('never unpacks to more than it declared, to less, or to something else', async () => {
    const bomb = zipOf([{ name: 'a.xml', content: Buffer.alloc(50 * MB), declared: 4_000 }]);
    await expect(unpack(bomb, zipEntries(bomb, LIMITS)[0]!)).rejects.toThrow('damaged');
    const short = zipOf([{ name: 'a.xml', content: '<a/>', declared: 5 }]);
    await expect(unpack(short, zipEntries(short, LIMITS)[0]!)).rejects.toThrow('damaged');
    const honest = zipOf([{ ...some, method: 0 }]);
    const other = Buffer.from(honest);
    other.write('<b/>', honest.indexOf('<a/>'));
    await expect(unpack(other, zipEntries(other, LIMITS)[0]!)).rejects.toThrow('damaged');
  });
});
