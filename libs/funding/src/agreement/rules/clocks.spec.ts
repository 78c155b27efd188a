import {
  agreementDueAt,
  agreementOverAt,
  changeDueAt,
  dayFindings,
  isLateInYear,
  periodEnd,
  revocationClocks,
} from './index.js';

const NOW = '2023-06-01T00:00:00.000Z';
const plan = (
  filedOn: string,
  approvedOn: string | null = null,
  startedOn: string | null = null,
  rejected = false,
) => ({
  filedOn,
  approvedOn,
  startedOn,
  rejected,
});

describe('a period of months', () => {
  it.each([
    ['2021-03-31', 1, '2021-04-30'],
    ['2022-03-30', 1, '2022-04-30'],
    ['2021-01-30', 1, '2021-02-28'],
    ['2024-01-30', 1, '2024-02-29'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2021-12-31', 1, '2022-01-31'],
    ['2021-03-31', 24, '2023-03-31'],
    // leap days: where the day is missing the month ends it, and from the day before March on it runs to the end of February
    ['2020-02-29', 24, '2022-02-28'],
    ['2020-02-28', 24, '2022-02-28'],
    ['2022-02-28', 24, '2024-02-29'],
    ['2022-02-27', 24, '2024-02-27'],
    ['2023-02-28', 12, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2020-02-29', 48, '2024-02-29'],
  ])('from %s, %i months, ends on %s', (from, months, end) => {
    expect(periodEnd(from, months)).toBe(end);
  });
});

describe('the terms of agreement and change', () => {
  it('give one month from the notice, or the days of the policy', () => {
    expect(agreementDueAt('2021-03-31')).toBe('2021-04-30T15:00:00.000Z');
    expect(agreementDueAt('2021-03-31', 60)).toBe('2021-05-30T15:00:00.000Z');
  });

  it.each([
    // filed a minute before and after midnight in Seoul
    ['2024-02-13T14:59:00.000Z', '2024-02-28T15:00:00.000Z'],
    ['2024-02-13T15:01:00.000Z', '2024-02-29T15:00:00.000Z'],
    ['2023-02-13T15:01:00.000Z', '2023-03-01T15:00:00.000Z'],
  ])('give fifteen days to answer what was filed at %s', (filedAt, due) => {
    expect(changeDueAt(filedAt)).toBe(due);
  });

  it('let an agreement end when its last year of funding is over', () => {
    expect(agreementOverAt([2022, 2023, 2021])).toBe('2023-12-31T15:00:00.000Z');
  });

  it.each([
    ['2021-04-01', []],
    ['2021-04-03', []],
    ['2021-03-31', ['x.day']],
    ['2021-04-04', ['x.day']],
  ])('take a reported day within its span, ends included: %s', (day, codes) => {
    const found = dayFindings('day', 'x.day', day, { from: '2021-04-01', until: '2021-04-03' });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('take the days of the policy instead', () => {
    expect(changeDueAt('2024-02-13T00:00:00.000Z', 5)).toBe('2024-02-18T15:00:00.000Z');
  });

  it.each([
    ['2023-11-30T14:59:59.999Z', false],
    ['2023-11-30T15:00:00.000Z', true],
    ['2023-12-31T15:00:00.000Z', false],
  ])('flag what is asked for in the last month: %s is %s', (filedAt, late) => {
    expect(isLateInYear(filedAt)).toBe(late);
  });
});

describe('the clocks of a designation', () => {
  it.each([
    ['nothing applied for, the last day', '2023-03-31T14:59:59.999Z', [], null],
    [
      'nothing applied for, the day after',
      '2023-03-31T15:00:00.000Z',
      [],
      { grounds: 'no-project-plan', since: '2023-03-31T15:00:00.000Z' },
    ],
    ['applied for and not approved: nobody started late', NOW, [plan('2022-01-10')], null],
    [
      'applied for and refused counts as not applied for',
      NOW,
      [plan('2022-01-10', null, null, true)],
      { grounds: 'no-project-plan', since: '2023-03-31T15:00:00.000Z' },
    ],
    ['approved, within the year', NOW, [plan('2022-01-10', '2022-06-01')], null],
    [
      'approved a year ago and not started',
      NOW,
      [plan('2022-01-10', '2022-05-31')],
      { grounds: 'no-start', since: '2023-05-31T15:00:00.000Z' },
    ],
    ['approved long ago and started', NOW, [plan('2021-05-01', '2021-06-01', '2022-05-01')], null],
    [
      'one of two approved, neither started: the earlier approval counts',
      NOW,
      [plan('2022-01-10', '2022-12-01'), plan('2021-05-01', '2021-06-01')],
      { grounds: 'no-start', since: '2022-06-01T15:00:00.000Z' },
    ],
  ])('%s', (_what, now, plans, due) => {
    expect(revocationClocks('2021-03-31', plans, now).due).toEqual(due);
  });

  it('run over leap days', () => {
    expect(revocationClocks('2020-02-29', [], NOW)).toMatchObject({ applyBy: '2022-02-28', startBy: null });
    expect(revocationClocks('2022-02-28', [], NOW)).toMatchObject({ applyBy: '2024-02-29', due: null });
    const started = revocationClocks('2022-03-01', [plan('2022-05-01', '2023-02-28')], '2024-02-29T14:59:00.000Z');
    expect(started).toEqual({ applyBy: null, startBy: '2024-02-29', due: null });
  });
});
