import { EMPTY_CONTENT, type PlanContent } from './content.js';
import { partFindings, termFindings } from './return.js';

const NOW = '2026-11-24T01:00:00.000Z'; // 10:00 KST
const codes = (findings: readonly { field: string; code: string }[]): string[] =>
  findings.map(({ field, code }) => `${field} ${code}`);

describe('the term of a return for supplement', () => {
  it.each([
    ['2026-11-24T01:00:00.001Z', undefined, []],
    [NOW, undefined, ['dueAt plan.supplement.due-past']],
    ['2027-11-24T01:00:00.000Z', undefined, []],
    // ten days end at 24:00 KST of 4 December
    ['2026-12-04T15:00:00.000Z', 10, []],
    ['2026-12-04T15:00:00.001Z', 10, ['dueAt plan.supplement.due-late']],
  ])('given %s and a limit of %s days, then %j', (dueAt, limit, expected) => {
    expect(codes(termFindings(NOW, dueAt, limit))).toEqual(expected);
  });
});

describe('the parts of a return for supplement', () => {
  const filed: PlanContent = {
    ...EMPTY_CONTENT,
    subProjects: [
      { key: 'smart', name: '가', kind: 'other', ministry: 'MOTIE', siteKeys: [], source: null, fictional: true },
    ],
  };
  const reason = '근거가 없습니다.';
  it.each([
    [[], ['items plan.supplement.nothing']],
    [[{ section: 'budget' as const, path: null, reason }], []],
    [[{ section: null, path: 'subProjects[smart]', reason }], []],
    [[{ section: null, path: 'subProjects[gone]', reason }], ['items[0].path plan.supplement.path']],
    [[{ section: null, path: null, reason }], ['items[0] plan.supplement.part']],
    [[{ section: 'budget' as const, path: 'subProjects[smart]', reason }], ['items[0] plan.supplement.part']],
  ])('given %j, then %j', (items, expected) => {
    expect(codes(partFindings(filed, items))).toEqual(expected);
  });
});
