import type { Criterion } from '@daegaejo/round/rules';
import { checkMarks, type Mark, type MarkCheck } from './marks.js';

const criteria: Criterion[] = [
  { code: 'need', name: '필요성', weight: 10_000, max: 10_000, commentOutside: { low: 4000, high: 9000 } },
  { code: 'drive', name: '추진의지', weight: 10_000, max: 2000, stage: 'talk' },
];
const found = (marks: readonly Mark[], check: MarkCheck) =>
  checkMarks(criteria, marks, check).map(({ field, code }) => `${field} ${code}`);

describe('marks of a stage', () => {
  it('are on the criteria of that stage, all of them, and no other', () => {
    const main = { complete: true, stage: 'main' };
    expect(found([{ criterion: 'need', mark: 5000 }], main)).toEqual([]);
    expect(found([{ criterion: 'need', mark: 5000 }], { complete: true, stage: 'talk' })).toEqual([
      'marks[0].criterion sheet.criterion.other-stage',
      'marks sheet.mark.missing',
    ]);
    expect(found([], main)).toEqual(['marks sheet.mark.missing']);
    expect(found([], { complete: true })).toEqual(['marks sheet.mark.missing', 'marks sheet.mark.missing']);
  });
});

describe('an abstention', () => {
  const allowed: MarkCheck = { complete: true, stage: 'main', abstention: 'mean-of-others' };
  const abstains = (reason?: string | null): Mark[] => [{ criterion: 'need', mark: null, reason }];

  it.each<[string, Mark[], MarkCheck, string[]]>([
    ['with its reason', abstains('전문 분야가 아님'), allowed, []],
    ['without a reason', abstains(), allowed, ['marks[0].reason sheet.abstention.reason']],
    ['with a blank reason', abstains('  '), allowed, ['marks[0].reason sheet.abstention.reason']],
    [
      'where the policy knows none',
      abstains('전문 분야가 아님'),
      { ...allowed, abstention: undefined },
      ['marks[0].mark sheet.abstention.refused'],
    ],
    [
      'where it knows none, in a draft',
      abstains('전문 분야가 아님'),
      { complete: false },
      ['marks[0].mark sheet.abstention.refused'],
    ],
    ['in figures, which have no reasons', abstains(), { ...allowed, words: false }, []],
    [
      'in figures where the policy knows none',
      abstains(),
      { complete: true, stage: 'main', words: false },
      ['marks[0].mark sheet.abstention.refused'],
    ],
  ])('%s', (_what, marks, check, expected) => {
    expect(found(marks, check)).toEqual(expected);
  });

  it('is not what a comment ahead of its mark is: that is nothing yet', () => {
    const ahead: Mark[] = [{ criterion: 'need', mark: null, comment: '나중에' }];
    expect(found(ahead, { complete: false })).toEqual([]);
    expect(found(ahead, { complete: true, stage: 'main' })).toEqual(['marks sheet.mark.missing']);
  });
});

describe('a comment', () => {
  it.each<[number, string | null, boolean, string[]]>([
    [4000, null, true, []],
    [9000, null, true, []],
    [3999, null, true, ['marks[0].comment sheet.comment.missing']],
    [9001, ' ', true, ['marks[0].comment sheet.comment.missing']],
    [9001, '탁월함', true, []],
    [9001, null, false, []], // only when it is handed in
    [10_001, null, true, ['marks[0].mark sheet.mark.range']],
  ])('on a mark of %d: %j, handed in: %s', (mark, comment, complete, expected) => {
    expect(found([{ criterion: 'need', mark, comment }], { complete, stage: 'main' })).toEqual(expected);
  });

  it('is not asked for in a computation', () => {
    expect(found([{ criterion: 'need', mark: 0 }], { complete: true, stage: 'main', words: false })).toEqual([]);
  });
});
