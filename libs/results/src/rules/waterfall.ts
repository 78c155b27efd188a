import { readWon } from '@daegaejo/platform/rules';
import { basisPoints } from './ratio.js';

/** One quantity on the way from what was announced to what came of it. None is the other under a new name. */
export interface WaterfallStep {
  readonly step: string;
  readonly label: string;
  readonly definition: string;
  /** Persons, or won, as whole numbers in text; null = not known, or nothing was recorded yet. */
  readonly value: string | null;
  /** Of the first quantity, in hundredths of a percent; null where either is missing. */
  readonly ofFirst: number | null;
  /** Source of a figure somebody reported; null for a computed one. */
  readonly source: string | null;
  readonly fictional: boolean;
}

export type RawStep = Omit<WaterfallStep, 'ofFirst'>;

/** Steps with their share of the first; a step that is not known stays empty. */
export function waterfallOf(steps: readonly RawStep[]): WaterfallStep[] {
  const first = steps[0]?.value ?? null;
  return steps.map((step) => ({
    ...step,
    ofFirst: first === null || step.value === null ? null : basisPoints(BigInt(step.value), BigInt(first)),
  }));
}

/** A figure as it was announced: in won where its unit is money, else its digits; null where the text is no number. */
export function announcedValue(value: string, unit: string): { readonly value: string; readonly unit: string } | null {
  const money = readWon(value, unit);
  if (money !== null) return { value: String(money.won), unit: '원' };
  const digits = value.replaceAll(',', '').trim();
  return /^\d+(\.\d+)?$/.test(digits) ? { value: digits, unit } : null;
}
