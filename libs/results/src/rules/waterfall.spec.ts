import { announcedValue, type RawStep, waterfallOf } from './waterfall.js';

const step = (name: string, value: string | null): RawStep => ({
  step: name,
  label: name,
  definition: name,
  value,
  source: null,
  fictional: false,
});

describe('announced → confirmed → secured → executed', () => {
  it('given the figures of 2020, then each stands apart with its share of the first', () => {
    const steps = waterfallOf([step('announced', '60000'), step('confirmed', '15472'), step('attained', null)]);
    expect(steps.map(({ ofFirst }) => ofFirst)).toEqual([10_000, 2579, null]);
  });

  it('given no announced figure, then nothing is compared', () => {
    expect(waterfallOf([step('announced', null), step('secured', '5')]).map(({ ofFirst }) => ofFirst)).toEqual([
      null,
      null,
    ]);
  });

  it.each([
    ['1', '조원', { value: '1000000000000', unit: '원' }],
    ['10,000', '억원', { value: '1000000000000', unit: '원' }],
    ['60,000', '명', { value: '60000', unit: '명' }],
    ['약 6만', '명', null],
  ])('given %s %s as announced, then it is %j', (value, unit, expected) => {
    expect(announcedValue(value, unit)).toEqual(expected);
  });
});
