import { cellFindings, type CellFacts, cellKey, droppedFindings, type SentCell } from './index.js';

const facts = (amounts: Readonly<Record<string, bigint>> = {}): CellFacts => ({
  subProjects: new Set(['parking-1', 'employment-1']),
  standing: (stage, key) => amounts[`${stage} ${key}`] ?? 0n,
});
const cell = (change: Partial<SentCell> = {}): SentCell => ({
  subProject: 'parking-1',
  source: 'national',
  amount: 100n,
  reason: null,
  ...change,
});
const KEY = cellKey('parking-1', 'national');

describe('cells of a budget stage', () => {
  it.each([
    ['a sound cell', cell(), []],
    [
      'a sub-project the plan does not have',
      cell({ subProject: 'x' }),
      [['cells[0].subProject', 'budget.sub-project.unknown']],
    ],
    ['an unknown source', cell({ source: 'lottery' }), [['cells[0].source', 'field.choice']]],
    ['nothing', cell({ amount: 0n }), [['cells[0].amount', 'funding.amount.range']]],
    ['less than nothing', cell({ amount: -1n }), [['cells[0].amount', 'funding.amount.range']]],
  ] as const)('given %s, says so', (_what, sent, wanted) => {
    expect(cellFindings('requested', [sent], facts()).map(({ field, code }) => [field, code])).toEqual(wanted);
  });

  it('given the same cell twice, names the second', () => {
    expect(cellFindings('requested', [cell(), cell()], facts())).toEqual([
      { field: 'cells[1]', code: 'budget.cell.twice', params: { subProject: 'parking-1', source: 'national' } },
    ]);
  });

  it('given more 국비 enacted than drafted, asks for a reason; other sources have no draft', () => {
    const drafted = facts({ [`government-draft ${KEY}`]: 99n });
    expect(cellFindings('enacted', [cell()], drafted)[0]).toMatchObject({ field: 'cells[0].reason' });
    expect(cellFindings('enacted', [cell({ reason: '국회 증액' })], drafted)).toEqual([]);
    expect(cellFindings('enacted', [cell({ amount: 99n })], drafted)).toEqual([]);
    expect(cellFindings('enacted', [cell({ source: 'province' })], facts())).toEqual([]);
  });

  it('given money granted, enacts no less and leaves no such cell out', () => {
    const granted = facts({ [`granted ${KEY}`]: 101n });
    const codes = cellFindings('enacted', [cell({ reason: '증액' })], granted).map(({ code }) => code);
    expect(codes).toEqual(['budget.enacted.under-granted']);
    expect(droppedFindings('enacted', [], [cell()], () => 101n).map(({ code }) => code)).toEqual([
      'budget.enacted.dropped',
    ]);
    expect(droppedFindings('enacted', [cell()], [cell()], () => 101n)).toEqual([]);
    expect(droppedFindings('requested', [], [cell()], () => 101n)).toEqual([]);
  });
});
