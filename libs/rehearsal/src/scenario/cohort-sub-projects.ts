import type { SubProject, SubProjectKind } from '@daegaejo/plan/rules';
import type { Applicant } from './cohort.js';

/** Kinds of the menu with the words the play uses for them and the ministry they are given to; all fictional. */
const KINDS: readonly { readonly kind: SubProjectKind; readonly name: string; readonly ministry: string }[] = [
  { kind: 'regeneration', name: '재생사업지구 기반시설 정비', ministry: 'MOLIT' },
  { kind: 'restructuring', name: '스마트그린 제조혁신 기반 구축', ministry: 'MOTIE' },
  { kind: 'employment', name: '산업인력 양성과 고용환경 개선', ministry: 'MOEL' },
  { kind: 'sme-technology', name: '기업 기술개발 지원', ministry: 'MSS' },
  { kind: 'parking', name: '공영 주차환경 개선', ministry: 'MOLIT' },
  { kind: 'renewable-energy', name: '재생에너지 설비 보급', ministry: 'MOTIE' },
  { kind: 'industry-academia', name: '산학협력 공동연구', ministry: 'MOTIE' },
  { kind: 'culture-sports', name: '근로자 문화·체육시설 조성', ministry: 'MCST' },
  { kind: 'energy-diagnosis', name: '공장 에너지 진단', ministry: 'MOTIE' },
  { kind: 'worker-housing', name: '근로자 임대주택 공급', ministry: 'MOLIT' },
  { kind: 'root-industry', name: '뿌리기업 공정 자동화', ministry: 'MOTIE' },
  { kind: 'accident-prevention', name: '위험물 통합 안전관리', ministry: 'MOEL' },
  { kind: 'shared-logistics', name: '공동 물류체계 구축', ministry: 'MOLIT' },
  { kind: 'campus-district', name: '산학융합지구 조성', ministry: 'MOTIE' },
  { kind: 'childcare', name: '직장 어린이집 확충', ministry: 'MOEL' },
  { kind: 'dormitory', name: '공동 기숙사 임차 지원', ministry: 'MOEL' },
  { kind: 'station-area', name: '통근 교통 개선', ministry: 'MOLIT' },
  { kind: 'public-housing', name: '행복주택 연계 공급', ministry: 'MOLIT' },
  { kind: 'other', name: '미세먼지 저감 녹지 조성', ministry: 'ME' },
];

/** Counts where nobody reported any: fictional. */
const FICTIONAL_COUNT = { preselected: 30, 'not-selected': 12 };
/** Of the proposal, in percent: what the first sketch has, and what is confirmed where nobody reported it. */
const [EARLY_PERCENT, CONFIRMED_PERCENT] = [60, 80];

/** A count somebody reported, from the list of figures; null where nobody did. */
const reported = (figures: Applicant['announcedFigures'], code: string): number | null =>
  Number(figures.find((figure) => figure.code === code)?.value ?? 0) || null;

/** How many sub-projects a plan has: first sketched, proposed, confirmed, and how many of those begin in the first year. */
export function subProjectCounts({ announcedFigures, confirmedFigures, outcome }: Applicant): {
  readonly early: number;
  readonly proposed: number;
  readonly confirmed: number;
  readonly firstYear: number;
} {
  const proposed = reported(announcedFigures, 'sub-projects') ?? FICTIONAL_COUNT[outcome];
  const share = (percent: number): number => Math.floor((proposed * percent) / 100);
  const confirmed = reported(confirmedFigures, 'sub-projects') ?? share(CONFIRMED_PERCENT);
  const firstYear = reported(confirmedFigures, 'first-year-sub-projects') ?? confirmed;
  return { early: share(EARLY_PERCENT), proposed, confirmed, firstYear };
}

/**
 * The first `count` of a plan's sub-projects: every kind on the hub, then on the linked sites one after the other. Names, kinds
 * and ministries are fictional. Keys stay the same in every version.
 */
export function subProjectsOf({ sites }: Applicant, count: number): SubProject[] {
  const ordered = [...sites].sort((a, b) => Number(b.role === 'hub') - Number(a.role === 'hub'));
  return Array.from({ length: count }, (_, at): SubProject => {
    const { kind, name, ministry } = KINDS[at % KINDS.length] as (typeof KINDS)[number];
    const turn = Math.floor(at / KINDS.length);
    const site = ordered[turn % ordered.length] as (typeof ordered)[number];
    const again = Math.floor(turn / ordered.length);
    return {
      key: `${kind}-${turn + 1}`,
      name: `${site.name} ${name}${again === 0 ? '' : ` ${again + 1}단계`}(가상)`,
      kind,
      ministry,
      siteKeys: [site.key],
      source: null,
      fictional: true,
    };
  });
}
