import fc from 'fast-check';
import { aPlan } from '../../../../test/support/plan-content.js';
import { lockedFindings, NARRATIVE_HEADS, type PlanContent, sectionOfPart, supplemented } from './index.js';

const [PROJECT] = aPlan().subProjects;
const rowOf = (key: string, name = key) => ({ ...PROJECT!, key, name });
const FILED = aPlan({
  subProjects: [rowOf('a'), rowOf('b'), rowOf('c')],
  budget: ['a', 'b', 'c'].map((subProject) => ({ subProject, year: 2021, source: 'national' as const, amount: '100' })),
});
const OPEN = ['subProjects[b]', 'narrative.financing'];
const locked = (change: Partial<PlanContent>, { draft = FILED, open = OPEN } = {}) =>
  lockedFindings({ draft, filed: FILED, saved: { ...draft, ...change } }, open);
const paths = (change: Partial<PlanContent>) => locked(change).map(({ field }) => field);

describe('the parts that were returned for supplement', () => {
  it.each([
    ['budget', 'budget'],
    ['narrative.financing', 'narrative.financing'],
    ['basics', 'basics'],
    ['subProjects[b]', 'subProjects'],
    ['budget[a 2021 national]', 'budget'],
    ['indicators[direct-hires]', 'indicators'],
    ['subProjects[z]', null],
    ['subProjects[b].name', null],
    ['basics[title]', null],
    ['narrative', null],
    ['theme', null],
    ['[b]', null],
    ['', null],
    ['constructor', null],
  ])('"%s" lies in %s', (part, section) => {
    expect(sectionOfPart(FILED, part)).toBe(section);
  });

  it.each<[string, Partial<PlanContent>, readonly string[]]>([
    ['the row', { subProjects: [rowOf('a'), rowOf('b', '고친 사업'), rowOf('c')] }, []],
    ['the row, taken out', { subProjects: [rowOf('a'), rowOf('c')] }, []],
    ['the head', { narrative: { ...FILED.narrative, financing: '고침' } }, []],
    ['another row', { subProjects: [rowOf('a', '고침'), rowOf('b', '고침'), rowOf('c')] }, ['subProjects[a].name']],
    ['a new row', { subProjects: [...FILED.subProjects, rowOf('d')] }, ['subProjects[d]']],
    ['a row lost', { subProjects: [rowOf('a'), rowOf('b')] }, ['subProjects[c]']],
    [
      'its money',
      { budget: FILED.budget.map((cell) => ({ ...cell, amount: '7' })) },
      ['a', 'b', 'c'].map((key) => `budget[${key} 2021 national]`),
    ],
    ['another head', { narrative: { ...FILED.narrative, other: '고침' } }, ['narrative.other']],
    ['the title', { title: '새 제목' }, ['title']],
    ['a place in the order', { subProjects: [rowOf('c'), rowOf('b'), rowOf('a')] }, []],
  ])('may a save change %s?', (_what, change, expected) => {
    expect(paths(change)).toEqual(expected);
  });

  it('are named to whoever is refused', () => {
    expect(locked({ title: '새 제목' })).toEqual([
      { field: 'title', code: 'plan.locked', params: { open: 'subProjects[b], narrative.financing' } },
    ]);
  });

  it('are whole sections too', () => {
    const change = { title: '새 제목', budget: [] };
    expect(locked(change, { open: ['basics', 'budget'] })).toEqual([]);
  });

  it('hold up nobody who goes back to what was filed', () => {
    const gone = { ...FILED, title: '접수 뒤에 고친 제목', theme: '고친 테마' };
    expect(locked({ title: FILED.title }, { draft: gone })).toEqual([]);
    expect(locked({ title: '또 다른 제목' }, { draft: gone }).map(({ field }) => field)).toEqual(['title']);
  });
});

describe('a supplement', () => {
  it('is what was filed with the unlocked parts of the draft', () => {
    const draft = aPlan({
      title: '몰래 고친 제목',
      subProjects: [rowOf('c', '고침'), rowOf('b', '고친 사업'), rowOf('d')],
      narrative: { ...FILED.narrative, financing: '고친 재원', other: '고침' },
    });
    expect(supplemented(FILED, draft, OPEN)).toEqual({
      ...FILED,
      subProjects: [rowOf('a'), rowOf('b', '고친 사업'), rowOf('c')],
      narrative: { ...FILED.narrative, financing: '고친 재원' },
    });
    expect(supplemented(FILED, { ...draft, subProjects: [] }, OPEN).subProjects).toEqual([rowOf('a'), rowOf('c')]);
    expect(supplemented(FILED, draft, ['subProjects', 'evidence'])).toEqual({
      ...FILED,
      subProjects: draft.subProjects,
      evidence: [],
    });
  });

  it('differs from what was filed nowhere else, whatever the draft holds', () => {
    const draft = fc.record({
      title: fc.string({ maxLength: 5 }),
      subProjects: fc.array(
        fc
          .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('하나', '둘'))
          .map(([key, name]) => rowOf(key, name)),
        { maxLength: 5 },
      ),
      narrative: fc.constantFrom(...NARRATIVE_HEADS).map((head) => ({ [head]: '고침' })),
    });
    fc.assert(
      fc.property(draft, (change) => {
        const saved = supplemented(FILED, aPlan(change), OPEN);
        expect(lockedFindings({ draft: FILED, filed: FILED, saved }, OPEN)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
