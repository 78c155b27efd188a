import type { Day, Instant } from '@daegaejo/platform/rules';
import type { BonusItem, Criterion, CriterionGroup, PanelRules, Stage, TieRule, Trim } from './criterion.js';

/** Steps of a round's calendar that have a deadline somebody must meet. */
export const CALENDAR_STEPS = ['pre-intake', 'intake', 'scoring', 'final-draft'] as const;
export type CalendarStep = (typeof CALENDAR_STEPS)[number];

export const COMPLEX_TYPES = ['national', 'general', 'urban-hightech', 'agro-industrial', 'not-a-complex'] as const;
/** 산업단지 유형 (산업입지법 제2조); `not-a-complex` = an area accepted as 연계지역. */
export type ComplexType = (typeof COMPLEX_TYPES)[number];

export const CONFLICT_RULE_CODES = [
  'same-organisation',
  'same-department',
  'same-province-affiliation',
  'same-province-residence',
  'consulted-plan',
  'mutual-evaluation',
  'declared-kinship',
  'declared-contract',
  'declared-advice',
  'declared-interest',
] as const;
export type ConflictRuleCode = (typeof CONFLICT_RULE_CODES)[number];

export const ABSTENTIONS = ['refused', 'mean-of-others'] as const;
/**
 * What a mark withheld on one criterion comes to (convention): it is refused, or it counts as the exact mean of the marks
 * the others gave on that criterion, so that it moves nothing. It never counts as 0.
 */
export type Abstention = (typeof ABSTENTIONS)[number];

export const LINKED_SITES = ['required', 'allowed', 'refused'] as const;
/** Whether the plans of a round bundle a hub with linked complexes and areas (산업단지 대개조), or are of one complex each. */
export type LinkedSites = (typeof LINKED_SITES)[number];

/**
 * The rules of one round, as data (회차 정책). Everything that changes from year to year is here;
 * a version is frozen when scoring opens. Amounts of points in hundredths.
 */
export interface RoundPolicy {
  /** Most regions that may be preselected. */
  readonly quota: number;
  readonly fundingYears: readonly number[];
  /** Codes of the ministries that must both sign (공동 소관 부처). */
  readonly owners: readonly string[];
  readonly calendar: {
    readonly announcedOn: Day;
    readonly deadlines: { readonly [S in CalendarStep]: Instant };
    /** Public holidays a period may not end on (weekends are known without being listed). */
    readonly holidays: readonly Day[];
  };
  readonly criteria: readonly Criterion[];
  /** Groups of criteria with the shares the call states for them (평가항목). */
  readonly groups?: readonly CriterionGroup[];
  /** Rounds of scoring one after the other (단계); absent = one, called `main`, that carries the whole total. */
  readonly stages?: readonly Stage[];
  /** Why a stated share may differ from the effective one; signed by the owner ministries with the policy. */
  readonly weightException?: string;
  readonly scoring: {
    /** Highest and lowest left out, applied only when at least `minimumKept` sheets stay; a stage may have its own. */
    readonly trim: Trim;
    /** Fewer valid sheets than this on any plan and the panel cannot be locked. */
    readonly minimumPanel: number;
    /** Digits kept when the mean is rounded half up, once (0 to 2). */
    readonly roundingDigits: number;
    /** Lowest final score that can be preselected, in hundredths; null = none. */
    readonly cutOff: number | null;
    /** May an evaluator abstain on one criterion? Absent = `refused`. */
    readonly abstention?: Abstention;
    /** The panel discusses before it hands in (평가위원 토론). */
    readonly discussion?: boolean;
  };
  readonly bonus: {
    /** Most that all bonus items together may add, in hundredths. */
    readonly cap: number;
    /** Most that all deductions together may take away, in hundredths; needed where there are any. */
    readonly deductionCap?: number;
    readonly items: readonly BonusItem[];
  };
  readonly tieChain: readonly TieRule[];
  readonly conflictRules: readonly ConflictRuleCode[];
  readonly panel?: PanelRules;
  readonly consulting: { readonly preRequired: boolean; readonly postRequired: boolean };
  /** 부처 검토 of each sub-project by its ministry; absent = possible, and not waited for. */
  readonly ministryReview?: MinistryReviewRules;
  readonly deliberation: {
    /** Whole days between the agenda and the meeting, and the same for an urgent meeting (시행령 제6조). */
    readonly agendaDays: number;
    readonly urgentAgendaDays: number;
    readonly members: number;
  };
  readonly objection: { readonly days: number };
  readonly disclosure: {
    /** Names of the evaluators shown to applicants and the public after the announcement. */
    readonly evaluatorNames: boolean;
    /** Total scores of the regions shown to the public after the announcement. */
    readonly publicTotals: boolean;
    /** A province sees its own total and rank after the announcement. */
    readonly ownTotal: boolean;
    /** The panel's summary opinion on a plan (종합의견) goes to its province (convention, after 운영지침 제21조제7항). */
    readonly summaryOpinion?: boolean;
  };
  readonly eligibility: {
    readonly hubMinimumYears: number;
    /** Types that qualify as a hub; a type in the second list only when the 전략계획 recognises the complex. */
    readonly hubTypes: readonly ComplexType[];
    readonly hubTypesByStrategicPlan: readonly ComplexType[];
    readonly linkedTypes: readonly ComplexType[];
    readonly requiredConsultations: readonly ConsultationParty[];
    /** Documents a filing must come with: attached, or not needed with a note; absent = none. */
    readonly requiredEvidence?: readonly EvidenceKind[];
    /** Sites beside the hub: every plan has some, may have some, or has none (한 단지만 뽑는 회차); absent = `required`. */
    readonly linkedSites?: LinkedSites;
    /** Must every linked site say what links it to the hub (연계 근거)? Absent = no. */
    readonly linkageRequired?: boolean;
    /** Must a filing name the official letter (공문) it comes with? Absent = no. */
    readonly letterRequired?: boolean;
    /** Longest term of a return for supplement (보완요구), in calendar days; absent = no limit. */
    readonly supplementDays?: number;
  };
}

/** When the ministries give their verdicts on the sub-projects (convention). */
export interface MinistryReviewRules {
  /** Does the evaluation wait for every verdict? */
  readonly required: boolean;
  /** Calendar days after the filing deadline by which they are due. */
  readonly days: number;
}

/** The scale of a policy: what plans are marked on, and what is added to or taken from the marks (평가지표·배점). */
export type Rubric = Pick<RoundPolicy, 'criteria' | 'groups' | 'stages' | 'bonus'>;

export const CONSULTATION_PARTIES = ['designating-authority', 'management-authority', 'management-agency'] as const;
/** Who must be consulted before filing (특별법 제11조제3항): 지정권자, 관리권자, 관리기관. */
export type ConsultationParty = (typeof CONSULTATION_PARTIES)[number];

export const EVIDENCE_KINDS = [
  'designating-authority',
  'management-authority',
  'management-agency',
  'municipal-consent',
  'local-funding-pledge',
  'stakeholder-council',
] as const;
/** 지정권자·관리권자·관리기관 협의, 시·군·구 동의, 지방비 확약, 관계자협의회. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
