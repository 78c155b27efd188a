import type { PlanContent } from '@daegaejo/plan/rules';
import { type FigureBasis, publishedFigures } from './published-figures.js';

const told = (code: string, value: string, unit: string) => ({ code, value, unit, source: 'N20a', fictional: false });
const plan = (
  jobs: number,
  facilities: number,
  supports: number,
): Pick<PlanContent, 'indicators' | 'budget' | 'subProjects'> => ({
  indicators: (
    [
      ['direct-hires', jobs],
      ['support-facilities', facilities],
      ['company-supports', supports],
      ['induced-jobs', 99_999],
    ] as const
  ).map(([code, value]) => ({ code, baseline: null, targets: [{ year: 2021, value }], source: null, fictional: true })),
  budget: [{ subProject: 'a', year: 2021, source: 'national', amount: '700' }],
  subProjects: [
    { key: 'a', name: 'a', kind: 'other', ministry: 'MOLIT', siteKeys: [], source: null, fictional: false },
  ],
});
const BASIS: FigureBasis = {
  announced: {
    no: 1,
    figures: [
      told('jobs', '60000', '명'),
      told('output', '48', '조원'),
      told('next-year-budget', '1', '조원'),
      told('ministries', '11', '개'),
    ],
  },
  plans: [plan(10_000, 100, 500), plan(5_472, 78, 383)],
  designated: 2,
  secured: { won: 256_200_000_000n, year: 2021, from: 'planned' },
  attained: null,
};
const values = (basis: FigureBasis): Record<string, string> =>
  Object.fromEntries(publishedFigures(basis).map(({ code, value, unit }) => [code, `${value}${unit}`]));

describe('the published figures', () => {
  it('given the cohort of 2020, then announced, confirmed, secured and derived figures stand apart', () => {
    expect(values(BASIS)).toEqual({
      'announced-jobs': '60000명',
      'announced-output': '48000000000000원',
      'announced-next-year-budget': '1000000000000원',
      'announced-ministries': '11개',
      'designated-regions': '2곳',
      'confirmed-jobs': '15472명',
      'confirmed-facilities': '178개',
      'confirmed-supports': '883건',
      'confirmed-ministries': '1개',
      'confirmed-sub-projects': '2건',
      'confirmed-total': '1400원',
      'secured-first-year': '256200000000원',
      'confirmed-jobs-share': '2579만분율',
      'confirmed-jobs-percent': '26%',
    });
  });

  it('given nothing but an announcement, then nothing is made up', () => {
    const early = { ...BASIS, plans: null, designated: null, secured: null };
    expect(Object.keys(values(early))).toEqual([
      'announced-jobs',
      'announced-output',
      'announced-next-year-budget',
      'announced-ministries',
    ]);
  });

  it('says where each comes from, and marks what rests on demo data', () => {
    const figures = publishedFigures({ ...BASIS, attained: new Map([['direct-hires', 12]]) });
    const of = (code: string) => figures.find((one) => one.code === code);
    expect(of('announced-jobs')).toMatchObject({ reportedSource: 'N20a', fictional: false });
    expect(of('confirmed-jobs')).toMatchObject({ reportedSource: null, fictional: true });
    expect(of('confirmed-sub-projects')?.fictional).toBe(false);
    expect(of('secured-first-year')?.query).toContain('no enacted budget');
    expect(of('attained-jobs')).toMatchObject({ quantity: 'attained', value: '12' });
    expect(of('attained-supports')).toBeUndefined();
  });
});
