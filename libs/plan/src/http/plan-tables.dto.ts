import { CellFindingView, Choice, Flag, Id, Nested, Text, Whole, Won } from '@daegaejo/platform';
import { SHEET_SECTIONS, type SheetSection } from '../rules/index.js';

export class PlanTablesQuery {
  @Text({
    max: 5,
    optional: true,
    description: 'number of a version or "draft" (own province); what you see of the plan unless told',
  })
  version?: string;
}

const ROWS = { min: 0, max: 20_000 };
export class SheetChangeView {
  @Choice(SHEET_SECTIONS, { description: '산업단지·연계지역, 세부사업, 재원, 성과지표' })
  section!: SheetSection;
  @Flag({ description: 'false: the workbook has no such sheet, the section stays as it is' })
  inFile!: boolean;
  @Whole({ ...ROWS, description: 'rows; of the budget its cells' })
  added!: number;
  @Whole(ROWS)
  changed!: number;
  @Whole(ROWS)
  removed!: number;
}

export class BudgetChangeView {
  @Won({ description: 'whole budget of the draft' })
  before!: string;
  @Won()
  after!: string;
}

/** What a workbook makes of the draft. */
export class PlanTablesChangeView {
  @Nested(() => SheetChangeView, { listOf: 4 })
  sections!: readonly SheetChangeView[];
  @Nested(() => BudgetChangeView)
  budget!: BudgetChangeView;
  @Text({ min: 0, max: 31, listOf: 200, description: 'sheets of other names, which were not read' })
  ignoredSheets!: string[];
}

export class PlanTablesReadingView extends PlanTablesChangeView {
  @Nested(() => CellFindingView, {
    listOf: 100_000,
    description: 'all at once; with one of them an import is refused. Rows with one count as they are in the draft',
  })
  findings!: CellFindingView[];
}

export class PlanTablesImportView extends PlanTablesChangeView {
  @Id()
  planId!: string;
  @Whole({ min: 1, max: 1_000_000, description: 'version of the plan with its new draft' })
  version!: number;
}
