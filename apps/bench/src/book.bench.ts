import { planBook } from '@daegaejo/plan';
import { BUDGET_SOURCES, type PlanContent } from '@daegaejo/plan/rules';
import { koreanFont, pdfDefinition, pdfOf } from '@daegaejo/platform';
import pdfmake from 'pdfmake';
import { type Bench, type Effort, type Entry, entryOf, inTurn, mustEqual, timed } from './measure.js';

const PAGES = 100;
const HEADS = ['direction', 'status', 'yearly-plan', 'industry', 'infrastructure', 'cluster', 'living'] as const;
const YEARS = [2021, 2022, 2023] as const;
const PROJECTS = 160;
const SENTENCE =
  '거점산단과 연계산단을 하나의 공간으로 보고 기반시설을 고치고 업종을 고도화하며 근로자가 머무는 환경을 만든다. ';

/** A plan as large as its limits let it be useful: seven long heads and a budget of thousands of cells. */
function largePlan(): PlanContent {
  const subProjects = Array.from({ length: PROJECTS }, (_, no) => ({
    key: `p${no}`,
    name: `제${no + 1}공구 스마트물류 기반 구축과 공동 이용시설 정비`,
    kind: 'regeneration' as const,
    ministry: 'MOLIT',
    siteKeys: ['hub'],
    source: null,
    fictional: false,
  }));
  const cells = subProjects.flatMap(({ key }, no) =>
    YEARS.flatMap((year) =>
      BUDGET_SOURCES.map((source, at) => ({
        subProject: key,
        year,
        source,
        amount: String((no + 1) * (at + 3) * 7_500_000),
      })),
    ),
  );
  const head = Array.from({ length: 100 }, (_, no) => `${no % 5 === 0 ? '□' : 'ㅇ'} ${SENTENCE.repeat(3)}${no}`);
  return {
    title: '큰 계획',
    theme: '시험',
    sites: [],
    subProjects,
    budget: cells,
    indicators: [],
    reportedFigures: [],
    narrative: Object.fromEntries(HEADS.map((name) => [name, head.join('\n')])),
    consultations: [],
  };
}

/** The book of the plan's version `no`: every measurement makes another one, because ours keeps what it made lately. */
const bookOf = (content: PlanContent, no: number) =>
  planBook(content, {
    province: '경북',
    round: '시험 회차',
    title: content.title,
    no,
    kind: 'filed',
    receiptNumber: '2026-경북-01',
    letterNumber: null,
    contentHash: 'ab'.repeat(32),
    submittedAt: '2026-11-24T09:00:00.000Z',
    rehearsal: false,
    ministries: new Map(),
    warnings: [],
  });

/** The library with the font and nothing around it, in this thread. */
function bareLibrary(): typeof pdfmake {
  const { virtualfs } = pdfmake as unknown as { virtualfs: { writeFileSync(name: string, file: Buffer): void } };
  for (const weight of ['normal', 'bold'] as const) virtualfs.writeFileSync(weight, koreanFont(weight).file);
  pdfmake.setFonts({ Korean: { normal: 'normal', bold: 'bold' } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake;
}

/** Pages a PDF states. */
const pagesOf = (file: Buffer): number => Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(file.toString('latin1'))?.[1]);

async function bookPdf(name: string, { pairs }: Effort): Promise<Entry> {
  const content = largePlan();
  const library = bareLibrary();
  let ours: Buffer = Buffer.alloc(0);
  let [pages, no] = [0, 0];
  const measured = await inTurn(
    pairs,
    async () => {
      no += 1;
      const took = await timed(async () => {
        ours = await pdfOf(bookOf(content, no));
      });
      pages = pagesOf(ours);
      return took;
    },
    async () => {
      // The library writes into what it is handed, so each call has its own, made before the time counts.
      const definition = pdfDefinition(bookOf(content, no));
      let bare: Buffer = Buffer.alloc(0);
      const took = await timed(async () => {
        bare = await library.createPdf(definition).getBuffer();
      });
      mustEqual('the same file', bare.equals(ours), true);
      return took;
    },
  );
  mustEqual(`at least ${PAGES} pages`, pages >= PAGES, true);
  return entryOf(measured, {
    name,
    referenceName: 'pdfmake alone, handed the finished description of the same document',
    target: 1.3,
    unit: 'ms per document',
    n: pages,
    engine: 'none',
    bytes: ours.length,
  });
}

export const BOOK: Bench = {
  names: ['book-pdf-100'],
  needs: () => [],
  async *run(names, effort) {
    for (const name of names) yield await bookPdf(name, effort);
  },
};
