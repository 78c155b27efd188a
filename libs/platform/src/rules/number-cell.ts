import { type CellContent, plainNumber } from './cell.js';
import { MAX_WON } from './fixed.js';
import { WON_UNITS, type WonUnit } from './won-units.js';

/** digits ÷ 10^scale, exactly. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Why a cell is not the number that is wanted: no number, a percentage, below nothing, or a part of one. */
export type NumberFault = 'not-a-number' | 'percent' | 'negative' | 'fraction';

/** Digits a spreadsheet keeps; what lies behind them is its binary arithmetic, not what somebody meant. */
const KEPT_DIGITS = 15;
const LONGEST = 40;

/** A whole number that is not negative. "1,234", "１，２３４" and 1234 mean the same; "1,5" and "12 34" are refused. */
export function wholeOf(cell: CellContent): bigint | NumberFault {
  const decimal = decimalOf(cell);
  return typeof decimal === 'string' ? decimal : times(decimal, 1n);
}

/** Why a cell is not an amount of money: also more than one figure may hold. */
export type WonFault = NumberFault | 'too-much';

/**
 * Won in a cell that counts in `unit`: 1.5 in 백만원 is 1,500,000. Never rounded: what is no whole won is a fraction. Accountants'
 * signs of a negative amount (△, brackets) are known as such.
 */
export function wonOf(cell: CellContent, unit: WonUnit): bigint | WonFault {
  const decimal = decimalOf(cell);
  if (typeof decimal === 'string') return decimal;
  const won = times(decimal, WON_UNITS[unit]);
  return typeof won === 'bigint' && won > MAX_WON ? 'too-much' : won;
}

function times({ digits, scale }: Decimal, unit: bigint): bigint | NumberFault {
  if (digits < 0n) return 'negative';
  if (scale === 0) return digits * unit;
  const parts = 10n ** BigInt(scale);
  return (digits * unit) % parts === 0n ? (digits * unit) / parts : 'fraction';
}

function decimalOf(cell: CellContent): Decimal | NumberFault {
  if (cell.is === 'number') return cell.percent ? 'percent' : decimalOfNumber(cell.number);
  if (cell.is !== 'text' || cell.text.length > LONGEST) return 'not-a-number';
  const text = cell.text.normalize('NFKC').trim();
  if (text.endsWith('%')) return 'percent';
  const signed = text.replace(/^\((.+)\)$/, '-$1').replace(/^[−–△▲]\s*/, '-');
  const bare = plainNumber(signed);
  if (bare === null) return 'not-a-number';
  const [whole = '', below = ''] = bare.split('.');
  return { digits: BigInt((whole + below).replace('+', '')), scale: below.length };
}

function decimalOfNumber(number: number): Decimal | NumberFault {
  if (!Number.isFinite(number)) return 'not-a-number';
  if (Number.isSafeInteger(number)) return { digits: BigInt(number), scale: 0 };
  const [digits = '', exponent = ''] = number.toExponential(KEPT_DIGITS - 1).split('e');
  const scale = KEPT_DIGITS - 1 - Number(exponent);
  const whole = BigInt(digits.replace('.', ''));
  return scale < 0 ? { digits: whole * 10n ** BigInt(-scale), scale: 0 } : { digits: whole, scale };
}
