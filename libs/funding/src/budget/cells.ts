import { assertNone, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import type { PlanEntity } from '@daegaejo/plan';
import {
  cellKey,
  type CellMoney,
  changesByMinistry,
  type MoneyCell,
  moneyCells,
  paymentFindings,
  type PaymentKind,
  planCellKey,
  STAGE_OF_KIND,
} from './rules/index.js';
import type { BudgetLineEntity } from './store/budget.entity.js';
import { useCeilings } from './store/ceilings.js';
import { linesOfYear, replaceLines } from './store/lines.js';
import { carriedOver } from './store/settlements.js';

/** One cell of the cube while payments are booked on it. */
export interface Cell extends MoneyCell {
  readonly provinceId: string;
  money: CellMoney;
}

/** The enacted cells of some plans and one year, on which payments are booked one after the other and then written at once. */
export class Cells {
  private readonly touched = new Set<Cell>();

  private constructor(
    private readonly tx: Tx,
    private readonly at: { readonly roundId: string; readonly year: number },
    private readonly lines: readonly BudgetLineEntity[],
    private readonly cells: ReadonlyMap<string, Cell>,
  ) {}

  /** The plans must be locked. What was carried over from the year before belongs to the cells it was left on. */
  static async read(tx: Tx, roundId: string, plans: readonly PlanEntity[], year: number): Promise<Cells> {
    const ids = plans.map(({ id }) => id);
    const lines = await linesOfYear(tx.manager, ids, year);
    const carried = await carriedOver(tx.manager, ids, year);
    const provinceOf = new Map(plans.map(({ id, provinceId }) => [id, provinceId]));
    const cells = new Map<string, Cell>();
    for (const [key, cell] of moneyCells(lines, carried))
      cells.set(key, { ...cell, provinceId: provinceOf.get(cell.planId) ?? '' });
    return new Cells(tx, { roundId, year }, lines, cells);
  }

  /** The cell, where it has money of any stage in that year. */
  find(planId: string, subProject: string, source: string): Cell | null {
    return this.cells.get(planId + cellKey(subProject, source)) ?? null;
  }

  /** Books one payment (negative: a return); what forbids it comes back as findings, and nothing is booked. */
  pay(cell: Cell, kind: PaymentKind, amount: bigint, field: string): Finding[] {
    const findings = paymentFindings(kind, amount, cell.money, field);
    if (findings.length > 0) return findings;
    const stage = STAGE_OF_KIND[kind];
    cell.money = { ...cell.money, [stage]: cell.money[stage] + amount };
    this.touched.add(cell);
    return [];
  }

  /** Writes what was booked into the lines of the stage, and into the ceilings that count it. */
  async write(kind: PaymentKind, field: string): Promise<void> {
    const stage = STAGE_OF_KIND[kind];
    const after = [...this.touched].map(({ money, ...place }) => ({ ...place, amount: money[stage] }));
    const named = new Set(after.map(planCellKey));
    const before = this.lines.filter((line) => line.stage === stage && named.has(planCellKey(line)));
    await replaceLines(this.tx, { ...this.at, stage }, before, after);
    const national = ({ source }: { readonly source: string }): boolean => source === 'national';
    const changes = changesByMinistry(before.filter(national), after.filter(national));
    assertNone(await useCeilings(this.tx, { ...this.at, stage }, changes, field));
  }
}
