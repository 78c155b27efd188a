import { pathOf } from './path.js';

const TARGETS = [
  { year: 2021, value: 100 },
  { year: 2022, value: 200 },
  { year: 2023, value: 300 },
];

describe('attainment against the path', () => {
  it('given two reported years, then the third is open and not nought', () => {
    const path = pathOf(
      [2023, 2021, 2022],
      TARGETS,
      new Map([
        [2021, 80],
        [2022, 220],
      ]),
    );
    expect(
      path.map(({ year, cumulativeTarget, cumulativeResult, attained }) => [
        year,
        cumulativeTarget,
        cumulativeResult,
        attained,
      ]),
    ).toEqual([
      [2021, 100, 80, 8000],
      [2022, 300, 300, 10_000],
      [2023, 600, null, null],
    ]);
  });

  it('given a year that was left out, then later years count what was reported', () => {
    const path = pathOf([2021, 2022], TARGETS, new Map([[2022, 90]]));
    expect(path[0]).toMatchObject({ result: null, cumulativeResult: null, attained: null });
    expect(path[1]).toMatchObject({ result: 90, cumulativeResult: 90, attained: 3000 });
  });

  it('given no target, then there is no share', () => {
    expect(pathOf([2021], [], new Map([[2021, 5]]))[0]).toMatchObject({ target: 0, result: 5, attained: null });
  });
});
