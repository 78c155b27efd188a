import { toMoment } from './fields.js';

describe('a moment from outside', () => {
  it.each([
    ['2020-05-07T01:00:00.000Z', '2020-05-07T01:00:00.000Z'],
    ['2020-05-07T01:00:00Z', '2020-05-07T01:00:00.000Z'],
    ['2020-05-07T01:00Z', '2020-05-07T01:00:00.000Z'],
    ['2020-05-07T10:00:00+09:00', '2020-05-07T01:00:00.000Z'],
  ])('%s is kept as %s', (given, kept) => {
    expect(toMoment(given)).toBe(kept);
  });

  it.each(['2020-05-07T10:00:00', '2020-05-07', '2020-02-30T00:00:00Z', '2020-05-07T25:00:00Z', 'tomorrow', 7, null])(
    '%p is left for the check to refuse',
    (given) => {
      expect(toMoment(given)).toBe(given);
    },
  );
});
