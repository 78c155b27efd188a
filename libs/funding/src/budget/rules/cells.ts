import { type Finding, MAX_WON } from '@daegaejo/platform/rules';
import { BUDGET_SOURCES } from '@daegaejo/plan/rules';
import { type BudgetStage, cellKey, type SetStage, type StageCell } from './stage.js';

/** A cell somebody wants to set. */
export interface SentCell extends StageCell {
  /** Why the Assembly gave more than the draft (국회 증액); asked only where it did. */
  readonly reason: string | null;
}

/** What the cells of one plan and year are checked against. */
export interface CellFacts {
  /** Keys of the sub-projects of the newest version. */
  readonly subProjects: ReadonlySet<string>;
  /** Amounts as they stand, by stage, then by `cellKey`. */
  readonly standing: (stage: BudgetStage, key: string) => bigint;
}

const AT_LEAST_ONE = 1n;

/**
 * What is wrong with cells of a stage, each by its field (convention): a sub-project the newest version does not have, an
 * unknown source, nothing or less, a cell written twice, more 국비 enacted than drafted without a reason, and less enacted
 * than was granted already. `at` names the field of the cell at an index.
 */
export function cellFindings(
  stage: SetStage,
  cells: readonly SentCell[],
  facts: CellFacts,
  at: (index: number) => string = (index) => `cells[${index}]`,
): Finding[] {
  const seen = new Set<string>();
  return cells.flatMap((cell, index): Finding[] => {
    const field = at(index);
    const { subProject, source } = cell;
    const key = cellKey(subProject, source);
    const findings: Finding[] = [];
    if (!facts.subProjects.has(subProject))
      findings.push({ field: `${field}.subProject`, code: 'budget.sub-project.unknown', params: { subProject } });
    if (!(BUDGET_SOURCES as readonly string[]).includes(source))
      findings.push({
        field: `${field}.source`,
        code: 'field.choice',
        params: { values: BUDGET_SOURCES.join(', ') },
      });
    if (seen.has(key)) findings.push({ field, code: 'budget.cell.twice', params: { subProject, source } });
    seen.add(key);
    return [...findings, ...amountFindings(stage, cell, facts, `${field}.amount`)];
  });
}

function amountFindings(stage: SetStage, cell: SentCell, { standing }: CellFacts, field: string): Finding[] {
  const { subProject, source, amount, reason } = cell;
  const key = cellKey(subProject, source);
  if (amount < AT_LEAST_ONE || amount > MAX_WON)
    return [
      {
        field,
        code: 'funding.amount.range',
        params: { amount: String(amount), min: String(AT_LEAST_ONE), max: String(MAX_WON) },
      },
    ];
  if (stage !== 'enacted') return [];
  const findings: Finding[] = [];
  const [draft, granted] = [standing('government-draft', key), standing('granted', key)];
  // The draft is the state's: only its own money is in it.
  if (source === 'national' && amount > draft && reason === null)
    findings.push({
      field: field.replace(/amount$/, 'reason'),
      code: 'budget.enacted.over-draft',
      params: { subProject, amount: String(amount), draft: String(draft) },
    });
  if (amount < granted)
    findings.push({ field, code: 'budget.enacted.under-granted', params: { subProject, granted: String(granted) } });
  return findings;
}

/** Cells that would be left out although money was granted on them: a whole stage-year replaces what stood there. */
export function droppedFindings(
  stage: SetStage,
  cells: readonly StageCell[],
  standing: readonly StageCell[],
  granted: (key: string) => bigint,
): Finding[] {
  if (stage !== 'enacted') return [];
  const kept = new Set(cells.map(({ subProject, source }) => cellKey(subProject, source)));
  return standing.flatMap(({ subProject, source }): Finding[] => {
    const key = cellKey(subProject, source);
    return kept.has(key) || granted(key) === 0n
      ? []
      : [
          {
            field: 'cells',
            code: 'budget.enacted.dropped',
            params: { subProject, source, granted: String(granted(key)) },
          },
        ];
  });
}
