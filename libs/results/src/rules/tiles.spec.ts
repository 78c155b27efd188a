import organisations from '../../../../config/reference/organisations.json';
import { TILES, tileOf } from './tiles.js';

describe('the map of tiles', () => {
  const provinces = organisations.filter(({ kind }) => kind === 'province');
  const on = (day: string) =>
    provinces.filter(({ names }) => names.some(({ from, to }) => (from ?? '') <= day && (to === null || day < to)));

  it('has a tile for every province of the reference data, and no other', () => {
    expect(Object.keys(TILES).toSorted()).toEqual(provinces.map(({ code }) => code).toSorted());
  });

  it.each([
    ['2020-05-07', 17],
    ['2026-06-30', 17],
    ['2026-07-01', 16],
  ])('given %s, then %s provinces stand on tiles of their own', (day, count) => {
    const tiles = on(day).map(({ code }) => tileOf(code).join('/'));
    expect(tiles).toHaveLength(count);
    expect(new Set(tiles).size).toBe(count);
  });
});
