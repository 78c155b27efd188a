import { readWorkbook, workbookOf } from '@daegaejo/platform';
import fc from 'fast-check';
import { aPlanTables, TABLES_GROUND } from '../../../../test/support/plan-tables.js';
import { planSheets, planTablesForm, readPlanTables } from '../rules/index.js';

describe('the tables of a plan as a file', () => {
  it('come back the same in every field, as they are stored', async () => {
    await fc.assert(
      fc.asyncProperty(aPlanTables, async (tables) => {
        const file = await workbookOf(planSheets(TABLES_GROUND, tables));
        const read = readPlanTables(await readWorkbook(file), TABLES_GROUND, tables);
        expect(read.findings).toEqual([]);
        expect(JSON.stringify(read.tables)).toBe(JSON.stringify(tables));
      }),
      { numRuns: 25 },
    );
  });

  it('are the same file for the same content', async () => {
    const form = (): Promise<Buffer> => workbookOf(planTablesForm(TABLES_GROUND));
    expect((await form()).equals(await form())).toBe(true);
  });
});
