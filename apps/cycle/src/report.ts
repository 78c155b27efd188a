import { formatScore } from '@daegaejo/platform/rules';
import type { Check, Stage } from '@daegaejo/rehearsal/demo';

/** Won as 억원 with two digits, for reading only. */
export const inEok = (won: string): string => {
  const hundredths = Number(BigInt(won) / 1_000_000n);
  return `${formatScore(hundredths).replace(/\B(?=(\d{3})+(?!\d)\.)/g, ',')}억원`;
};

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;
const widthOf = (text: string): number => [...text].reduce((width, char) => width + (WIDE.test(char) ? 2 : 1), 0);
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** A table for a terminal; Hangul counts as two columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, index) => Math.max(widthOf(cell), ...rows.map((row) => widthOf(row[index] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

interface Ranked {
  readonly label: string;
  readonly rank: number;
  readonly base: string;
  readonly bonus: string;
  readonly final: string;
  readonly passesCutOff: boolean;
}

/** The ranking as the committee saw it; scores are fictional. */
export async function rankingTable(stage: Stage, roundId: string): Promise<string> {
  const ranking = await stage.act('auditor', 'GET', `/rounds/${roundId}/ranking`);
  const rows = (ranking['plans'] as Ranked[]).map(({ rank, label, base, bonus, final, passesCutOff }) => [
    String(rank),
    label,
    base,
    bonus,
    final,
    passesCutOff ? '' : '기준 미달',
  ]);
  return table(['순위', '시·도', '평균', '가점', '총점', ''], rows);
}

export const checkTable = (checks: readonly Check[]): string =>
  table(
    ['확인', '기대', '결과', '', '근거'],
    checks.map(({ what, expected, actual, ok, source }) => [what, expected, actual, ok ? '일치' : '불일치', source]),
  );
