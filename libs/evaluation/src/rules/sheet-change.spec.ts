import {
  asSent,
  changedCriteria,
  mergeEntries,
  movementsOf,
  namedFindings,
  sentFirst,
  type SheetEntry,
} from './sheet-change.js';

const CODES = ['need', 'plan', 'effect'];
const entry = (criterion: string, mark: number | null, more: Partial<SheetEntry> = {}): SheetEntry => ({
  criterion,
  mark,
  comment: null,
  ...more,
});

describe('mergeEntries', () => {
  const saved = [entry('need', 100, { comment: '좋음' }), entry('effect', null, { reason: '자료 없음' })];

  it.each([
    ['nothing sent', [], [], saved],
    ['another criterion', [{ criterion: 'plan', mark: 5 }], [], [saved[0], entry('plan', 5), saved[1]]],
    ['the mark alone', [{ criterion: 'need', mark: 90 }], [], [entry('need', 90, { comment: '좋음' }), saved[1]]],
    ['the comment alone', [{ criterion: 'need', comment: '' }], [], [entry('need', 100, { comment: '' }), saved[1]]],
    ['a comment taken back', [{ criterion: 'need', comment: null }], [], [entry('need', 100), saved[1]]],
    [
      'a comment ahead of its mark',
      [{ criterion: 'plan', comment: '?' }],
      [],
      [saved[0], entry('plan', null, { comment: '?' }), saved[1]],
    ],
    ['a mark in place of an abstention', [{ criterion: 'effect', mark: 7 }], [], [saved[0], entry('effect', 7)]],
    [
      'an abstention in place of a mark',
      [{ criterion: 'need', mark: null, reason: '모름' }],
      [],
      [entry('need', null, { comment: '좋음', reason: '모름' }), saved[1]],
    ],
    [
      'a mark taken back',
      [{ criterion: 'need', mark: null }],
      [],
      [entry('need', null, { comment: '좋음' }), saved[1]],
    ],
    [
      'a reason beside a mark',
      [{ criterion: 'need', mark: 3, reason: '?' }],
      [],
      [entry('need', 3, { comment: '좋음' }), saved[1]],
    ],
    ['removed', [], ['need'], [saved[1]]],
    ['removed and written anew', [{ criterion: 'need', mark: 1 }], ['need'], [entry('need', 1), saved[1]]],
  ])('%s', (_case, changes, removed, expected) => {
    expect(mergeEntries(CODES, saved, changes, removed)).toEqual(expected);
  });

  it('gives equal texts for equal sheets, in whatever order they were written', () => {
    const [a, b] = [
      { criterion: 'effect', mark: 1 },
      { criterion: 'need', mark: 2 },
    ];
    const texts = [
      [a, b],
      [b, a],
    ].map((changes) => JSON.stringify(mergeEntries(CODES, [], changes)));
    expect(texts[0]).toBe(texts[1]);
  });
});

describe('namedFindings', () => {
  const criteria = CODES.map((code) => ({ code, name: code.toUpperCase() }));

  it('names what is unknown and what is named twice, by its place', () => {
    expect(namedFindings(criteria, 'marks', ['need', 'charm', 'need'])).toEqual([
      { field: 'marks[1].criterion', code: 'sheet.criterion.unknown', params: { criterion: 'charm' } },
      { field: 'marks[2].criterion', code: 'sheet.criterion.duplicate', params: { criterion: 'need', name: 'NEED' } },
    ]);
    expect(namedFindings(criteria, 'remove', ['charm'])).toMatchObject([{ field: 'remove[0]' }]);
    expect(namedFindings(criteria, 'marks', CODES)).toEqual([]);
  });
});

describe('changedCriteria', () => {
  it.each([
    ['nothing', [entry('need', 1)], [entry('need', 1)], []],
    ['a mark', [entry('need', 1)], [entry('need', 2)], ['need']],
    ['a comment', [entry('need', 1)], [entry('need', 1, { comment: '왜' })], ['need']],
    ['a mark for an abstention', [entry('need', null, { reason: '모름' })], [entry('need', 0)], ['need']],
    ['what is new and what is gone', [entry('plan', 1)], [entry('need', 1)], ['need', 'plan']],
  ])('%s', (_case, before, after, expected) => {
    expect(changedCriteria(before, after)).toEqual(expected);
  });
});

describe('movementsOf', () => {
  const version = (no: number, phase: string, marks: SheetEntry[], reason: string | null = null) => ({
    no,
    phase,
    marks,
    reasons: reason === null ? null : [{ criterion: 'need', reason }],
    submittedAt: `t${no}`,
  });

  it('goes from the first mark to the last, with why of each step', () => {
    const versions = [
      version(1, 'first', [entry('need', 10), entry('plan', 5)]),
      version(2, 'discussion', [entry('need', 12), entry('plan', 5)], '다시 봄'),
      version(3, 'correction', [entry('need', null, { reason: '모름' }), entry('plan', 5)], '정정'),
    ];
    expect(movementsOf(versions)).toEqual([
      {
        criterion: 'need',
        first: 10,
        now: null,
        steps: [
          { no: 2, phase: 'discussion', from: 10, to: 12, reason: '다시 봄', at: 't2' },
          { no: 3, phase: 'correction', from: 12, to: null, reason: '정정', at: 't3' },
        ],
      },
    ]);
  });

  it.each([
    ['no version', []],
    ['one version', [version(1, 'first', [entry('need', 1)])]],
    [
      'words alone',
      [version(1, 'first', [entry('need', 1)]), version(2, 'returned', [entry('need', 1, { comment: '!' })])],
    ],
  ])('tells of no movement: %s', (_case, versions) => {
    expect(movementsOf(versions)).toEqual([]);
  });
});

describe('what was sent', () => {
  const entries = CODES.map((code) => entry(code, 1));
  const codesOf = (found: readonly SheetEntry[]) => found.map(({ criterion }) => criterion);

  it('is looked at in its own order, before the rest of a sheet that is looked at as a whole', () => {
    expect(codesOf(sentFirst(['effect', 'need'], entries, { complete: false }))).toEqual(['effect', 'need']);
    expect(codesOf(sentFirst(['effect', 'need'], entries, { complete: true }))).toEqual(['effect', 'need', 'plan']);
    expect(codesOf(sentFirst(['effect', 'gone'], entries, { complete: true }))).toEqual(['effect', 'need', 'plan']);
  });

  it.each([
    ['marks[0].mark', 1, 'marks[0].mark'],
    ['marks[1].comment', 1, 'marks'],
    ['marks[12].mark', 12, 'marks'],
    ['marks', 0, 'marks'],
  ])('a finding at %s of %i entries is one at %s', (field, sent, expected) => {
    expect(asSent({ field, code: 'sheet.mark.range' }, sent).field).toBe(expected);
  });
});
