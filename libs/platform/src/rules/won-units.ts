/** What money is written in: plans and tables in 백만원, reports in 억원, announcements in 조원. In won. */
export const WON_UNITS = {
  원: 1n,
  천원: 1_000n,
  만원: 10_000n,
  백만원: 1_000_000n,
  억원: 100_000_000n,
  조원: 1_000_000_000_000n,
} as const;
export type WonUnit = keyof typeof WON_UNITS;

const isUnit = (unit: string): unit is WonUnit => Object.hasOwn(WON_UNITS, unit);

/** 1234567n → "1,234,567". */
export const grouped = (whole: bigint): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * An amount of won as a number of `unit`: 256_250_000_000n in 억원 is "2,562.5". Exact: whatever is below the unit stands
 * behind the point, to the last won, and nothing is ever rounded.
 */
export function wonIn(unit: WonUnit, won: bigint): string {
  const size = WON_UNITS[unit];
  const [sign, amount] = won < 0n ? ['-', -won] : ['', won];
  const places = String(size).length - 1;
  const below =
    places === 0
      ? ''
      : String(amount % size)
          .padStart(places, '0')
          .replace(/0+$/, '');
  return `${sign}${grouped(amount / size)}${below === '' ? '' : `.${below}`}`;
}

/** The same with its unit, as it stands in a Korean document: "2,562.5억원". */
export const wonText = (won: bigint, unit: WonUnit = '억원'): string => `${wonIn(unit, won)}${unit}`;

/** What a sentence about one amount needs: the won (`won`) and the same in 억원 (`eok`). */
export const wonParams = (won: bigint): { readonly won: string; readonly eok: string } => ({
  won: wonIn('원', won),
  eok: wonIn('억원', won),
});

const PLAIN = /^\d{1,16}(?:\.\d{1,12})?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,12})?$/;

/** An amount as somebody wrote it, and how fine he wrote it. */
export interface WrittenWon {
  readonly won: bigint;
  /** What its last digit is worth: of "1.3" 조원 a tenth of 1조원. A difference below it may be a rounding. */
  readonly digit: bigint;
}

/** "9,926" in 억원 → 992_600_000_000 won, to 1억원. Null where the text is no amount, the unit is none of money, or it falls below one won. */
export function readWon(text: string, unit: string): WrittenWon | null {
  const plain = text.trim();
  const name = unit.replaceAll(/\s/g, '');
  if (!isUnit(name) || !(PLAIN.test(plain) || GROUPED.test(plain))) return null;
  const [whole = '', below = ''] = plain.replaceAll(',', '').split('.');
  const scale = 10n ** BigInt(below.length);
  const parts = BigInt(whole + below) * WON_UNITS[name];
  if (parts % scale !== 0n) return null;
  const digit = WON_UNITS[name] / scale;
  return { won: parts / scale, digit: digit === 0n ? 1n : digit };
}
