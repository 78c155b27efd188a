import fc from 'fast-check';
import type { BudgetCell, SubProject } from './content.js';
import { mergeSection } from './merge-sections.js';
import type { SectionContent } from './sections.js';

const project = (key: string, name = key, more: Partial<SubProject> = {}): SubProject => ({
  key,
  name,
  kind: 'other',
  ministry: 'MOTIE',
  siteKeys: ['hub'],
  source: null,
  fictional: true,
  ...more,
});
const merge = (
  base: readonly SubProject[],
  yours: readonly SubProject[],
  theirs: readonly SubProject[],
): { content: SectionContent; conflicts: readonly object[] } => mergeSection('subProjects', { base, yours, theirs });

describe('a text both started from', () => {
  it.each([
    ['only you wrote', 'a', 'b', 'a', 'b', []],
    ['only they wrote', 'a', 'a', 'c', 'c', []],
    ['both wrote the same', 'a', 'b', 'b', 'b', []],
    [
      'both wrote, each his own',
      'a',
      'b',
      'c',
      'c',
      [{ path: 'narrative.status', base: 'a', yours: 'b', theirs: 'c' }],
    ],
  ])('%s', (_case, base, yours, theirs, content, conflicts) => {
    expect(mergeSection('narrative.status', { base, yours, theirs })).toEqual({ content, conflicts });
  });

  it('is title and theme by itself', () => {
    const base = { title: 'T', theme: 'M' };
    expect(mergeSection('basics', { base, yours: { ...base, title: 'U' }, theirs: { ...base, theme: 'N' } })).toEqual({
      content: { title: 'U', theme: 'N' },
      conflicts: [],
    });
    expect(
      mergeSection('basics', { base, yours: { ...base, title: 'U' }, theirs: { ...base, title: 'V' } }).conflicts,
    ).toEqual([{ path: 'title', base: 'T', yours: 'U', theirs: 'V' }]);
  });
});

describe('rows both started from', () => {
  const [a, b] = [project('a'), project('b')];

  it('are merged field by field', () => {
    const merged = merge([a, b], [{ ...a, name: '새 이름' }, b], [{ ...a, ministry: 'MOLIT' }, b]);
    expect(merged).toEqual({ content: [project('a', '새 이름', { ministry: 'MOLIT' }), b], conflicts: [] });
  });

  it('conflict where both changed one field, and hold theirs', () => {
    expect(merge([a], [project('a', 'mine')], [project('a', 'yours')])).toEqual({
      content: [project('a', 'yours')],
      conflicts: [{ path: 'subProjects[a].name', base: 'a', yours: 'mine', theirs: 'yours' }],
    });
  });

  it('conflict where one removed what the other changed', () => {
    const changed = project('a', 'changed');
    expect(merge([a, b], [b], [changed, b])).toEqual({
      content: [changed, b],
      conflicts: [{ path: 'subProjects[a]', base: a, yours: null, theirs: changed }],
    });
    expect(merge([a, b], [changed, b], [b])).toEqual({
      content: [b],
      conflicts: [{ path: 'subProjects[a]', base: a, yours: changed, theirs: null }],
    });
  });

  it('go where one removed them and the other left them as they were', () => {
    expect(merge([a, b], [b], [a, project('b', 'new')])).toEqual({ content: [project('b', 'new')], conflicts: [] });
  });

  it('come from both sides, each behind its neighbour', () => {
    const [mine, other] = [project('mine'), project('other')];
    expect(merge([a, b], [a, mine, b], [other, a, b]).content).toEqual([other, a, mine, b]);
  });

  it('keep the order of the side that moved them', () => {
    const changed = project('a', 'changed');
    expect(merge([a, b], [b, a], [changed, b]).content).toEqual([b, changed]);
    expect(merge([a, b], [changed, b], [b, a]).content).toEqual([b, changed]);
  });

  it('may have a key twice in a draft, and lose none', () => {
    expect(merge([a], [a, a], [project('a', 'theirs')])).toEqual({
      content: [project('a', 'theirs'), a],
      conflicts: [],
    });
  });

  it('are told apart by key even where both added the same one', () => {
    expect(merge([], [project('a', 'mine')], [project('a', 'theirs')])).toEqual({
      content: [project('a', 'theirs')],
      conflicts: [{ path: 'subProjects[a].name', base: null, yours: 'mine', theirs: 'theirs' }],
    });
  });
});

/** What one side does to each of the keys 0 to 9: 0 nothing, 1 another amount, 2 removes it; and the keys it adds. */
const edits = fc.array(fc.constantFrom(0, 1, 2), { minLength: 10, maxLength: 10 });
const cell = (key: number, amount: number): BudgetCell => ({
  subProject: `p${key}`,
  year: 2021,
  source: 'national',
  amount: String(amount),
});
const BASE = Array.from({ length: 10 }, (_, key) => cell(key, 100));
const edited = (what: readonly number[], amount: number, added: readonly number[]): BudgetCell[] => [
  ...BASE.flatMap((row, key) => (what[key] === 0 ? [row] : what[key] === 1 ? [cell(key, amount)] : [])),
  ...added.map((key) => cell(key, amount)),
];
const budget = (yours: readonly BudgetCell[], theirs: readonly BudgetCell[], base: readonly BudgetCell[] = BASE) =>
  mergeSection('budget', { base, yours, theirs });
const asRows = (content: SectionContent): string[] =>
  (content as readonly BudgetCell[]).map(({ subProject, amount }) => `${subProject} ${amount}`).sort();

describe('any edits', () => {
  it('that touch different rows are both in the merge', () => {
    const disjoint = fc
      .tuple(edits, edits, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }))
      .map(([one, other, mine]) => [
        one.map((what, key) => (mine[key] ? what : 0)),
        other.map((what, key) => (mine[key] ? 0 : what)),
      ]);
    fc.assert(
      fc.property(disjoint, ([one = [], other = []]) => {
        const { content, conflicts } = budget(edited(one, 1, [20, 21]), edited(other, 2, [30]));
        const both = one.map((what, key) => (what === 0 ? other[key] : what));
        const wanted = BASE.flatMap((row, key) => {
          if (both[key] === 0) return [row];
          return both[key] === 1 ? [cell(key, one[key] === 1 ? 1 : 2)] : [];
        });
        expect(conflicts).toEqual([]);
        expect(asRows(content)).toEqual(asRows([...wanted, cell(20, 1), cell(21, 1), cell(30, 2)]));
      }),
      { numRuns: 200 },
    );
  });

  it('that both sides made alike are no conflict', () => {
    fc.assert(
      fc.property(edits, (what) => {
        const side = edited(what, 7, [20]);
        expect(budget(side, side)).toEqual({ content: side, conflicts: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('of one side alone are that side, in its order', () => {
    fc.assert(
      fc.property(edits, fc.shuffledSubarray(BASE.map((_, key) => key)), (what, moved) => {
        const side = [...edited(what, 7, [20]), ...moved.map((key) => cell(40 + key, 1))].toReversed();
        expect(budget(side, BASE)).toEqual({ content: side, conflicts: [] });
        expect(budget(BASE, side)).toEqual({ content: side, conflicts: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('conflict in the same places whoever comes late', () => {
    fc.assert(
      fc.property(edits, edits, (one, other) => {
        const [yours, theirs] = [edited(one, 1, [20]), edited(other, 2, [20])];
        const places = (conflicts: readonly { path: string }[]) => conflicts.map(({ path }) => path).sort();
        expect(places(budget(yours, theirs).conflicts)).toEqual(places(budget(theirs, yours).conflicts));
      }),
      { numRuns: 100 },
    );
  });
});
