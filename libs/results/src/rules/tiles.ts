/**
 * Where a 시·도 stands in a map of equal tiles, column and row from the top left. A convention of ours: no boundaries are drawn,
 * so that none can be wrong; which provinces there are on a day comes from the reference data.
 */
export const TILES: Readonly<Record<string, readonly [number, number]>> = {
  GYEONGGI: [1, 0],
  GANGWON: [2, 0],
  INCHEON: [0, 1],
  SEOUL: [1, 1],
  CHUNGBUK: [2, 1],
  GYEONGBUK: [3, 1],
  CHUNGNAM: [0, 2],
  SEJONG: [1, 2],
  DAEJEON: [2, 2],
  DAEGU: [3, 2],
  ULSAN: [4, 2],
  JEONBUK: [1, 3],
  GYEONGNAM: [2, 3],
  BUSAN: [3, 3],
  GWANGJU: [0, 4],
  JEONNAM: [1, 4],
  JEONNAM_GWANGJU: [0, 4],
  JEJU: [0, 5],
};

/** The tile of a province; one the table does not know stands below all others. */
export const tileOf = (code: string): readonly [number, number] => TILES[code] ?? [4, 5];
