/** 10,000 basis points are the whole. */
export const FULL_BP = 10_000;

/** part ÷ whole in basis points, rounded down, so that a rate just short of a mark never reaches it; null where the whole is nothing. */
export function basisPointsDown(part: bigint, whole: bigint): number | null {
  return whole <= 0n ? null : Number((part * BigInt(FULL_BP)) / whole);
}

/** The same rounded half away from zero: for showing, and for changes, which may be negative. */
export function basisPoints(part: bigint, whole: bigint): number | null {
  if (whole <= 0n) return null;
  const size = part < 0n ? -part : part;
  const rounded = Number((2n * size * BigInt(FULL_BP) + whole) / (2n * whole));
  return part < 0n ? -rounded || 0 : rounded;
}
