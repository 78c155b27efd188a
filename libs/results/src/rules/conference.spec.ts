import { changedFigures, type ToldFigure, wishFindings } from './conference.js';

const figure = (code: ToldFigure['code'], value: string): ToldFigure => ({
  code,
  label: code,
  value,
  unit: '명',
  query: 'q',
  hash: `${code}:${value}`,
});

describe('a results conference', () => {
  it('given a cohort, a case or a figure named twice, then each is said with its place', () => {
    const wish = {
      cohorts: [
        { roundId: 'r', figures: ['confirmed-jobs', 'confirmed-jobs'] },
        { roundId: 'r', figures: [] },
      ],
      cases: [
        { planId: 'p', figures: [] },
        { planId: 'p', figures: ['attained-jobs'] },
      ],
    };
    expect(wishFindings(wish).map(({ field, code }) => [field, code])).toEqual([
      ['cohorts[0].figures[1]', 'conference.figure.twice'],
      ['cohorts[1].roundId', 'conference.cohort.twice'],
      ['cases[1].planId', 'conference.case.twice'],
    ]);
    expect(wishFindings({ cohorts: [], cases: [] })).toEqual([]);
  });

  it('given a figure that came to something else since, then both values are named', () => {
    const told = [figure('confirmed-jobs', '15472'), figure('attained-jobs', '100'), figure('secured-first-year', '5')];
    const now = [figure('confirmed-jobs', '15472'), figure('attained-jobs', '120')];
    expect(changedFigures(told, now, 'cohorts[0].figures')).toEqual([
      {
        field: 'cohorts[0].figures[1]',
        code: 'conference.figure.changed',
        params: { figure: 'attained-jobs', told: '100', now: '120' },
      },
      {
        field: 'cohorts[0].figures[2]',
        code: 'conference.figure.changed',
        params: { figure: 'secured-first-year', told: '5', now: '-' },
      },
    ]);
  });
});
