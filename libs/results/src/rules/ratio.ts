import { basisPoints as share } from '@daegaejo/platform/rules';

/**
 * Part of a whole in hundredths of a percent, half up: 15,472 of 60,000 are 2579. Whole numbers all the way.
 * null where the whole is nought; RangeError where either is negative.
 */
export function basisPoints(part: bigint, whole: bigint): number | null {
  if (part < 0n || whole < 0n) throw new RangeError('a share needs a part and a whole of at least 0');
  return share(part, whole);
}

/** The same to the nearest whole percent, as it stands in reports: 26. Rounded once, from the parts themselves. */
export function wholePercent(part: bigint, whole: bigint): number | null {
  if (part < 0n || whole < 0n) throw new RangeError('a share needs a part and a whole of at least 0');
  if (whole === 0n) return null;
  return Number((part * 200n + whole) / (2n * whole));
}
