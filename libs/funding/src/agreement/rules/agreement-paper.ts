import { targetBlocks } from '@daegaejo/designation/rules';
import { BUDGET_SOURCE_NAMES, BUDGET_SOURCES, type BudgetSource, type PlanContent } from '@daegaejo/plan/rules';
import {
  dayText,
  grouped,
  type Instant,
  type Paper,
  type PaperBlock,
  type PaperRow,
  seoulDay,
  seoulText,
  sumWon,
  WON_UNITS,
  wonIn,
  wonText,
} from '@daegaejo/platform/rules';
import type { FundingLine } from '../../rules/index.js';
import type { AgreementState } from './states.js';

/** Everything the paper of an agreement (협약서) is made of: one of its versions, with what stands in it by hash. */
export interface AgreementFrame {
  readonly round: string;
  readonly province: string;
  /** Names of the ministries that sign, in the policy's order. */
  readonly owners: readonly string[];
  readonly no: number;
  /** Number of the newest version. */
  readonly newestNo: number;
  /** Number of the change that made this version; null of a draft. */
  readonly changeNo: number | null;
  readonly state: AgreementState;
  readonly signedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly terms: string;
  readonly planVersionNo: number;
  readonly planContentHash: string;
  readonly fundingNo: number;
  readonly fundingHash: string;
  readonly contentHash: string;
  /** When the version was written, or the last signature under it where that is later. */
  readonly issuedAt: Instant;
  readonly signatures: readonly {
    readonly side: 'province' | 'state';
    readonly party: string;
    readonly letterNumber: string | null;
    readonly signedAt: Instant;
  }[];
  /** Names of ministries by code, as on the day of the paper. */
  readonly ministries: ReadonlyMap<string, string>;
  readonly rehearsal: boolean;
}

const UNIT = '백만원';
const SIDES = { state: '국가', province: '지방자치단체' } as const;

/** 협약서 with its annexes: what is carried out, who pays what in which year, the goals, and who has signed. Equal data, equal document. */
export function agreementPaper(content: PlanContent, lines: readonly FundingLine[], frame: AgreementFrame): Paper {
  const { province, owners, no, contentHash, issuedAt, rehearsal } = frame;
  return {
    title: `협약서 ${province} 제${no}판`,
    contentHash,
    issuedAt,
    rehearsal,
    blocks: [
      { is: 'title', text: '산업단지 대개조 협약서' },
      {
        is: 'facts',
        facts: [
          ['회차', frame.round],
          ['국가', owners.join(', ')],
          ['지방자치단체', province],
          ['혁신계획', content.title],
          ['협약 판', frame.changeNo === null ? `제${no}판` : `제${no}판 (제${frame.changeNo}호 변경 반영)`],
          ['상태', stateText(frame)],
          ['사업내용', `혁신계획 제${frame.planVersionNo}판 (${frame.planContentHash})`],
          ['투자분담', `재원계획 제${frame.fundingNo}판 (${frame.fundingHash})`],
          ['내용 해시(SHA-256)', contentHash],
        ],
      },
      {
        is: 'paragraph',
        text: '「노후거점산업단지의 활력증진 및 경쟁력강화를 위한 특별법」 제12조의2에 따라 국가와 지방자치단체는 붙임의 사업내용, 투자분담 및 사업목표를 이행하기로 하고 다음과 같이 협약을 체결한다.',
      },
      { is: 'heading', level: 1, text: '협약 내용' },
      { is: 'paragraph', text: frame.terms },
      ...signatureBlocks(frame),
      { is: 'new-page' },
      ...projectBlocks(content, frame.ministries),
      ...moneyBlocks(lines, frame.ministries),
      ...targetBlocks(content, '붙임 3. 사업목표'),
    ],
  };
}

