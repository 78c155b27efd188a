import { type Finding, sumWon } from '@daegaejo/platform/rules';

/** One source's line of a yearly settlement (재원별 정산; L-SUB 27, 34), in won. */
export interface SettlementRow {
  readonly source: string;
  readonly granted: bigint;
  /** Carried over from the year before (이월받은 금액). */
  readonly carriedIn: bigint;
  readonly interest: bigint;
  readonly executed: bigint;
  /** To the next year (이월). */
  readonly carryOver: bigint;
  /** Surplus and interest given back (반납). */
  readonly returned: bigint;
}

/** From how much granted money on an audited statement is needed where the policy does not say: 10억원 (L-SUB 27). */
export const AUDIT_FROM = 1_000_000_000n;

/** What the row does not account for: granted + carried in + interest − executed − carry-over − returned; 0 in a sound row. */
export const unaccounted = (row: SettlementRow): bigint =>
  row.granted + row.carriedIn + row.interest - row.executed - row.carryOver - row.returned;

/** What may be carried over at most: money granted or carried in that was not executed; interest never. */
export const mostCarryOver = ({ granted, carriedIn, executed }: SettlementRow): bigint =>
  granted + carriedIn - executed;

/** What is wrong with what was stated: a source twice, or no money of any source to settle. */
export const statedFindings = (stated: readonly string[], rows: readonly SettlementRow[]): Finding[] => [
  ...(new Set(stated).size === stated.length ? [] : [{ field: 'rows', code: 'round.policy.twice' }]),
  ...(rows.length > 0 ? [] : [{ field: 'rows', code: 'budget.settlement.empty' }]),
];

/**
 * What is wrong with a settlement: a row that does not add up to the won, more carried over than was left, and an audited
 * statement missing where so much was granted. A difference is named, never evened out.
 */
export function settlementFindings(
  rows: readonly SettlementRow[],
  { auditReference, auditFrom }: { readonly auditReference: string | null; readonly auditFrom: bigint },
): Finding[] {
  const findings = rows.flatMap((row, index): Finding[] => {
    const { source, carryOver } = row;
    const difference = unaccounted(row);
    const found: Finding[] = [];
    if (difference !== 0n)
      found.push({
        field: `rows[${index}]`,
        code: 'budget.settlement.differs',
        params: {
          source,
          difference: String(difference),
          granted: String(row.granted),
          carriedIn: String(row.carriedIn),
          executed: String(row.executed),
        },
      });
    if (carryOver > mostCarryOver(row))
      found.push({
        field: `rows[${index}].carryOver`,
        code: 'budget.settlement.carry-over',
        params: { source, most: String(mostCarryOver(row)) },
      });
    return found;
  });
  const granted = sumWon(rows.map((row) => row.granted));
  if (granted >= auditFrom && auditReference === null)
    findings.push({
      field: 'auditReference',
      code: 'budget.settlement.audit',
      params: { granted: String(granted), from: String(auditFrom) },
    });
  return findings;
}

/**
 * The oldest year before `year` that has money and is not signed; null = none. Years are signed in their order: what a year
 * carries over would otherwise come into one that is closed already (convention).
 */
export function openBefore(year: number, withMoney: readonly number[], signed: readonly number[]): number | null {
  const open = withMoney.filter((earlier) => earlier < year && !signed.includes(earlier));
  return open.length === 0 ? null : Math.min(...open);
}
