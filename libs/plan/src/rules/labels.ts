import type { ComplexType } from '@daegaejo/round/rules';
import type {
  AnyIndicator,
  BudgetSource,
  Consultation,
  Evidence,
  EvidenceKind,
  NarrativeHead,
  SiteRole,
  SubProjectKind,
} from './content.js';
import type { VersionKind } from './plan-state.js';

/** What the codes of a plan are called in Korean documents, sheets and messages. */
export const SITE_ROLE_NAMES: Readonly<Record<SiteRole, string>> = {
  hub: '거점산단',
  'linked-complex': '연계산단',
  'linked-area': '연계지역',
};

/** 산업단지 유형 (산업입지법 제2조). */
export const COMPLEX_TYPE_NAMES: Readonly<Record<ComplexType, string>> = {
  national: '국가산업단지',
  general: '일반산업단지',
  'urban-hightech': '도시첨단산업단지',
  'agro-industrial': '농공단지',
  'not-a-complex': '산업단지 아님',
};

/** 특별법 제2조제4호와 시행령 제3조가 정한 사업, 묶은 이름 (convention). */
export const SUB_PROJECT_NAMES: Readonly<Record<SubProjectKind, string>> = {
  regeneration: '재생사업',
  restructuring: '구조고도화',
  'renewable-energy': '신재생에너지',
  'energy-diagnosis': '에너지 진단·절감',
  'station-area': '역세권 개발',
  'port-redevelopment': '항만 재개발',
  employment: '고용 지원',
  'sme-technology': '중소기업 기술혁신',
  'industry-academia': '산학협력',
  'campus-district': '산학융합지구',
  childcare: '어린이집',
  'worker-housing': '근로자 주택',
  dormitory: '기숙사',
  'culture-sports': '문화·체육시설',
  'root-industry': '뿌리산업',
  'public-housing': '공공주택',
  'shared-logistics': '공동물류',
  'accident-prevention': '사고 예방',
  parking: '주차장',
  other: '그 밖의 사업',
};

export const BUDGET_SOURCE_NAMES: Readonly<Record<BudgetSource, string>> = {
  national: '국비',
  province: '시·도비',
  municipal: '시·군·구비',
  private: '민자',
  other: '기타',
};

export const INDICATOR_NAMES: Readonly<Record<AnyIndicator, string>> = {
  'direct-hires': '신규고용(직접)',
  'support-facilities': '지원시설 구축',
  'company-supports': '기업지원',
  'induced-jobs': '간접(유발) 고용',
};

/** What an indicator is counted in. */
export const INDICATOR_UNITS: Readonly<Record<AnyIndicator, string>> = {
  'direct-hires': '명',
  'support-facilities': '개소',
  'company-supports': '건',
  'induced-jobs': '명',
};

/** 지정요청서의 열 가지 내용 (특별법 제11조제2항), 짧은 이름 (convention). */
export const NARRATIVE_HEAD_NAMES: Readonly<Record<NarrativeHead, string>> = {
  direction: '목표와 방향',
  status: '현황과 노후도',
  'yearly-plan': '연차별 계획',
  industry: '업종 고도화와 혁신생태계',
  infrastructure: '기반시설',
  cluster: '집적·인력·연구 기반',
  living: '정주여건',
  culture: '문화·체육',
  financing: '재원 확보 방안',
  other: '그 밖의 사항',
};

export const EVIDENCE_KIND_NAMES: Readonly<Record<EvidenceKind, string>> = {
  'designating-authority': '지정권자 협의',
  'management-authority': '관리권자 협의',
  'management-agency': '관리기관 협의',
  'municipal-consent': '시·군·구 동의',
  'local-funding-pledge': '지방비 확약',
  'stakeholder-council': '관계자협의회',
};

export const EVIDENCE_STATUS_NAMES: Readonly<Record<Evidence['status'], string>> = {
  attached: '첨부',
  promised: '제출 예정',
  'not-needed': '해당 없음',
};

export const CONSULTATION_PARTY_NAMES: Readonly<Record<Consultation['party'], string>> = {
  'designating-authority': '지정권자',
  'management-authority': '관리권자',
  'management-agency': '관리기관',
};

export const CONSULTATION_RESULT_NAMES: Readonly<Record<Consultation['result'], string>> = {
  agreed: '동의',
  conditional: '조건부 동의',
  opposed: '반대',
  pending: '협의 중',
};

export const VERSION_KIND_NAMES: Readonly<Record<VersionKind, string>> = {
  'pre-intake': '예비접수',
  filed: '본접수',
  supplement: '보완 제출',
  'final-draft': '최종안',
  preselected: '예비선정',
  confirmed: '확정',
  change: '변경 승인',
};
