import { checkFindings, returnFindings } from './verdict.js';

const NOW = '2022-03-02T01:00:00.000Z';
const LATER = '2022-03-20T09:00:00.000Z';
const fields = [{ field: 'spent', reason: '정산서와 다름 (가상)' }];
const returned = { verdict: 'returned', reason: '보완 (가상)', dueAt: LATER, fields } as const;
const codes = (change: object) =>
  checkFindings({ ...returned, ...change }, NOW).map(({ field, code }) => `${field} ${code}`);

describe('the word of the secretariat on what was handed in', () => {
  it.each([
    ['a return with reason, date and fields', {}, []],
    ['no reason', { reason: null }, ['reason execution.check.reason']],
    ['no date', { dueAt: null }, ['dueAt execution.check.due']],
    ['a date that is past', { dueAt: NOW }, ['dueAt execution.due-past']],
    ['no field', { fields: [] }, ['fields execution.check.fields']],
    ['an acceptance', { verdict: 'accepted', dueAt: null, fields: [] }, []],
    ['an acceptance with fields', { verdict: 'accepted' }, ['fields execution.check.nothing-to-mend']],
    ['an acceptance with a date', { verdict: 'accepted', fields: [] }, ['dueAt execution.check.nothing-to-mend']],
  ])('given %s, then %s comes to %j', (_what, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('asks no fields of a corrective plan', () => {
    expect(returnFindings({ verdict: 'returned', reason: null, dueAt: null }, NOW)).toHaveLength(2);
    expect(returnFindings({ verdict: 'accepted', reason: null, dueAt: null }, NOW)).toEqual([]);
  });
});
