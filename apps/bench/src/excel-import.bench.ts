import { Workbook } from '@cj-tech-master/excelts';
import {
  BUDGET_SOURCES,
  planSheets,
  type PlanTables,
  type PlanTablesGround,
  readPlanTables,
  tablesChange,
} from '@daegaejo/plan/rules';
import { readWorkbook, workbookOf } from '@daegaejo/platform';
import { type Bench, type Effort, type Entry, entryOf, inTurn, mustEqual, timed } from './measure.js';

const SUB_PROJECTS = 334;
const YEARS = [2021, 2022, 2023];
const CELLS = SUB_PROJECTS * YEARS.length * BUDGET_SOURCES.length;

const GROUND: PlanTablesGround = {
  fundingYears: YEARS,
  ministries: [{ code: 'MOLIT', shortName: '국토부', names: ['국토교통부'] }],
};

/** A plan of 334 sub-projects with money in every year of every source, 5,010 amounts; `more` won on each of them. */
function planOf(more: number): PlanTables {
  const site = {
    key: 'hub',
    role: 'hub' as const,
    name: '가상국가산업단지',
    complexType: 'national' as const,
    constructionStartedOn: '1980-01-01',
    inStrategicPlan: true,
    tenants: 100,
    jobs: 1_000,
    source: null,
    fictional: true,
  };
  const subProjects = Array.from({ length: SUB_PROJECTS }, (_, no) => ({
    key: `p${no}`,
    name: `노후 기반시설 정비 ${no}`,
    kind: 'regeneration' as const,
    ministry: 'MOLIT',
    siteKeys: ['hub'],
    source: null,
    fictional: true,
  }));
  const budget = subProjects.flatMap(({ key }, no) =>
    YEARS.flatMap((year) =>
      BUDGET_SOURCES.map((source, at) => ({
        subProject: key,
        year,
        source,
        amount: String((no * 97 + at * 13 + year) * 1_000_000 + more),
      })),
    ),
  );
  return { sites: [site], subProjects, budget, indicators: [] };
}

/** Reads a file as the product does before anything is stored: sheets, cells, references, what would change. */
async function dryRun(file: Buffer, stored: string): Promise<void> {
  const draft = JSON.parse(stored) as PlanTables;
  const { findings, tables } = readPlanTables(await readWorkbook(file), GROUND, draft);
  const change = tablesChange(draft, tables);
  mustEqual('findings', findings.length, 0);
  mustEqual('changed amounts', change.rows.find(({ section }) => section === 'budget')?.changed, CELLS);
  mustEqual('money that came', change.budget.after - change.budget.before, BigInt(CELLS));
}

/** The library alone: the same file as a workbook in memory, and its amounts counted. */
async function bareRead(file: Buffer): Promise<void> {
  const workbook = new Workbook();
  await workbook.xlsx.load(file);
  let amounts = 0;
  workbook.getWorksheet('재원')?.eachRow((row) => {
    row.eachCell(({ value }) => {
      if (typeof value === 'number') amounts += 1;
    });
  });
  mustEqual('amounts', amounts, CELLS);
}

async function excelImport({ pairs }: Effort): Promise<Entry> {
  const file = await workbookOf(planSheets(GROUND, planOf(1)));
  const stored = JSON.stringify(planOf(0));
  const measured = await inTurn(
    pairs,
    () => timed(() => dryRun(file, stored)),
    () => timed(() => bareRead(file)),
  );
  return entryOf(measured, {
    name: 'excel-import-5000',
    referenceName: 'the library reads the same file and its amounts are counted',
    target: 2,
    unit: 'ms per file',
    n: CELLS,
    engine: 'no store: nothing is written',
    bytes: file.length,
  });
}

export const EXCEL_IMPORT: Bench = {
  names: ['excel-import-5000'],
  needs: () => [],
  async *run(_names, effort) {
    yield await excelImport(effort);
  },
};
