import { type Finding, splitWon, sumWon } from '@daegaejo/platform/rules';
import type { BudgetSource } from '@daegaejo/plan/rules';
import type { FundingPolicy } from '@daegaejo/round/rules';
import type { StageCell } from './stage.js';

/** Basis points of the whole. */
const WHOLE_BP = 10_000n;
const LOCAL: readonly string[] = ['province', 'municipal'];

/** The shares that hold for one kind of sub-project in one province; null where the policy has no rule for it. */
export function sharesFor(
  funding: FundingPolicy | undefined,
  kind: string,
  province: string,
): { readonly national: bigint; readonly local: bigint } | null {
  const rule = funding?.matching?.find(({ kinds }) => kinds === undefined || kinds.includes(kind));
  if (rule === undefined) return null;
  const added = funding?.differential?.find((more) => more.province === province)?.addBp ?? 0;
  const national = BigInt(rule.nationalShareBp + added);
  return { national: national > WHOLE_BP ? WHOLE_BP : national, local: BigInt(rule.minLocalShareBp - added) };
}

/**
 * Sub-projects whose public money (국비 + 지방비) is shared otherwise than the policy says (L-SUB 9–10; 민자 and 기타 stand
 * aside). A higher state share of a province lowers its local share by as much. Exact: no share is rounded.
 */
export function matchingFindings(
  cells: readonly StageCell[],
  funding: FundingPolicy | undefined,
  kindOf: ReadonlyMap<string, string>,
  province: string,
): Finding[] {
  const keys = [...new Set(cells.map(({ subProject }) => subProject))];
  return keys.flatMap((subProject): Finding[] => {
    const shares = sharesFor(funding, kindOf.get(subProject) ?? '', province);
    if (shares === null) return [];
    const own = cells.filter((cell) => cell.subProject === subProject);
    const of = (sources: readonly string[]): bigint =>
      sumWon(own.filter(({ source }) => sources.includes(source)).map(({ amount }) => amount));
    const [national, local] = [of(['national']), of(LOCAL)];
    const whole = national + local;
    const field = `subProjects[${subProject}]`;
    const findings: Finding[] = [];
    if (national * WHOLE_BP > shares.national * whole)
      findings.push({
        field,
        code: 'budget.matching.national',
        params: { subProject, most: String((shares.national * whole) / WHOLE_BP), national: String(national) },
      });
    if (local * WHOLE_BP < shares.local * whole)
      findings.push({
        field,
        code: 'budget.matching.local',
        params: {
          subProject,
          least: String((shares.local * whole + WHOLE_BP - 1n) / WHOLE_BP),
          local: String(local),
        },
      });
    return findings;
  });
}

/**
 * Public money of a sub-project split by the shares: 국비 up to its share, the rest local, of that `municipalBp` of the
 * 시·군·구. Every step by largest remainder, so that the parts sum to the total to the won; the won left over falls to the
 * local side. Cells of nothing are left out.
 */
export function splitByShares(
  total: bigint,
  nationalBp: bigint,
  municipalBp: bigint,
): { readonly source: BudgetSource; readonly amount: bigint }[] {
  const national = (total * nationalBp) / WHOLE_BP;
  const [municipal = 0n, province = 0n] = splitWon(total - national, [municipalBp, WHOLE_BP - municipalBp]);
  const parts: { source: BudgetSource; amount: bigint }[] = [
    { source: 'national', amount: national },
    { source: 'province', amount: province },
    { source: 'municipal', amount: municipal },
  ];
  return parts.filter(({ amount }) => amount > 0n);
}
