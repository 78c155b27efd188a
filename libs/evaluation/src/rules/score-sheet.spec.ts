import { allowedActions, nextState, tableFaults } from '@daegaejo/platform/rules';
import type { Criterion } from '@daegaejo/round/rules';
import fc from 'fast-check';
import { checkMarks } from './marks.js';
import { SHEET_ACTIONS, SHEET_STATES, SHEET_TABLE } from './score-sheet.js';

const criteria: Criterion[] = [
  { code: 'need', name: '필요성', weight: 4000, max: 10_000 },
  { code: 'effect', name: '효과성', weight: 6000, max: 5000 },
];

const range = (index: number, criterion: string, name: string, max: string) => ({
  field: `marks[${index}].mark`,
  code: 'sheet.mark.range',
  params: { criterion, name, min: '0.00', max },
});

describe('score sheet states', () => {
  it('is a sound table over exactly the named states', () => {
    expect(tableFaults(SHEET_TABLE)).toEqual([]);
    expect(Object.keys(SHEET_TABLE.moves).sort()).toEqual([...SHEET_STATES].sort());
  });

  it.each([
    ['open', 'save', 'saved'],
    ['saved', 'save', 'saved'],
    ['saved', 'submit', 'submitted'],
    ['submitted', 'return', 'returned'],
    ['returned', 'save', 'saved'],
    ['returned', 'submit', 'submitted'],
    ['submitted', 'lock', 'locked'],
    ['open', 'void', 'void'],
    ['saved', 'void', 'void'],
    ['submitted', 'void', 'void'],
    ['returned', 'void', 'void'],
    ['locked', 'void', 'void'],
    // nothing is submitted unseen, nothing submitted is edited, nothing unsubmitted is locked, a lock is not undone
    ['open', 'submit', null],
    ['submitted', 'save', null],
    ['saved', 'lock', null],
    ['returned', 'lock', null],
    ['locked', 'return', null],
    ['locked', 'save', null],
    ['void', 'save', null],
  ] as const)('%s --%s--> %s', (from, action, to) => {
    expect(nextState(SHEET_TABLE, from, action)).toBe(to);
  });

  it('keeps a locked sheet open to a recusal', () => {
    expect(SHEET_TABLE.finals).toEqual(['void']);
    expect(allowedActions(SHEET_TABLE, 'locked')).toEqual(['void']);
  });

  it.each(SHEET_STATES.flatMap((state) => SHEET_ACTIONS.map((action) => [state, action] as const)))(
    'from %s, a refused %s names what is allowed, unless final',
    (state, action) => {
      if (nextState(SHEET_TABLE, state, action) !== null) return;
      expect(allowedActions(SHEET_TABLE, state).length > 0).toBe(!SHEET_TABLE.finals.includes(state));
    },
  );
});

describe('checkMarks', () => {
  it.each([
    ['both bounds', [0, 5000], []],
    ['over the max of the criterion', [10_000, 5001], [range(1, 'effect', '효과성', '50.00')]],
    ['negative', [-1, 0], [range(0, 'need', '필요성', '100.00')]],
    ['a fraction of a hundredth', [87.5, 0], [range(0, 'need', '필요성', '100.00')]],
    ['not a number', [Number.NaN, 0], [range(0, 'need', '필요성', '100.00')]],
  ])('range: %s', (_case, [need = 0, effect = 0], expected) => {
    const marks = [
      { criterion: 'need', mark: need },
      { criterion: 'effect', mark: effect },
    ];
    expect(checkMarks(criteria, marks, { complete: true })).toEqual(expected);
  });

  it('names unknown and repeated criteria by their place', () => {
    const marks = [
      { criterion: 'need', mark: 1 },
      { criterion: 'charm', mark: 1 },
      { criterion: 'need', mark: 2 },
    ];
    expect(checkMarks(criteria, marks, { complete: false })).toEqual([
      { field: 'marks[1].criterion', code: 'sheet.criterion.unknown', params: { criterion: 'charm' } },
      {
        field: 'marks[2].criterion',
        code: 'sheet.criterion.duplicate',
        params: { criterion: 'need', name: '필요성' },
      },
    ]);
  });

  it('lets a draft be incomplete, but not a submission', () => {
    const marks = [{ criterion: 'need', mark: 0 }];
    expect(checkMarks(criteria, marks, { complete: false })).toEqual([]);
    expect(checkMarks(criteria, marks, { complete: true })).toEqual([
      { field: 'marks', code: 'sheet.mark.missing', params: { criterion: 'effect', name: '효과성' } },
    ]);
  });

  it('finds nothing exactly when each criterion has one mark within its range', () => {
    const mark = fc.record({
      criterion: fc.constantFrom('need', 'effect', 'charm'),
      mark: fc.integer({ min: -5, max: 5005 }),
    });
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 4 }), (marks) => {
        const sound =
          marks.length === 2 &&
          criteria.every(({ code, max }) =>
            marks.some((given) => given.criterion === code && given.mark >= 0 && given.mark <= max),
          );
        expect(checkMarks(criteria, marks, { complete: true }).length === 0).toBe(sound);
      }),
    );
  });
});