/** How the version stands; one that another has taken the place of says so. */
function stateText({ no, newestNo, state, signedAt, closedAt, signatures }: AgreementFrame): string {
  if (no < newestNo) return `제${newestNo}판이 이 판을 대신함`;
  if (state === 'drafted') return `협약안, 서명 ${signatures.length}건`;
  const signed = signedAt === null ? '' : `${dayText(seoulDay(signedAt))} 체결`;
  if (state === 'signed' || closedAt === null) return signed;
  const closed = `${dayText(seoulDay(closedAt))} ${state === 'ended' ? '종료' : '해지'}`;
  return signed === '' ? closed : `${signed}, ${closed}`;
}

function signatureBlocks({ signatures, changeNo }: AgreementFrame): PaperBlock[] {
  const note =
    changeNo === null
      ? []
      : [{ is: 'note', text: '※ 변경은 그 변경의 결정으로 합의한 것이며, 서명은 처음 협약의 서명입니다.' } as const];
  return [
    { is: 'heading', level: 1, text: '서명' },
    signatures.length === 0
      ? { is: 'paragraph', text: '아직 서명하지 않았습니다.' }
      : {
          is: 'table',
          columns: [
            { heading: '당사자', width: 18 },
            { heading: '기관', width: 30 },
            { heading: '공문 번호', width: 26 },
            { heading: '서명 일시', width: 26 },
          ],
          rows: signatures.map(({ side, party, letterNumber, signedAt }) => ({
            cells: [SIDES[side], party, letterNumber ?? '-', seoulText(signedAt)],
          })),
        },
    ...note,
  ];
}

const projectBlocks = ({ subProjects, sites }: PlanContent, ministries: AgreementFrame['ministries']): PaperBlock[] => [
  { is: 'heading', level: 1, text: '붙임 1. 사업내용' },
  {
    is: 'table',
    columns: [
      { heading: '번호', width: 8, align: 'center' },
      { heading: '세부사업', width: 44 },
      { heading: '소관', width: 20 },
      { heading: '단지', width: 28 },
    ],
    rows: subProjects.map(({ name, ministry, siteKeys }, at) => ({
      cells: [
        String(at + 1),
        name,
        ministries.get(ministry) ?? ministry,
        sites.flatMap((site) => (siteKeys.includes(site.key) ? site.name : [])).join(', '),
      ],
    })),
  },
];

/** The funding plan by source, ministry and year, with the sum of each source; every sum is exact to the won. */
function moneyBlocks(lines: readonly FundingLine[], ministries: AgreementFrame['ministries']): PaperBlock[] {
  const years = [...new Set(lines.map(({ year }) => year))].sort((a, b) => a - b);
  const total = sumWon(lines.map(({ amount }) => amount));
  const row = (head: readonly [string, string], of: readonly FundingLine[], strong: boolean): PaperRow => ({
    strong,
    cells: [...head, ...years.map((year) => won(of.filter((line) => line.year === year))), won(of)],
  });
  const bySource = BUDGET_SOURCES.flatMap((source): PaperRow[] => {
    const own = lines.filter((line) => line.source === source);
    if (own.length === 0) return [];
    const codes = [...new Set(own.map(({ ministry }) => ministry))].sort();
    return [
      ...codes.map((code) =>
        row(
          [nameOf(source), ministries.get(code) ?? code],
          own.filter(({ ministry }) => ministry === code),
          false,
        ),
      ),
      row([nameOf(source), '소계'], own, true),
    ];
  });
  return [
    { is: 'heading', level: 1, text: '붙임 2. 투자분담' },
    {
      is: 'table',
      unit: UNIT,
      columns: [
        { heading: '재원', width: 14 },
        { heading: '부처', width: 24 },
        ...years.map((year) => ({ heading: `${year}년`, width: 15, align: 'right' as const })),
        { heading: '합계', width: 17, align: 'right' },
      ],
      rows: [...bySource, row(['합계', ''], lines, true)],
    },
    {
      is: 'note',
      text: `※ 합계 ${wonText(total)} (${grouped(total)}원). 단위 ${UNIT}: ${grouped(WON_UNITS[UNIT])}원.`,
    },
  ];
}

const nameOf = (source: BudgetSource): string => BUDGET_SOURCE_NAMES[source];
const won = (lines: readonly FundingLine[]): string => wonIn(UNIT, sumWon(lines.map(({ amount }) => amount)));
