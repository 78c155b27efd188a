import { type Finding, MAX_WON, sumWon } from '@daegaejo/platform/rules';

export const PAYMENT_KINDS = ['grant', 'execution'] as const;
/** 교부 (a tranche paid to the region) and 집행 (what the region spent of it), as e나라도움 has them. */
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** The stage whose amount the payments of a kind sum to. */
export const STAGE_OF_KIND = { grant: 'granted', execution: 'executed' } as const;

/** How a cell stands, in won. */
export interface CellMoney {
  readonly enacted: bigint;
  readonly granted: bigint;
  readonly executed: bigint;
  /** What was carried over into this year's cell from the year before (이월); it may be spent, not granted again. */
  readonly carriedIn: bigint;
}

/**
 * What is wrong with one more payment on a cell (convention): granted ≤ enacted, executed ≤ granted and carried over.
 * `amount` is negative for what was returned or cancelled.
 */
export function paymentFindings(kind: PaymentKind, amount: bigint, cell: CellMoney, field: string): Finding[] {
  const size = amount < 0n ? -amount : amount;
  if (size === 0n || size > MAX_WON)
    return [
      {
        field,
        code: 'funding.amount.range',
        params: { amount: String(size), min: '1', max: String(MAX_WON) },
      },
    ];
  const { enacted, granted, executed, carriedIn } = cell;
  const spendable = granted + carriedIn;
  if (kind === 'grant' && amount > 0n && granted + amount > enacted)
    return [over('budget.granted.over-enacted', enacted, granted)];
  if (kind === 'execution' && amount > 0n && executed + amount > spendable)
    return [over('budget.executed.over-granted', spendable, executed)];
  // Money already spent cannot be taken back from the grant; nothing can be given back that was not paid.
  if (kind === 'grant' && amount < 0n && spendable + amount < executed)
    return [over('budget.return.over-unspent', spendable, executed)];
  if (kind === 'execution' && amount < 0n && executed + amount < 0n)
    return [over('budget.return.over-paid', executed, 0n)];
  return [];

  function over(code: string, limit: bigint, standing: bigint): Finding {
    return {
      field,
      code,
      params: {
        amount: String(size),
        limit: String(limit),
        standing: String(standing),
        left: String(limit - standing),
      },
    };
  }
}

/** What of a payment can still be returned or cancelled: its amount less what its counter-records took back. */
export const openOf = (amount: bigint, countered: readonly bigint[]): bigint => amount - sumWon(countered);
