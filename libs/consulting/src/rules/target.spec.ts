import { EMPTY_CONTENT, PLAN_SECTIONS, type PlanContent } from '@daegaejo/plan/rules';
import { isChangePath, isLinked, liesUnder, type PlacedChange, rowsOf, targetOf } from './target.js';

const ID = '0191d2a0-0000-7000-8000-000000000001';
const project = (key: string) => ({
  key,
  name: `사업 ${key}`,
  kind: 'other' as const,
  ministry: 'MOTIE',
  siteKeys: [],
  source: null,
  fictional: true,
});
const READ: PlanContent = {
  ...EMPTY_CONTENT,
  subProjects: [project('smart'), project('1')],
  budget: [{ subProject: 'smart', year: 2021, source: 'national', amount: '0' }],
  indicators: [
    { code: 'direct-hires', baseline: null, targets: [{ year: 2021, value: 3 }], source: null, fictional: true },
  ],
  evidence: [{ kind: 'municipal-consent', organisation: '구미시', status: 'attached', attachmentId: ID, note: null }],
};

describe('what an opinion is about', () => {
  it('is any section, whether or not something is written there', () => {
    for (const section of PLAN_SECTIONS) expect(targetOf(section, EMPTY_CONTENT)).toBe(section);
  });

  it.each([
    ['title', 'basics'],
    ['theme', 'basics'],
    ['subProjects[smart]', 'subProjects[smart]'],
    ['subProjects[smart].name', 'subProjects[smart]'],
    ['budget[smart 2021 national]', 'budget[smart 2021 national]'],
    ['indicators[direct-hires].targets[2021]', 'indicators[direct-hires]'],
    ['subProjects[0]', 'subProjects[smart]'],
    ['subProjects[0].ministry', 'subProjects[smart]'],
    ['indicators[0]', 'indicators[direct-hires]'],
    [`attachments[${ID}]`, `attachments[${ID}]`],
  ])('%s is %s in the version that was read', (path, target) => {
    expect(targetOf(path, READ)).toBe(target);
  });

  it('is a key before it is a position', () => {
    expect(rowsOf(READ)).toContain('subProjects[1]');
    expect(targetOf('subProjects[1]', READ)).toBe('subProjects[1]');
    expect(targetOf('subProjects[1]', { ...READ, subProjects: [project('a'), project('b')] })).toBe('subProjects[b]');
  });

  it.each([
    'subProjects[2]',
    'subProjects[port]',
    'subProjects[smar',
    'budget[smart 2022 national]',
    'narrative',
    'narrative.poetry',
    'attachments[7]',
    'attachments[0191d2a0-0000-7000-8000-000000000002]',
    'votes',
    'subProjects[smart]x',
  ])('is never %s', (path) => {
    expect(targetOf(path, READ)).toBeNull();
  });
});

const change = (path: string, section: PlacedChange['section'], more: Partial<PlacedChange> = {}): PlacedChange => ({
  path,
  section,
  kind: 'changed',
  before: '1',
  after: '2',
  ...more,
});

describe('a change', () => {
  it.each([
    ['title', 'basics', 'basics', true],
    ['budget[smart 2021 national]', 'budget', 'budget', true],
    ['budget[smart 2021 national]', 'budget', 'budget[smart 2021 national]', true],
    ['budget[smart 2021 national]', 'budget', 'subProjects[smart]', true],
    ['budget[smart 2 2021 national]', 'budget', 'subProjects[smart]', false],
    ['budget[smart 2 2021 national]', 'budget', 'subProjects[smart 2]', true],
    ['budget[smart 2021 national]', 'budget', 'subProjects', false],
    ['subProjects[smart].name', 'subProjects', 'subProjects[smart]', true],
    ['subProjects[smart2].name', 'subProjects', 'subProjects[smart', false],
    ['narrative.financing', 'narrative.financing', 'narrative.financing', true],
    ['indicators[direct-hires].targets[2021]', 'indicators', 'indicators[direct-hires]', true],
    ['indicators[direct-hires].targets[2021]', 'indicators', 'indicators[company-supports]', false],
  ] as const)('of %s in %s lies under %s: %s', (path, section, target, lies) => {
    expect(liesUnder(change(path, section), target)).toBe(lies);
  });

  it('of an attachment is one by which another takes its place', () => {
    const swapped = change('evidence[municipal-consent 구미시].attachmentId', 'evidence', { before: ID, after: null });
    expect(liesUnder(swapped, `attachments[${ID}]`)).toBe(true);
    expect(liesUnder({ ...swapped, before: null }, `attachments[${ID}]`)).toBe(false);
    const gone = change('evidence[municipal-consent 구미시]', 'evidence', {
      kind: 'removed',
      cells: { attachmentId: ID },
    });
    expect(liesUnder(gone, `attachments[${ID}]`)).toBe(true);
  });

  it('is named by an answer by itself, by what it lies in, and a row that came or went by any of its values', () => {
    const links = ['indicators[direct-hires].targets[2021]'];
    expect(isLinked(change('indicators[direct-hires].targets[2021]', 'indicators'), links)).toBe(true);
    expect(isLinked(change('indicators[direct-hires].targets[2022]', 'indicators'), links)).toBe(false);
    expect(isLinked(change('indicators[direct-hires]', 'indicators', { kind: 'removed' }), links)).toBe(true);
    expect(isLinked(change('budget[smart 2021 national]', 'budget'), ['budget'])).toBe(true);
    expect(isLinked(change('budget[smart 2021 national]', 'budget'), [])).toBe(false);
  });

  it.each([
    ['title', true],
    ['budget', true],
    ['budget[new 2021 national]', true],
    ['indicators[direct-hires].targets[2021]', true],
    ['narrative.financing', true],
    ['narrative.poetry', false],
    ['budget[]', false],
    ['budget.total', false],
    ['basics[1]', false],
    ['votes[1]', false],
    ['', false],
  ])('may be said to be at %j: %s', (path, fits) => {
    expect(isChangePath(path)).toBe(fits);
  });
});
