import type { Day } from '@daegaejo/platform/rules';
import type { ComplexType, ConsultationParty, EvidenceKind } from '@daegaejo/round/rules';

/** Where a figure comes from. `fictional` marks demo data that no source states. */
export interface Provenance {
  /** Source in the reader's words (key of the source list, letter, article); null where none was found. */
  readonly source: string | null;
  readonly fictional: boolean;
}

export const SITE_ROLES = ['hub', 'linked-complex', 'linked-area'] as const;
/** 거점산단, 연계산단, 연계지역(도심지역 등). */
export type SiteRole = (typeof SITE_ROLES)[number];

export interface Site extends Provenance {
  readonly key: string;
  readonly role: SiteRole;
  readonly name: string;
  readonly complexType: ComplexType;
  /** 착공일, the date the 20 years are counted from; null where not known. */
  readonly constructionStartedOn: Day | null;
  /** Recognised by the 시·도 strategic plan (전략계획). */
  readonly inStrategicPlan: boolean;
  readonly tenants: number | null;
  readonly jobs: number | null;
  /** What links the site to the hub (연계 근거): in words, and where it was counted the yearly value of trade between their firms, in won. */
  readonly linkage?: { readonly evidence: string; readonly tradeWon: string | null } | null;
}

/** Kinds of sub-project the law lists (특별법 제2조제4호, 시행령 제3조), grouped. */
export const SUB_PROJECT_MENU = [
  'regeneration',
  'restructuring',
  'renewable-energy',
  'energy-diagnosis',
  'station-area',
  'port-redevelopment',
  'employment',
  'sme-technology',
  'industry-academia',
  'campus-district',
  'childcare',
  'worker-housing',
  'dormitory',
  'culture-sports',
  'root-industry',
  'public-housing',
  'shared-logistics',
  'accident-prevention',
  'parking',
  'other',
] as const;
export type SubProjectKind = (typeof SUB_PROJECT_MENU)[number];

export interface SubProject extends Provenance {
  readonly key: string;
  readonly name: string;
  readonly kind: SubProjectKind;
  /** Code of the owner ministry (MOLIT, MOTIE, …). */
  readonly ministry: string;
  readonly siteKeys: readonly string[];
}

export const BUDGET_SOURCES = ['national', 'province', 'municipal', 'private', 'other'] as const;
/** 국비, 시·도비, 시·군·구비, 민자, 기타. */
export type BudgetSource = (typeof BUDGET_SOURCES)[number];

/** One cell of the budget cube: sub-project × year × source, in won (decimal string). */
export interface BudgetCell {
  readonly subProject: string;
  readonly year: number;
  readonly source: BudgetSource;
  readonly amount: string;
}

export const INDICATOR_CODES = ['direct-hires', 'support-facilities', 'company-supports'] as const;
/** The programme's triad: 신규고용(직접), 지원시설 구축, 기업지원. */
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/** Counted beside the triad and never added to it: 간접(유발) 고용. */
export const SIDE_INDICATORS = ['induced-jobs'] as const;
export const ALL_INDICATORS = [...INDICATOR_CODES, ...SIDE_INDICATORS] as const;
export type AnyIndicator = (typeof ALL_INDICATORS)[number];

/** A target of one year: persons, facilities or cases. */
export interface YearTarget {
  readonly year: number;
  readonly value: number;
}

export interface Indicator extends Provenance {
  readonly code: AnyIndicator;
  readonly baseline: number | null;
  /** Yearly targets; they sum to the target of the three years. */
  readonly targets: readonly YearTarget[];
  /** How a result is proved (증빙 기준), e.g. 고용보험 피보험자 수. */
  readonly evidenceRule?: string | null;
  /** Where it is counted: the part of the hub and of each linked site, by the site's key. */
  readonly bySite?: readonly { readonly site: string; readonly targets: readonly YearTarget[] }[];
}

/** A headline figure as somebody published it, kept apart from what the tables sum to. */
export interface ReportedFigure extends Provenance {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
}

/** Ten heads of the 지정요청서 (특별법 제11조제2항). */
export const NARRATIVE_HEADS = [
  'direction',
  'status',
  'yearly-plan',
  'industry',
  'infrastructure',
  'cluster',
  'living',
  'culture',
  'financing',
  'other',
] as const;
export type NarrativeHead = (typeof NARRATIVE_HEADS)[number];

export const CONSULTATION_RESULTS = ['agreed', 'conditional', 'opposed', 'pending'] as const;

/** Written result of a required consultation (협의). */
export interface Consultation {
  readonly party: ConsultationParty;
  readonly organisation: string;
  readonly letterNumber: string;
  readonly date: Day;
  readonly result: (typeof CONSULTATION_RESULTS)[number];
}

export { EVIDENCE_KINDS, type EvidenceKind } from '@daegaejo/round/rules';
export const EVIDENCE_STATUSES = ['attached', 'promised', 'not-needed'] as const;

/** A document the plan must rest on, as an attachment of the plan. Kind and organisation name it. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly organisation: string;
  readonly status: (typeof EVIDENCE_STATUSES)[number];
  /** Id of the attachment; null until there is one. */
  readonly attachmentId: string | null;
  readonly note: string | null;
}

/** 산업단지 혁신계획: everything a province files. A draft may hold any part of it. */
export interface PlanContent {
  readonly title: string;
  readonly theme: string;
  readonly sites: readonly Site[];
  readonly subProjects: readonly SubProject[];
  readonly budget: readonly BudgetCell[];
  readonly indicators: readonly Indicator[];
  readonly reportedFigures: readonly ReportedFigure[];
  readonly narrative: { readonly [H in NarrativeHead]?: string };
  readonly consultations: readonly Consultation[];
  /** Absent in plans of before it was asked for. */
  readonly evidence?: readonly Evidence[];
}

export const EMPTY_CONTENT: PlanContent = {
  title: '',
  theme: '',
  sites: [],
  subProjects: [],
  budget: [],
  indicators: [],
  reportedFigures: [],
  narrative: {},
  consultations: [],
};
