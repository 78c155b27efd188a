import { wordDiff } from '@daegaejo/plan';
import {
  BUDGET_SOURCES,
  EMPTY_CONTENT,
  INDICATOR_CODES,
  NARRATIVE_HEADS,
  type PlanContent,
  planDiff,
  type PlanDiff,
} from '@daegaejo/plan/rules';
import { type Bench, type Effort, type Entry, entryOf, figure, inTurn, median, mustEqual, timed } from './measure.js';

const SUB_PROJECTS = 400;
const YEARS = [2021, 2022, 2023, 2024, 2025] as const;
const SOURCES = BUDGET_SOURCES.slice(0, 3);
/** Comparisons one time stands for: a single one is too short to time. */
const TIMES = 20;

const project = (no: number) => ({
  key: `p${no}`,
  name: `노후 기반시설 정비 ${no}`,
  kind: 'regeneration' as const,
  ministry: no % 3 === 0 ? 'MOTIE' : 'MOLIT',
  siteKeys: ['hub', 'linked'],
  source: null,
  fictional: true,
});
/** A text of some 2,000 characters. */
const text = (word: string): string =>
  Array.from({ length: 100 }, (_, no) => `${word} 산업단지 기반시설을 ${no}단계로 정비한다.`).join(' ');

/** A plan of 400 sub-projects and 6,000 cells; of the later one every twentieth sub-project is new, every tenth cell and three texts differ. */
export function largePlan(later: boolean): PlanContent {
  const subProjects = Array.from({ length: SUB_PROJECTS }, (_, no) =>
    project(later && no % 20 === 0 ? no + 1_000 : no),
  );
  let cell = 0;
  return {
    ...EMPTY_CONTENT,
    title: later ? '혁신계획 본접수' : '혁신계획 예비접수',
    theme: '미래차',
    subProjects,
    budget: subProjects.flatMap(({ key }) =>
      YEARS.flatMap((year) =>
        SOURCES.map((source) => {
          cell += 1;
          return {
            subProject: key,
            year,
            source,
            amount: String((later && cell % 10 === 0 ? 2 : 1) * cell * 1_000_000),
          };
        }),
      ),
    ),
    indicators: INDICATOR_CODES.map((code) => ({
      code,
      baseline: null,
      targets: YEARS.map((year) => ({ year, value: later ? 90 : 100 })),
      source: null,
      fictional: true,
    })),
    narrative: Object.fromEntries(
      NARRATIVE_HEADS.map((head, at) => [
        head,
        later && at < 3 ? text('노후').replaceAll('7단계', '셋째 단계') : text('노후'),
      ]),
    ),
  };
}

/** The floor: both texts parsed, and the text of every row held against that of the row with its key. Answers how many rows differ. */
function bareWalk(before: string, after: string): number {
  const [left, right] = [JSON.parse(before) as PlanContent, JSON.parse(after) as PlanContent];
  let differ = 0;
  const compare = <Row>(was: readonly Row[], is: readonly Row[], keyOf: (row: Row) => string): void => {
    const gone = new Map(was.map((row) => [keyOf(row), JSON.stringify(row)]));
    for (const row of is) {
      const key = keyOf(row);
      if (gone.get(key) !== JSON.stringify(row)) differ += 1;
      gone.delete(key);
    }
    differ += gone.size;
  };
  compare(left.subProjects, right.subProjects, ({ key }) => key);
  compare(left.budget, right.budget, ({ subProject, year, source }) => `${subProject} ${year} ${source}`);
  compare(left.indicators, right.indicators, ({ code }) => code);
  compare(Object.entries(left.narrative), Object.entries(right.narrative), ([head]) => head);
  if (left.title !== right.title) differ += 1;
  return differ;
}

/** Rows and texts among the changes. */
const rowsIn = ({ changes }: PlanDiff): number => new Set(changes.map(({ path }) => path.replace(/\]\..*$/, ']'))).size;

async function diffPlans({ pairs }: Effort): Promise<Entry> {
  const [before, after] = [JSON.stringify(largePlan(false)), JSON.stringify(largePlan(true))];
  const expected = bareWalk(before, after);
  const rulesAlone: number[] = [];
  const measured = await inTurn(
    pairs,
    async () => {
      const found: PlanDiff[] = [];
      const took = await timed(async () => {
        for (let time = 0; time < TIMES; time += 1) {
          const [left, right] = [JSON.parse(before) as PlanContent, JSON.parse(after) as PlanContent];
          rulesAlone.push(await timed(() => found.push(planDiff(left, right, wordDiff))));
        }
      });
      for (const diff of found) mustEqual('rows that differ', rowsIn(diff), expected);
      return took / TIMES;
    },
    async () => {
      const found: number[] = [];
      const took = await timed(() => {
        for (let time = 0; time < TIMES; time += 1) found.push(bareWalk(before, after));
      });
      for (const rows of found) mustEqual('rows that differ', rows, expected);
      return took / TIMES;
    },
  );
  return entryOf(measured, {
    name: 'plan-diff-400',
    referenceName:
      'both contents parsed, the JSON text of every row compared with that of the row of its key; no sums, no words',
    target: 2,
    unit: 'ms',
    n: SUB_PROJECTS,
    engine: `${SUB_PROJECTS} sub-projects, 6,000 cells, ${NARRATIVE_HEADS.length} texts, in memory; both sides parse`,
    rowsThatDiffer: expected,
    withoutParsing: figure(median(rulesAlone)),
  });
}

export const PLAN_DIFF: Bench = {
  names: ['plan-diff-400'],
  needs: () => [],
  async *run(_names, effort) {
    yield await diffPlans(effort);
  },
};
