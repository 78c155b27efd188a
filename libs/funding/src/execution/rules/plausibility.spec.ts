import { plausibilityWarnings, shrinkOf, standingsOf } from './index.js';

const EOK = 100_000_000n;
const plan = (hires: number, facilities: number, supports: number, eok: bigint) => ({
  hires,
  facilities,
  supports,
  won: eok * EOK,
});
const EARLIER = [plan(1_000, 10, 100, 1_000n), plan(3_000, 20, 200, 1_000n), plan(2_000, 0, 50, 1_000n)];

describe('a new plan among earlier ones', () => {
  it('given figures within what others confirmed, then it has a place and no warning', () => {
    const standings = standingsOf(plan(2_500, 15, 100, 1_000n), EARLIER);
    expect(
      standings.map(({ measure, value, plans, quantileBp, outside }) => [measure, value, plans, quantileBp, outside]),
    ).toEqual([
      ['hires-per-eok', 2_500n, 3, 6_666, null],
      ['won-per-facility', (1_000n * EOK) / 15n, 2, 5_000, null],
      ['supports-per-eok', 100n, 3, 6_666, null],
    ]);
    expect(standings[0]).toMatchObject({ min: 1_000n, median: 2_000n, max: 3_000n });
    expect(plausibilityWarnings(standings, [], { announced: null, hires: 2_500 })).toEqual([]);
  });

  it('given more jobs per 억원 than anybody confirmed, then the warning names both', () => {
    const found = plausibilityWarnings(standingsOf(plan(12_000, 15, 100, 1_000n), EARLIER), [], {
      announced: null,
      hires: 12_000,
    });
    expect(found).toEqual([
      {
        field: 'hires-per-eok',
        code: 'execution.plausibility.hires-per-eok.above',
        params: { value: '12.0', mark: '3.0', plans: 3 },
      },
    ]);
  });

  it('given what earlier cohorts made of their announcements, then jobs as announced are held against it', () => {
    const shrinks = shrinkOf([
      { cohort: 2020, announced: 60_000, confirmed: 15_472 },
      { cohort: 2021, announced: 55_000, confirmed: 13_448 },
      { cohort: 2019, announced: null, confirmed: 5 },
    ]);
    expect(shrinks.map(({ ratioBp }) => ratioBp)).toEqual([2_578, 2_445, null]);
    const [warning] = plausibilityWarnings([], shrinks, { announced: 12_000, hires: 12_000 });
    expect(warning?.params).toMatchObject({ announced: 12_000, own: 100, best: 25, expected: 3_093 });
    expect(plausibilityWarnings([], shrinks, { announced: 12_000, hires: 1_545 })).toEqual([]);
  });

  it('given no earlier plan, then it has no place', () => {
    expect(standingsOf(plan(1, 0, 1, 0n), [])[0]).toMatchObject({ value: null, plans: 0, quantileBp: null });
  });
});
