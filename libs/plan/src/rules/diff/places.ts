import type { NarrativeHead, PlanContent } from '../content.js';
import {
  BUDGET_SOURCE_NAMES,
  CONSULTATION_PARTY_NAMES,
  EVIDENCE_KIND_NAMES,
  INDICATOR_NAMES,
  NARRATIVE_HEAD_NAMES,
} from '../labels.js';
import { pathOf, type RowOf, rowsOf, type TableSection } from './tables.js';

/** A place of a plan in Korean: "세부사업", "스마트물류", "이름". No row: title, theme or a text. No cell: the row itself. */
export interface PlanPlace {
  readonly section: string;
  readonly row: string | null;
  readonly cell: string | null;
}

export const TABLE_NAMES: Readonly<Record<TableSection, string>> = {
  sites: '산업단지·연계지역',
  subProjects: '세부사업',
  budget: '재원',
  indicators: '성과지표',
  reportedFigures: '발표 수치',
  consultations: '협의',
  evidence: '구비서류',
};
const TEXT_NAMES: Readonly<Record<string, string>> = { title: '제목', theme: '주력산업(테마)' };

const CELL_NAMES: Readonly<Record<string, string>> = {
  name: '이름',
  role: '구분',
  complexType: '단지 유형',
  constructionStartedOn: '착공일',
  inStrategicPlan: '전략계획 포함',
  tenants: '입주기업 수',
  jobs: '고용 인원',
  'linkage.evidence': '연계 근거',
  'linkage.tradeWon': '연간 거래액',
  kind: '사업유형',
  ministry: '소관부처',
  baseline: '기준값',
  evidenceRule: '증빙 기준',
  label: '이름',
  value: '값',
  unit: '단위',
  letterNumber: '공문 번호',
  date: '협의일',
  result: '협의 결과',
  status: '상태',
  attachmentId: '첨부',
  note: '비고',
  source: '출처',
  fictional: '가상',
};

type Names = ReadonlyMap<string, string>;
interface Known {
  readonly sites: Names;
  readonly projects: Names;
}

const namesOf = (rows: readonly { readonly key: string; readonly name: string }[]): Names =>
  new Map(rows.map(({ key, name }) => [key, name === '' ? key : name]));
const nameIn = (names: Names, key: string): string => names.get(key) ?? key;

/** How a row of each table is called. */
const ROW_NAMES: { readonly [S in TableSection]: (row: RowOf<S>, known: Known) => string } = {
  sites: ({ name, key }) => (name === '' ? key : name),
  subProjects: ({ name, key }) => (name === '' ? key : name),
  budget: ({ subProject, year, source }, { projects }) =>
    `${nameIn(projects, subProject)} ${year}년 ${BUDGET_SOURCE_NAMES[source]}`,
  indicators: ({ code }) => INDICATOR_NAMES[code],
  reportedFigures: ({ label, code }) => (label === '' ? code : label),
  consultations: ({ party, organisation }) => `${CONSULTATION_PARTY_NAMES[party]} ${organisation}`,
  evidence: ({ kind, organisation }) => `${EVIDENCE_KIND_NAMES[kind]} ${organisation}`,
};
const TABLES = Object.keys(ROW_NAMES) as TableSection[];

function nameRows<S extends TableSection>(section: S, content: PlanContent, known: Known): [string, string][] {
  return Array.from(rowsOf(section, content), ([key, row]) => [pathOf(section, key), ROW_NAMES[section](row, known)]);
}

/** Names the places that paths of these contents mean; of a row both have, as the later content calls it. */
export function planPlaces(contents: readonly PlanContent[]): (path: string) => PlanPlace {
  const known = {
    sites: namesOf(contents.flatMap(({ sites }) => sites)),
    projects: namesOf(contents.flatMap(({ subProjects }) => subProjects)),
  };
  const rows = new Map(contents.flatMap((content) => TABLES.flatMap((section) => nameRows(section, content, known))));
  return (path) => {
    const bracket = path.indexOf('[');
    if (bracket < 0) return { section: textName(path), row: null, cell: null };
    const section = TABLE_NAMES[path.slice(0, bracket) as TableSection];
    const end = endOfRow(path, rows);
    const cell = path.slice(end + 1);
    return {
      section,
      row: rows.get(path.slice(0, end)) ?? path,
      cell: cell === '' ? null : cellName(cell, known.sites),
    };
  };
}

const textName = (path: string): string =>
  TEXT_NAMES[path] ?? NARRATIVE_HEAD_NAMES[path.replace('narrative.', '') as NarrativeHead] ?? path;

/** Where the row of a path ends. A key may hold any sign; only the rows that are there tell. */
function endOfRow(path: string, rows: ReadonlyMap<string, string>): number {
  for (let at = path.indexOf(']'); at >= 0; at = path.indexOf(']', at + 1))
    if (rows.has(path.slice(0, at + 1))) return at + 1;
  return path.length;
}

/** "name" → "이름", "bySite[hub].targets[2021]" → "구미국가 2021년 목표". */
function cellName(cell: string, sites: Names): string {
  const [, site, year] = /^(?:bySite\[(.*)\]\.)?targets\[(.*)\]$/.exec(cell) ?? [];
  if (year !== undefined) return `${site === undefined ? '' : `${nameIn(sites, site)} `}${year}년 목표`;
  return cell.startsWith('siteKeys[') ? '대상 단지' : (CELL_NAMES[cell] ?? cell);
}
