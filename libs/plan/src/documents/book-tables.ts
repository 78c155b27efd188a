import { dayText, grouped, type PaperBlock, wonText } from '@daegaejo/platform/rules';
import {
  COMPLEX_TYPE_NAMES,
  CONSULTATION_PARTY_NAMES,
  CONSULTATION_RESULT_NAMES,
  EVIDENCE_KIND_NAMES,
  EVIDENCE_STATUS_NAMES,
  type PlanContent,
  type Site,
  SITE_ROLE_NAMES,
  SUB_PROJECT_NAMES,
} from '../rules/index.js';

/** Rows that no source states, as demo data has them, say so. */
export const nameOf = ({ name, fictional }: { readonly name: string; readonly fictional: boolean }): string =>
  fictional && !name.endsWith('(가상)') ? `${name} (가상)` : name;

const count = (figure: number | null): string => (figure === null ? '-' : grouped(BigInt(figure)));

export function siteBlocks({ sites }: PlanContent): PaperBlock[] {
  if (sites.length === 0) return [];
  const linked = sites.filter(({ role }) => role !== 'hub');
  return [
    {
      is: 'table',
      columns: [
        { heading: '구분', width: 10 },
        { heading: '이름', width: 22 },
        { heading: '단지 유형', width: 16 },
        { heading: '착공일', width: 14, align: 'center' },
        { heading: '전략계획', width: 10, align: 'center' },
        { heading: '입주기업(개)', width: 12, align: 'right' },
        { heading: '고용(명)', width: 12, align: 'right' },
      ],
      rows: sites.map((site) => ({
        cells: [
          SITE_ROLE_NAMES[site.role],
          nameOf(site),
          COMPLEX_TYPE_NAMES[site.complexType],
          site.constructionStartedOn === null ? '-' : dayText(site.constructionStartedOn),
          site.inStrategicPlan ? '포함' : '-',
          count(site.tenants),
          count(site.jobs),
        ],
      })),
    },
    ...linked.flatMap(linkageBlocks),
  ];
}

function linkageBlocks({ name, linkage }: Site): PaperBlock[] {
  const evidence = (linkage?.evidence ?? '').trim();
  const trade = linkage?.tradeWon ?? null;
  if (evidence === '' && trade === null) return [];
  const traded = trade === null ? '' : ` (거점산단 기업과의 연간 거래액 ${wonText(BigInt(trade))})`;
  return [{ is: 'paragraph', text: `□ ${name} 연계 근거: ${evidence}${traded}` }];
}

export function subProjectBlocks(
  { subProjects, sites }: PlanContent,
  ministries: ReadonlyMap<string, string>,
): PaperBlock[] {
  if (subProjects.length === 0) return [];
  const names = new Map(sites.map(({ key, name }) => [key, name]));
  return [
    {
      is: 'table',
      columns: [
        { heading: '번호', width: 7, align: 'center' },
        { heading: '세부사업', width: 36 },
        { heading: '사업유형', width: 17 },
        { heading: '소관부처', width: 13 },
        { heading: '대상 단지', width: 27 },
      ],
      rows: subProjects.map((project, index) => ({
        cells: [
          String(index + 1),
          nameOf(project),
          SUB_PROJECT_NAMES[project.kind],
          ministries.get(project.ministry) ?? project.ministry,
          project.siteKeys.map((key) => names.get(key) ?? key).join(', '),
        ],
      })),
    },
  ];
}

export function consultationBlocks({ consultations }: PlanContent): PaperBlock[] {
  if (consultations.length === 0) return [];
  return [
    {
      is: 'table',
      columns: [
        { heading: '상대', width: 14 },
        { heading: '기관', width: 26 },
        { heading: '공문 번호', width: 28 },
        { heading: '협의일', width: 16, align: 'center' },
        { heading: '결과', width: 16, align: 'center' },
      ],
      rows: consultations.map(({ party, organisation, letterNumber, date, result }) => ({
        cells: [
          CONSULTATION_PARTY_NAMES[party],
          organisation,
          letterNumber,
          dayText(date),
          CONSULTATION_RESULT_NAMES[result],
        ],
      })),
    },
  ];
}

export function evidenceBlocks({ evidence = [] }: PlanContent): PaperBlock[] {
  if (evidence.length === 0) return [];
  return [
    {
      is: 'table',
      columns: [
        { heading: '구분', width: 20 },
        { heading: '기관', width: 30 },
        { heading: '상태', width: 14, align: 'center' },
        { heading: '비고', width: 36 },
      ],
      rows: evidence.map(({ kind, organisation, status, note }) => ({
        cells: [EVIDENCE_KIND_NAMES[kind], organisation, EVIDENCE_STATUS_NAMES[status], note ?? ''],
      })),
    },
  ];
}
