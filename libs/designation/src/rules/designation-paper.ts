import {
  dayText,
  grouped,
  type Instant,
  type Paper,
  type PaperBlock,
  type PaperRow,
  sumWon,
  WON_UNITS,
  wonIn,
  wonText,
} from '@daegaejo/platform/rules';
import {
  BUDGET_SOURCE_NAMES,
  BUDGET_SOURCES,
  budgetTotals,
  cellWon,
  COMPLEX_TYPE_NAMES,
  INDICATOR_NAMES,
  INDICATOR_UNITS,
  type PlanContent,
  SITE_ROLE_NAMES,
} from '@daegaejo/plan/rules';

/** Everything the letter of a designation (지정서) is made of. */
export interface DesignationFrame {
  readonly noticeNumber: string;
  readonly noticeDate: string;
  readonly effectiveDate: string;
  readonly contentHash: string;
  readonly siteKeys: readonly string[];
  readonly gazetteText: string | null;
  readonly ministries: readonly string[];
  readonly province: string;
  readonly round: string;
  /** When the last ministry signed. */
  readonly approvedAt: Instant;
  readonly rehearsal: boolean;
}

const UNIT = '백만원';
const millions = (won: bigint): string => wonIn(UNIT, won);

/** 지정서 with its annexes: the sites it designates, the money and the targets of the confirmed plan. Equal data, equal document. */
export function designationPaper(content: PlanContent, frame: DesignationFrame): Paper {
  const { noticeNumber, province, contentHash, approvedAt, rehearsal, gazetteText } = frame;
  return {
    title: `지정서 ${noticeNumber} ${province}`,
    contentHash,
    issuedAt: approvedAt,
    rehearsal,
    blocks: [
      { is: 'title', text: '산업단지 대개조 사업지구 지정서' },
      {
        is: 'facts',
        facts: [
          ['고시번호', noticeNumber],
          ['고시일', dayText(frame.noticeDate)],
          ['시행일', dayText(frame.effectiveDate)],
          ['시·도', province],
          ['회차', frame.round],
          ['사업계획', content.title],
          ['소관 부처', frame.ministries.join(', ')],
          ['내용 해시(SHA-256)', contentHash],
        ],
      },
      {
        is: 'paragraph',
        text: '「노후거점산업단지의 활력증진 및 경쟁력강화를 위한 특별법」 제12조에 따라 위와 같이 사업지구로 지정합니다.',
      },
      ...(gazetteText === null
        ? []
        : ([
            { is: 'heading', level: 1, text: '관보 문안' },
            { is: 'paragraph', text: gazetteText },
          ] as const)),
      { is: 'new-page' },
      ...siteBlocks(content, frame.siteKeys),
      ...moneyBlocks(content),
      ...targetBlocks(content, '붙임 3. 성과지표와 목표'),
    ],
  };
}

function siteBlocks({ sites }: PlanContent, siteKeys: readonly string[]): PaperBlock[] {
  const named = sites.filter(({ key }) => siteKeys.includes(key));
  const left = sites.filter(({ key }) => !siteKeys.includes(key));
  return [
    { is: 'heading', level: 1, text: '붙임 1. 지정하는 단지' },
    {
      is: 'table',
      columns: [
        { heading: '번호', width: 8, align: 'center' },
        { heading: '단지', width: 40 },
        { heading: '역할', width: 22 },
        { heading: '유형', width: 30 },
      ],
      rows: named.map(({ name, role, complexType }, at) => ({
        cells: [String(at + 1), name, SITE_ROLE_NAMES[role], COMPLEX_TYPE_NAMES[complexType]],
      })),
    },
    ...(left.length === 0
      ? []
      : ([{ is: 'note', text: `※ 이 고시로 지정하지 않는 곳: ${left.map(({ name }) => name).join(', ')}` }] as const)),
  ];
}

function moneyBlocks({ budget }: PlanContent): PaperBlock[] {
  if (budget.length === 0) return [];
  const years = [...new Set(budget.map(({ year }) => year))].sort((a, b) => a - b);
  const { total, byYear } = budgetTotals(budget);
  const sum = (source: string, year: number | null): bigint =>
    sumWon(budget.filter((cell) => cell.source === source && (year === null || cell.year === year)).map(cellWon));
  const rows: PaperRow[] = BUDGET_SOURCES.filter((source) => budget.some((cell) => cell.source === source)).map(
    (source) => ({
      cells: [
        BUDGET_SOURCE_NAMES[source],
        ...years.map((year) => millions(sum(source, year))),
        millions(sum(source, null)),
      ],
    }),
  );
  return [
    { is: 'heading', level: 1, text: '붙임 2. 재원' },
    {
      is: 'table',
      unit: UNIT,
      columns: [
        { heading: '재원', width: 22 },
        ...years.map((year) => ({ heading: `${year}년`, width: 18, align: 'right' as const })),
        { heading: '합계', width: 24, align: 'right' },
      ],
      rows: [
        ...rows,
        {
          cells: ['합계', ...years.map((year) => millions(byYear.get(year) ?? 0n)), millions(total)],
          strong: true,
        },
      ],
    },
    {
      is: 'note',
      text: `※ 확정된 혁신계획의 표를 더한 것입니다. 합계 ${wonText(total)} (${grouped(total)}원). 단위 ${UNIT}: ${grouped(WON_UNITS[UNIT])}원.`,
    },
  ];
}

/** Indicators with their target of every year, under a heading; nothing where there are none. */
export function targetBlocks({ indicators }: Pick<PlanContent, 'indicators'>, heading: string): PaperBlock[] {
  if (indicators.length === 0) return [];
  const years = [...new Set(indicators.flatMap(({ targets }) => targets.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  );
  return [
    { is: 'heading', level: 1, text: heading },
    {
      is: 'table',
      columns: [
        { heading: '지표', width: 34 },
        { heading: '단위', width: 10, align: 'center' },
        ...years.map((year) => ({ heading: `${year}년`, width: 14, align: 'right' as const })),
        { heading: '합계', width: 14, align: 'right' },
      ],
      rows: indicators.map(({ code, targets }) => ({
        cells: [
          INDICATOR_NAMES[code],
          INDICATOR_UNITS[code],
          ...years.map((year) => String(targets.find((target) => target.year === year)?.value ?? '-')),
          String(targets.reduce((sum, { value }) => sum + value, 0)),
        ],
      })),
    },
    { is: 'note', text: '※ 직접 고용과 간접(유발) 고용은 서로 더하지 않습니다.' },
  ];
}
