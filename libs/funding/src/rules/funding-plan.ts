import { type Finding, MAX_WON, sumWon } from '@daegaejo/platform/rules';

/** One line of the three-year funding plan (재원 계획), in won. `source` is a budget source: national, province, … */
export interface FundingLine {
  readonly year: number;
  /** Code of the ministry that carries the line. */
  readonly ministry: string;
  readonly source: string;
  readonly amount: bigint;
}

/** A funding plan and what it is checked against. */
export interface FundingSubject {
  readonly lines: readonly FundingLine[];
  /** The stated total in won; kept apart from what the lines sum to. */
  readonly total: bigint;
  /** Years the round funds (three, starting the year after the selection). */
  readonly fundingYears: readonly number[];
  /** Codes of the ministries that may carry a line. */
  readonly ministries: readonly string[];
}

/** Sums in won. Keys ascend: years by number, codes by code unit. */
export interface FundingRollUp {
  readonly byYear: ReadonlyMap<number, bigint>;
  readonly byMinistry: ReadonlyMap<string, bigint>;
  readonly bySource: ReadonlyMap<string, bigint>;
  readonly total: bigint;
}

function lineFindings(subject: FundingSubject, line: FundingLine, index: number): Finding[] {
  const { year, ministry, amount } = line;
  const path = `lines[${index}]`;
  const findings: Finding[] = [];
  if (!subject.fundingYears.includes(year))
    findings.push({
      field: `${path}.year`,
      code: 'funding.year.unknown',
      params: { year, years: subject.fundingYears.join(', ') },
    });
  if (!subject.ministries.includes(ministry))
    findings.push({ field: `${path}.ministry`, code: 'funding.ministry.unknown', params: { ministry } });
  if (amount <= 0n || amount > MAX_WON)
    findings.push({
      field: `${path}.amount`,
      code: 'funding.amount.range',
      params: { amount: String(amount), min: '1', max: String(MAX_WON) },
    });
  return findings;
}

/**
 * What is wrong with a funding plan (convention): a year the round does not fund, an unknown ministry, an amount of
 * nothing or less, a year × ministry × source written twice, or lines that do not sum to the stated total, to the won.
 * A difference is named, never evened out. Amounts in params are decimal strings of won.
 */
export function fundingFindings(subject: FundingSubject): Finding[] {
  const { lines, total } = subject;
  const seen = new Set<string>();
  const findings = lines.flatMap((line, index) => {
    const { year, ministry, source } = line;
    const key = JSON.stringify([year, ministry, source]);
    const repeated: Finding[] = seen.has(key)
      ? [{ field: `lines[${index}]`, code: 'funding.line.duplicate', params: { year, ministry, source } }]
      : [];
    seen.add(key);
    return [...lineFindings(subject, line, index), ...repeated];
  });
  const sum = sumWon(lines.map(({ amount }) => amount));
  if (sum !== total)
    findings.push({
      field: 'total',
      code: 'funding.total.differs',
      params: { total: String(total), sum: String(sum), difference: String(sum - total) },
    });
  return findings;
}

function sumBy<Key extends number | string>(
  lines: readonly FundingLine[],
  keyOf: (line: FundingLine) => Key,
): Map<Key, bigint> {
  const sums = new Map<Key, bigint>();
  for (const line of lines) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0n) + line.amount);
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The lines summed by year, by ministry, by source and in all (won); every roll-up sums to the total. */
export function rollUp(lines: readonly FundingLine[]): FundingRollUp {
  return {
    byYear: sumBy(lines, ({ year }) => year),
    byMinistry: sumBy(lines, ({ ministry }) => ministry),
    bySource: sumBy(lines, ({ source }) => source),
    total: sumWon(lines.map(({ amount }) => amount)),
  };
}
